// A file that appears under its final name only when it is whole: written beside, synced, renamed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace demarche {

class OutputFile {
public:
    // Opens "<path>.part-<pid>" beside `path`; "/dev/…" and pipes are written directly. Throws std::runtime_error (one sentence).
    explicit OutputFile(std::string path);
    ~OutputFile();  // without commit(): removes the part file
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    void write(std::string_view bytes);  // buffered (1 MiB); throws std::runtime_error on a short write (full disk)
    void commit();                       // flush, fsync, rename, fsync of the folder
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    void flush();
    std::string path_;
    std::string part_;
    std::string buffer_;
    int fd_ = -1;
    bool direct_ = false;
};

}  // namespace demarche
