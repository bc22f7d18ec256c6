// A treebank of a few hundred small sentences made by a grammar of our own, and word vectors for it: files for training in tests.
#pragma once

#include <filesystem>
#include <string>

namespace demarche::testing {

class ToyFiles {
public:
    explicit ToyFiles(const std::string& name);  // a folder of its own, removed at the end
    ToyFiles(const ToyFiles&) = delete;
    ToyFiles& operator=(const ToyFiles&) = delete;
    ~ToyFiles();

    [[nodiscard]] std::string path(const std::string& file) const { return (folder_ / file).string(); }

private:
    std::filesystem::path folder_;
};

void write_file(const std::string& path, const std::string& text);

}  // namespace demarche::testing
