#include "output.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "demarche/export/output_file.hpp"

namespace demarche::cli {

namespace {

constexpr std::size_t buffer_size = 1U << 18U;

void write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EPIPE) {
            throw ClosedPipe();
        } else if (errno != EINTR) {
            throw std::runtime_error(std::string("cannot write to standard output (") + std::strerror(errno) +
                                     "); free some space or write somewhere else");
        }
    }
}

}  // namespace

Output::Output(const std::string& path) {
    if (!path.empty() && path != "-") {
        file_ = std::make_unique<OutputFile>(path);
    }
}

Output::~Output() = default;

void Output::write(std::string_view bytes) {
    if (file_) {
        file_->write(bytes);
        return;
    }
    buffer_ += bytes;
    if (buffer_.size() >= buffer_size) {
        flush();
    }
}

void Output::flush() {
    if (!file_) {
        // Taken out first: after a failure nothing is written twice.
        const std::string bytes = std::exchange(buffer_, {});
        write_all(bytes);
        buffer_.reserve(bytes.size());
    }
}

void Output::finish() {
    if (file_) {
        file_->commit();
    } else {
        flush();
    }
}

}  // namespace demarche::cli
