// Standard output, buffered and checked: a short write is an error, a closed pipe a quiet end.
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <string_view>

namespace demarche {
class OutputFile;
}

namespace demarche::cli {

// The reader of our output has gone (`| head`). The program cleans up and ends as if killed by SIGPIPE.
class ClosedPipe : public std::exception {
public:
    [[nodiscard]] const char* what() const noexcept override { return "the reader of the output is gone"; }
};

// Where a command writes its lines: standard output, or the file of -o, which appears only when it is whole.
class Output {
public:
    explicit Output(const std::string& path);  // "" or "-": standard output
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(std::string_view bytes);  // throws std::runtime_error (one sentence) or ClosedPipe
    void flush();                        // hands on what is buffered, if it is standard output
    void finish();                       // everything is written: flush, or give the file its name
    [[nodiscard]] OutputFile* file() { return file_.get(); }

private:
    std::unique_ptr<OutputFile> file_;
    std::string buffer_;
};

}  // namespace demarche::cli
