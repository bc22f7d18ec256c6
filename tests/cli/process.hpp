// Runs the real program as a process, as a user would.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace demarche::tests {

struct Ended {
    int code = -1;  // exit code; 128 + signal if a signal ended it
    std::string out;
    std::string err;
};

// Runs a bash command line in `folder`, in which $DEMARCHE is the program; pipes fail with their first failing part.
Ended shell(const std::string& command, const std::filesystem::path& folder);

// The program with its standard input held open by the test.
class Running {
public:
    explicit Running(const std::vector<std::string>& arguments);
    ~Running();
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    void type(const std::string& bytes) const;
    [[nodiscard]] std::string read_line(int milliseconds);  // "" if no whole line comes in time
    void signal(int number) const;
    int wait();  // exit code, or 128 + signal

private:
    pid_t pid_ = -1;
    int in_ = -1;
    int out_ = -1;
    std::string buffered_;
};

// A folder of the test's own, removed at the end.
class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    void write(const std::string& name, const std::string& bytes) const;
    [[nodiscard]] std::string read(const std::string& name) const;

private:
    std::filesystem::path path_;
};

// `count` articles as JSON lines, in plain wire style, all different.
std::string article_lines(int count);

std::size_t lines_in(const std::string& text);

}  // namespace demarche::tests
