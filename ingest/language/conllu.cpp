#include "language/conllu.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "language/characters.hpp"

namespace demarche::language {

namespace {

std::optional<std::uint32_t> number_in(std::string_view text) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty() || (text.size() > 1 && text[0] == '0')) {
        return std::nullopt;
    }
    return number;
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_ascii(text[at])) {
            ++at;
            continue;
        }
        const Character character = character_at(text, at);
        if (character.kind == CharClass::invalid) {
            return false;
        }
        at += character.length;
    }
    return true;
}

}  // namespace

bool ConlluRow::space_after() const {
    std::string_view rest = (*this)[Cell::misc];
    while (!rest.empty()) {
        const std::size_t bar = rest.find('|');
        if (rest.substr(0, bar) == "SpaceAfter=No") {
            return false;
        }
        rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
    }
    return true;
}

std::string_view ConlluSentence::comment(std::string_view name) const {
    for (const std::string& whole : comments) {
        std::string_view rest = std::string_view(whole).substr(1);
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
        if (rest.starts_with(name)) {
            rest.remove_prefix(name.size());
            rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
            if (rest.starts_with('=')) {
                rest.remove_prefix(1);
                rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
                return rest;
            }
        }
    }
    return {};
}

bool ConlluSentence::has(std::string_view name) const {
    for (const std::string& whole : comments) {
        std::string_view rest = std::string_view(whole).substr(1);
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
        if (rest.starts_with(name) && (rest.size() == name.size() || rest[name.size()] == ' ' || rest[name.size()] == '=')) {
            return true;
        }
    }
    return false;
}

void ConlluReader::fail(std::uint64_t line, std::string_view what) const {
    throw ConlluError(name_ + ":" + std::to_string(line) + ": " + std::string(what));
}

void ConlluReader::fail(std::string_view what) const { fail(line_, what); }

void ConlluReader::check_line(std::string_view line) const {
    if (line.size() > kLongestLine) {
        fail("the line is longer than 4 MB; shorten it");
    }
    if (line.find('\r') != std::string_view::npos) {
        fail("a carriage return stands in the line; write line ends as a line feed alone");
    }
    if (!is_utf8(line)) {
        fail("the line is not in UTF-8; convert the file");
    }
}

bool ConlluReader::next(ConlluSentence& sentence) {
    sentence.comments.clear();
    sentence.rows.clear();
    sentence.words = 0;
    sentence.line = line_;
    sentence.missing_line_feeds = 0;
    range_last_ = 0;
    empty_nodes_ = 0;
    if (at_ == text_.size()) {
        return false;
    }
    for (; at_ < text_.size(); ++line_) {
        const std::size_t end = text_.find('\n', at_);
        const std::string_view line = text_.substr(at_, end == std::string_view::npos ? end : end - at_);
        check_line(line);
        at_ += line.size() + (end == std::string_view::npos ? 0 : 1);
        sentence.missing_line_feeds = end == std::string_view::npos ? 2 : 1;
        if (line.empty()) {
            if (sentence.words == 0) {
                fail("the sentence before this empty line has no word; remove the line, or what stands before it");
            }
            sentence.missing_line_feeds = 0;
            finish(sentence);
            ++line_;
            return true;
        }
        if (line[0] == '#' && sentence.rows.empty()) {
            sentence.comments.emplace_back(line);
        } else {
            row(line, sentence);
        }
    }
    if (sentence.words == 0) {
        fail(line_ - 1, "the file ends with comments that belong to no sentence; remove them");
    }
    finish(sentence);
    return true;
}

void ConlluReader::row(std::string_view line, ConlluSentence& sentence) {
    ConlluRow row;
    for (std::size_t i = 0; i < kCells; ++i) {
        const std::size_t tab = line.find('\t');
        if ((tab == std::string_view::npos) != (i + 1 == kCells)) {
            fail("a line of CoNLL-U has ten cells with tabs between them; correct the line");
        }
        row.cells[i] = line.substr(0, tab);
        if (row.cells[i].empty()) {
            fail("a cell is empty; write _ into it");
        }
        line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
    }
    place(row, sentence);
    sentence.rows.push_back(std::move(row));
}

// Which word the row is or stands beside, in order.
void ConlluReader::place(ConlluRow& row, ConlluSentence& sentence) {
    const std::string_view id = row[Cell::id];
    const std::size_t mark = id.find_first_of("-.");
    const auto first = number_in(id.substr(0, mark));
    const auto second = mark == std::string_view::npos ? std::optional<std::uint32_t>(0) : number_in(id.substr(mark + 1));
    if (!first || !second) {
        fail("the first cell is no number of a word, a range or an empty node; correct it");
    }
    row.id = *first;
    const bool behind_range = !sentence.rows.empty() && sentence.rows.back().kind == RowKind::range;
    if (mark == std::string_view::npos) {
        row.last = row.id;
        if (row.id != ++sentence.words) {
            fail("words are not numbered 1, 2, 3 and so on; number them again");
        }
        empty_nodes_ = 0;
    } else if (id[mark] == '-') {
        row.kind = RowKind::range;
        row.last = *second;
        if (row.id != sentence.words + 1 || row.last <= row.id || row.id <= range_last_) {
            fail("a range does not stand right before its words, or overlaps another; correct it");
        }
        range_last_ = row.last;
    } else {
        row.kind = RowKind::empty;
        if (row.id != sentence.words || *second != ++empty_nodes_ || behind_range) {
            fail("an empty node does not stand behind its word and those before it; correct it");
        }
    }
}

void ConlluReader::finish(const ConlluSentence& sentence) const {
    std::uint64_t line = sentence.line + sentence.comments.size();
    std::vector<std::uint32_t> heads{0};
    std::vector<std::uint64_t> lines{line};
    for (const ConlluRow& row : sentence.rows) {
        if (row.kind == RowKind::word) {
            const std::optional<std::uint32_t> head = row[Cell::head] == "_" ? 0 : number_in(row[Cell::head]);
            if (!head || *head > sentence.words) {
                fail(line, "the head of word " + std::to_string(row.id) + " is no word of its sentence; correct it");
            }
            heads.push_back(*head);
            lines.push_back(line);
        } else if (row.kind == RowKind::range && row.last > sentence.words) {
            fail(line, "the range ends behind the last word of its sentence; correct it");
        }
        ++line;
    }
    if (const std::uint32_t word = word_in_circle(heads); word != 0) {
        fail(lines[word], "the heads lead from word " + std::to_string(word) + " in a circle; correct them");
    }
}

void append_conllu(std::string& out, const ConlluSentence& sentence) {
    for (const std::string& comment : sentence.comments) {
        out += comment;
        out += '\n';
    }
    for (const ConlluRow& row : sentence.rows) {
        for (std::size_t i = 0; i < kCells; ++i) {
            out += row.cells[i];
            out += i + 1 < kCells ? '\t' : '\n';
        }
    }
    out += '\n';
    out.resize(out.size() - sentence.missing_line_feeds);
}

std::uint32_t word_in_circle(std::span<const std::uint32_t> heads) {
    // Linear: each walk stops where an earlier one has been.
    std::vector<std::uint32_t> walk(heads.size(), 0);  // by which walk the word was seen first
    for (std::uint32_t start = 1; start < heads.size(); ++start) {
        std::uint32_t word = start;
        for (; word != 0 && walk[word] == 0; word = heads[word]) {
            walk[word] = start;
        }
        if (word != 0 && walk[word] == start) {
            return start;
        }
    }
    return 0;
}

}  // namespace demarche::language
