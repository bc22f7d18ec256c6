// Ctrl-C and SIGTERM: the first asks the program to stop and clean up, the second ends it at once.
#pragma once

#include <exception>
#include <functional>

namespace demarche::cli {

// Thrown where work is given up because of a signal. The program ends with 128 + signal.
class Interrupted : public std::exception {
public:
    [[nodiscard]] const char* what() const noexcept override { return "interrupted"; }
};

// Must be called once at the start of main(), before any other thread exists: blocks the signals in every thread and hands
// them to a thread of its own, so that waking others needs no signal-safe code.
void watch_signals();

[[nodiscard]] int signal_seen();  // 0, SIGINT or SIGTERM
void stop_if_interrupted();       // throws Interrupted after a signal

// Calls `wake` (from the watching thread, at most once) when a signal comes while the object lives.
class OnInterrupt {
public:
    explicit OnInterrupt(std::function<void()> wake);
    ~OnInterrupt();
    OnInterrupt(const OnInterrupt&) = delete;
    OnInterrupt& operator=(const OnInterrupt&) = delete;
};

}  // namespace demarche::cli
