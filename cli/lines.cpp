#include "lines.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "interrupt.hpp"

namespace demarche::cli {

namespace {

constexpr std::size_t chunk = 1U << 20U;

class InputFile {
public:
    explicit InputFile(const std::string& path)
        : path_(path), fd_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (fd_ < 0) {
            fail(errno == ENOENT ? "; check the path" : "; check the path and its permissions");
        }
    }
    ~InputFile() {
        if (fd_ > STDIN_FILENO) {
            ::close(fd_);
        }
    }
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;

    // Appends up to a chunk; false at the end.
    bool append_to(std::string& buffer) {
        const std::size_t old = buffer.size();
        buffer.resize(old + chunk);
        ssize_t got = -1;
        do {
            stop_if_interrupted();
            got = ::read(fd_, buffer.data() + old, chunk);
        } while (got < 0 && errno == EINTR);
        if (got < 0) {
            fail(errno == EISDIR ? "; give the files in it" : "; check the disk and try again");
        }
        buffer.resize(old + static_cast<std::size_t>(got));
        return got > 0;
    }

private:
    [[noreturn]] void fail(std::string_view advice) const {
        throw std::runtime_error("cannot read " + path_ + " (" + std::strerror(errno) + ")" + std::string(advice));
    }

    std::string path_;
    int fd_;
};

}  // namespace

std::string read_file(const std::string& path) {
    InputFile file(path);
    std::string bytes;
    while (file.append_to(bytes)) {
    }
    return bytes;
}

void for_each_line(const std::string& path, const std::function<void(std::string_view, std::uint64_t)>& take) {
    InputFile file(path);
    std::string buffer;
    std::size_t begin = 0;    // of the line not yet complete
    std::size_t scanned = 0;  // no line feed before this
    std::uint64_t number = 0;
    while (true) {
        const std::size_t end = buffer.find('\n', scanned);
        if (end != std::string::npos) {
            take(std::string_view(buffer).substr(begin, end - begin), ++number);
            begin = scanned = end + 1;
            continue;
        }
        buffer.erase(0, begin);
        begin = 0;
        scanned = buffer.size();
        if (!file.append_to(buffer)) {
            break;
        }
    }
    if (!buffer.empty()) {
        take(buffer, ++number);
    }
}

LineColumn line_column(std::string_view bytes, std::uint64_t offset) {
    const std::string_view before = bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(offset, bytes.size())));
    LineColumn place;
    place.line += static_cast<std::uint64_t>(std::ranges::count(before, '\n'));
    const std::size_t feed = before.rfind('\n');
    const std::string_view line = before.substr(feed == std::string_view::npos ? 0 : feed + 1);
    place.column += static_cast<std::uint64_t>(
        std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    return place;
}

}  // namespace demarche::cli
