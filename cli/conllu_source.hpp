// Cuts CoNLL-U files into pieces that several threads can read: documents at "# newdoc", or runs of sentences.
#pragma once

#include <cstdint>
#include <fstream>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "demarche/ingest/article.hpp"

namespace demarche::cli {

// One thread at a time. Holds one piece in memory, of at most `longest` bytes; what is longer comes out with `rejected` set, and
// what follows it up to the next "# newdoc" is left out.
class ConlluSource {
public:
    enum class Cut : std::uint8_t { documents, sentences };  // a file without "# newdoc" is one document

    ConlluSource(std::vector<std::string> paths, Cut cut, std::uint64_t longest)  // path "-": standard input
        : paths_(std::move(paths)), cut_(cut), longest_(longest) {}

    // Throws std::runtime_error if a file cannot be read.
    [[nodiscard]] std::optional<RawArticle> next();

private:
    struct Block {  // a sentence with its comments and the empty line
        std::string bytes;
        std::uint64_t line = 0;
        bool begins_document = false;
        std::string rejected;
    };

    bool open_next();
    [[nodiscard]] std::optional<Block> read_block();
    void add_line(Block& block, std::string_view line) const;
    void start(RawArticle& raw, const Block& block);
    void add(RawArticle& raw, const Block& block) const;
    [[nodiscard]] std::string message(std::uint64_t line, const std::string& what) const;

    std::vector<std::string> paths_;
    Cut cut_;
    std::uint64_t longest_;
    std::size_t next_path_ = 0;
    std::ifstream file_;
    std::istream* in_ = nullptr;
    std::string path_;
    std::vector<char> room_;     // for one line
    std::optional<Block> held_;  // read, but not yet given out
    std::uint64_t line_ = 0;
    std::uint64_t pieces_ = 0;  // of this file
};

}  // namespace demarche::cli
