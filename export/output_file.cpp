#include "demarche/export/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace demarche {

namespace {

constexpr std::size_t kBufferSize = std::size_t{1} << 20U;

[[noreturn]] void fail(const std::string& what, const std::string& path, const std::string& advice) {
    throw std::runtime_error("cannot " + what + " " + path + ": " + std::generic_category().message(errno) + "; " + advice);
}

std::string name_for_people(const std::string& path) { return path == "-" ? "standard output" : path; }

// Devices and pipes have no "beside": they take the bytes as they come.
bool is_direct(const std::string& path) {
    if (path == "-" || path.starts_with("/dev/")) {
        return true;
    }
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 && (S_ISFIFO(info.st_mode) || S_ISCHR(info.st_mode) || S_ISSOCK(info.st_mode));
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) {
        return ".";
    }
    return slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace

OutputFile::OutputFile(std::string path) : path_(std::move(path)), direct_(is_direct(path_)) {
    buffer_.reserve(kBufferSize);
    if (direct_) {
        fd_ = path_ == "-" ? ::dup(STDOUT_FILENO) : ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    } else {
        part_ = path_ + ".part-" + std::to_string(::getpid());
        fd_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    }
    if (fd_ < 0) {
        fail("open", name_for_people(path_), "choose a folder that exists and may be written");
    }
}

OutputFile::~OutputFile() {
    if (fd_ >= 0) {
        ::close(fd_);
        if (!direct_) {
            ::unlink(part_.c_str());
        }
    }
}

void OutputFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const std::string_view head = bytes.substr(0, kBufferSize - buffer_.size());
        buffer_ += head;
        bytes.remove_prefix(head.size());
        if (buffer_.size() == kBufferSize) {
            flush();
        }
    }
}

void OutputFile::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty()) {
        const ssize_t written = ::write(fd_, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            fail("write", name_for_people(path_), "free some space or choose another place, then run the command again");
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
}

void OutputFile::commit() {
    if (fd_ < 0) {
        return;
    }
    flush();
    // Pipes and terminals cannot be synced; a file that cannot be is not safe on the disk.
    if (!direct_ && ::fsync(fd_) != 0) {
        fail("write", path_, "free some space or choose another place, then run the command again");
    }
    const int closed = ::close(fd_);
    fd_ = -1;
    if (closed != 0 && errno != EINTR) {
        const int error = errno;
        if (!direct_) {
            ::unlink(part_.c_str());
        }
        errno = error;
        fail("write", name_for_people(path_), "free some space or choose another place, then run the command again");
    }
    if (direct_) {
        return;
    }
    if (::rename(part_.c_str(), path_.c_str()) != 0) {
        const int error = errno;
        ::unlink(part_.c_str());
        errno = error;
        fail("name", path_, "check that no folder has this name");
    }
    // The new name is on the disk only when the folder is; some file systems cannot sync a folder, and then nothing is lost.
    const int folder = ::open(folder_of(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        static_cast<void>(::fsync(folder));
        ::close(folder);
    }
}

}  // namespace demarche
