#include "read/input_files.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

namespace demarche {

namespace fs = std::filesystem;

namespace {

// Everything below `root`, unsorted; a stack instead of recursion, because nobody bounds the depth of folders. Symbolic links to
// folders are not followed: they may form a ring.
void walk(const std::string& root, std::vector<InputFile>& files) {
    std::vector<std::string> folders{root};
    while (!folders.empty()) {
        const std::string folder = folders.back();
        folders.pop_back();
        std::error_code error;
        fs::directory_iterator entry(folder, error);
        if (error) {
            if (folder == root) {
                throw std::runtime_error("the folder " + root + " cannot be read (" + error.message() +
                                         "); check its permissions");
            }
            files.push_back({folder, folder + ": the folder cannot be read (" + error.message() + ")", false, 0, true});
            continue;
        }
        for (; entry != fs::directory_iterator(); entry.increment(error)) {
            const std::string name = entry->path().filename().string();
            if (name.starts_with('.')) {
                continue;
            }
            std::string path = folder;
            path.append(folder.ends_with('/') ? "" : "/").append(name);
            std::error_code ignored;
            if (entry->is_directory(ignored)) {
                if (!entry->is_symlink(ignored)) {
                    folders.push_back(path);
                }
            } else if (entry->is_regular_file(ignored)) {
                const std::uintmax_t size = entry->file_size(ignored);
                files.push_back({path, "", false, ignored ? 0 : size, true});
            } else if (entry->is_symlink(ignored)) {
                files.push_back({path, path + ": a link that leads nowhere", false, 0, true});
            }
            if (error) {
                break;
            }
        }
    }
}

}  // namespace

std::vector<InputFile> list_inputs(const std::vector<std::string>& inputs) {
    std::vector<InputFile> files;
    for (const std::string& input : inputs) {
        if (input == "-") {
            files.push_back({"-", "", true, 0, false});
            continue;
        }
        std::error_code error;
        const fs::file_status status = fs::status(input, error);
        if (!fs::exists(status)) {
            throw std::runtime_error("no file or folder " + input + "; check the path");
        }
        if (!fs::is_directory(status)) {
            const bool regular = fs::is_regular_file(status);
            const std::uintmax_t size = regular ? fs::file_size(input, error) : 0;
            files.push_back({input, "", true, error ? 0 : size, regular});
            continue;
        }
        const auto first = static_cast<std::ptrdiff_t>(files.size());
        walk(input, files);
        std::sort(files.begin() + first, files.end(), [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
    }
    return files;
}

}  // namespace demarche
