#include "output_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <vector>

namespace demarche::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view part_name = ".demarche-part";
constexpr std::string_view commit_name = ".demarche-commit";

void sync_folder(const fs::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        ::fsync(fd);
        ::close(fd);
    }
}

// Opens the folder and takes its lock; -1 if another holds it. A file system without locks is used without.
int lock_folder(const fs::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0 && ::flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        ::close(fd);
        return -1;
    }
    return fd;
}

// Moves what is left of a committed set up into the folder. REQUIRES the lock.
void roll_forward(const fs::path& path) {
    const fs::path commit = path / commit_name;
    if (!fs::is_directory(commit)) {
        return;
    }
    std::vector<fs::path> names;
    for (const auto& entry : fs::directory_iterator(commit)) {
        names.push_back(entry.path().filename());
    }
    std::ranges::sort(names);
    for (const fs::path& name : names) {
        fs::rename(commit / name, path / name);
    }
    sync_folder(path);
    fs::remove(commit);
}

std::runtime_error unusable(const std::string& path, const std::string& reason) {
    return std::runtime_error("cannot write into " + path + " (" + reason + "); choose another folder with -o");
}

}  // namespace

OutputFolder::OutputFolder(std::string path) : path_(std::move(path)) {
    std::error_code error;
    if (fs::exists(path_, error) && !fs::is_directory(path_, error)) {
        throw std::runtime_error(path_ + " is not a folder; give a folder with -o");
    }
    made_ = fs::create_directories(path_, error);
    if (error) {
        throw unusable(path_, error.message());
    }
    lock_ = lock_folder(path_);
    if (lock_ < 0) {
        throw std::runtime_error("another demarche writes into " + path_ + "; wait for it, or choose another folder with -o");
    }
    try {
        roll_forward(path_);
        fs::remove_all(fs::path(path_) / part_name);
        fs::create_directory(fs::path(path_) / part_name);
    } catch (const fs::filesystem_error& failed) {
        ::close(lock_);
        throw unusable(path_, failed.code().message());
    }
}

OutputFolder::~OutputFolder() {
    if (!committed_) {
        std::error_code ignored;
        fs::remove_all(fs::path(path_) / part_name, ignored);
        if (made_) {
            fs::remove(path_, ignored);  // only if empty
        }
    }
    ::close(lock_);
}

std::string OutputFolder::staged(std::string_view name) const { return (fs::path(path_) / part_name / name).string(); }

void OutputFolder::commit() {
    const fs::path folder(path_);
    try {
        sync_folder(folder / part_name);
        fs::rename(folder / part_name, folder / commit_name);
        committed_ = true;
        sync_folder(folder);
        roll_forward(folder);
    } catch (const fs::filesystem_error& failed) {
        throw unusable(path_, failed.code().message());
    }
}

void finish_commit(const std::string& path) {
    std::error_code ignored;
    if (!fs::is_directory(fs::path(path) / commit_name, ignored)) {
        return;
    }
    const int lock = lock_folder(path);
    if (lock < 0) {
        return;
    }
    try {
        roll_forward(path);
    } catch (const fs::filesystem_error& failed) {
        ::close(lock);
        throw std::runtime_error("cannot finish the interrupted build in " + path + " (" + failed.code().message() +
                                 "); build it again");
    }
    ::close(lock);
}

}  // namespace demarche::cli
