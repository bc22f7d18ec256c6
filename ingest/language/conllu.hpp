// CoNLL-U as Universal Dependencies define it (universaldependencies.org/format): sentences as they stand in the file, so that
// what is read and written again has the same bytes.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/ingest/table.hpp"

namespace demarche::language {

enum class Cell : std::uint8_t { id, form, lemma, upos, xpos, feats, head, deprel, deps, misc };
inline constexpr std::size_t kCells = 10;

enum class RowKind : std::uint8_t { word, range, empty };  // "3", "3-4", "3.1"

struct ConlluRow {
    std::array<std::string, kCells> cells;
    RowKind kind = RowKind::word;
    std::uint32_t id = 0;    // the word, the first word of the range, the word before the empty node
    std::uint32_t last = 0;  // of a range

    [[nodiscard]] const std::string& operator[](Cell cell) const { return cells[static_cast<std::size_t>(cell)]; }
    [[nodiscard]] std::string& operator[](Cell cell) { return cells[static_cast<std::size_t>(cell)]; }
    [[nodiscard]] bool space_after() const;
};

struct ConlluSentence {
    std::vector<std::string> comments;  // whole lines
    std::vector<ConlluRow> rows;
    std::uint32_t words = 0;
    std::uint64_t line = 0;  // where it begins, from 1
    std::uint8_t missing_line_feeds =
        0;  // at the end of a file: 1 without the empty line, 2 if its last line does not end either

    // The value of a comment "# name = value"; "" if there is none. `has` also finds "# name" alone.
    [[nodiscard]] std::string_view comment(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
};

// The file is not CoNLL-U: "path:line: what; what to do".
class ConlluError : public DataError {
public:
    using DataError::DataError;
};

// Reads text sentence by sentence. The text must outlive the reader. Linear time.
class ConlluReader {
public:
    ConlluReader(std::string_view text, std::string name, std::uint64_t first_line = 1)
        : text_(text), name_(std::move(name)), line_(first_line) {}

    // False at the end. Throws ConlluError: a line that is not ten cells, ids out of order, heads outside of the sentence or in a
    // circle, carriage returns, bytes that are not UTF-8, a line of more than kLongestLine bytes.
    bool next(ConlluSentence& sentence);

    static constexpr std::size_t kLongestLine = std::size_t{4} << 20U;

private:
    [[noreturn]] void fail(std::string_view what) const;
    [[noreturn]] void fail(std::uint64_t line, std::string_view what) const;
    void check_line(std::string_view line) const;
    void row(std::string_view line, ConlluSentence& sentence);
    void place(ConlluRow& row, ConlluSentence& sentence);
    void finish(const ConlluSentence& sentence) const;

    std::string_view text_;
    std::string name_;
    std::uint64_t line_;
    std::size_t at_ = 0;
    std::uint32_t range_last_ = 0;   // last word of the last range of this sentence
    std::uint32_t empty_nodes_ = 0;  // behind its last word
};

void append_conllu(std::string& out, const ConlluSentence& sentence);

// A word from which the heads do not lead to 0, or 0 if there is none: heads[word] for words from 1; heads[0] is not looked at.
[[nodiscard]] std::uint32_t word_in_circle(std::span<const std::uint32_t> heads);

}  // namespace demarche::language
