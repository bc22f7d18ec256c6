#include "interrupt.hpp"

#include <pthread.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <mutex>
#include <thread>

namespace demarche::cli {

namespace {

// The process has one set of signal handlers, so this state is one too.
struct Watch {
    std::atomic<int> seen{0};
    std::mutex mutex;
    std::function<void()> wake;
};

Watch& watch() {
    static auto* state = new Watch;  // never destroyed: the watching thread outlives main()
    return *state;
}

sigset_t stop_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

void wait_for_signals() {
    const sigset_t set = stop_signals();
    while (true) {
        int number = 0;
        if (sigwait(&set, &number) != 0) {
            continue;
        }
        if (watch().seen.exchange(number) != 0) {
            _exit(128 + number);  // the second one: no more waiting
        }
        const std::lock_guard lock(watch().mutex);
        if (watch().wake) {
            watch().wake();
            watch().wake = nullptr;
        }
    }
}

}  // namespace

void watch_signals() {
    // What was ignored at the start (SIGINT in a shell's background job) stays ignored: blocking does not change that.
    const sigset_t set = stop_signals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of write(), which cleans up and then ends quietly
    std::thread(wait_for_signals).detach();
}

int signal_seen() { return watch().seen.load(); }

void stop_if_interrupted() {
    if (signal_seen() != 0) {
        throw Interrupted();
    }
}

OnInterrupt::OnInterrupt(std::function<void()> wake) {
    const std::lock_guard lock(watch().mutex);
    if (signal_seen() != 0) {
        wake();
    } else {
        watch().wake = std::move(wake);
    }
}

OnInterrupt::~OnInterrupt() {
    const std::lock_guard lock(watch().mutex);
    watch().wake = nullptr;
}

}  // namespace demarche::cli
