#include "process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace demarche::tests {

namespace {

std::string slurp(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

int exit_code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

}  // namespace

Ended shell(const std::string& command, const std::filesystem::path& folder) {
    const Scratch captured;
    const auto out = captured.path() / "out";
    const auto err = captured.path() / "err";
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::setenv("DEMARCHE", DEMARCHE_BINARY, 1);
        const int out_fd = ::open(out.c_str(), O_WRONLY | O_CREAT, 0600);
        const int err_fd = ::open(err.c_str(), O_WRONLY | O_CREAT, 0600);
        ::dup2(out_fd, STDOUT_FILENO);
        ::dup2(err_fd, STDERR_FILENO);
        if (::chdir(folder.c_str()) == 0) {
            const std::string line = "set -o pipefail; " + command;
            ::execl("/bin/bash", "bash", "-c", line.c_str(), nullptr);
        }
        ::_exit(126);
    }
    int status = 0;
    ::waitpid(pid, &status, 0);
    return {exit_code(status), slurp(out), slurp(err)};
}

Running::Running(const std::vector<std::string>& arguments) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0) {
        throw std::runtime_error("no pipe");
    }
    pid_ = ::fork();
    if (pid_ == 0) {
        ::dup2(in[0], STDIN_FILENO);
        ::dup2(out[1], STDOUT_FILENO);
        std::vector<std::string> words{DEMARCHE_BINARY};
        words.insert(words.end(), arguments.begin(), arguments.end());
        std::vector<char*> argv;
        for (std::string& word : words) {
            argv.push_back(word.data());
        }
        argv.push_back(nullptr);
        ::execv(DEMARCHE_BINARY, argv.data());
        ::_exit(126);
    }
    ::close(in[0]);
    ::close(out[1]);
    in_ = in[1];
    out_ = out[0];
}

Running::~Running() {
    if (pid_ > 0) {
        ::kill(pid_, SIGKILL);
        wait();
    }
    ::close(in_);
    ::close(out_);
}

void Running::type(const std::string& bytes) const {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(in_, bytes.data() + done, bytes.size() - done);
        if (written <= 0) {
            throw std::runtime_error("the program does not read");
        }
        done += static_cast<std::size_t>(written);
    }
}

std::string Running::read_line(int milliseconds) {
    while (true) {
        if (const std::size_t end = buffered_.find('\n'); end != std::string::npos) {
            std::string line = buffered_.substr(0, end);
            buffered_.erase(0, end + 1);
            return line;
        }
        pollfd ready{out_, POLLIN, 0};
        std::array<char, 4096> chunk{};
        if (::poll(&ready, 1, milliseconds) != 1) {
            return {};
        }
        const ssize_t got = ::read(out_, chunk.data(), chunk.size());
        if (got <= 0) {
            return {};
        }
        buffered_.append(chunk.data(), static_cast<std::size_t>(got));
    }
}

void Running::signal(int number) const { ::kill(pid_, number); }

int Running::wait() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return exit_code(status);
}

Scratch::Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "demarche-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no scratch folder");
    }
    path_ = name;
}

Scratch::~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

void Scratch::write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
}

std::string Scratch::read(const std::string& name) const { return slurp(path_ / name); }

std::string article_lines(int count) {
    const std::array<std::string, 5> who{"France", "Japan", "Kenya", "Brazil", "Norway"};
    const std::array<std::string, 4> where{"Paris", "Tokyo", "Nairobi", "Oslo"};
    std::string lines;
    for (int i = 0; i < count; ++i) {
        const auto pick = [i](const auto& list, int step) { return list[static_cast<std::size_t>(i / step) % list.size()]; };
        const std::string day = std::to_string(10 + i % 18);
        lines += R"({"id":"a)" + std::to_string(i) + R"(","outlet":"Example Wire","published":"2025-03-)" + day +
                 R"(","title":"Report )" + std::to_string(i) + R"(","text":")" + pick(who, 1) + " and " + pick(who, 7) +
                 " held talks in " + pick(where, 3) + " on Monday over fishing quotas. The foreign minister of " + pick(who, 5) +
                 " will visit " + pick(who, 2) + " next week, an official said.\"}\n";
    }
    return lines;
}

std::size_t lines_in(const std::string& text) { return static_cast<std::size_t>(std::ranges::count(text, '\n')); }

}  // namespace demarche::tests
