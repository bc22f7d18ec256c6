#include "treebank.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace demarche::bench {

namespace {

struct Row {
    std::string_view id;
    std::string_view form;
    bool space = true;  // after it
};

Row split(std::string_view line) {
    std::array<std::string_view, 10> cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::size_t tab = std::min(line.find('\t'), line.size());
        cells[i] = line.substr(0, tab);
        line.remove_prefix(std::min(tab + 1, line.size()));
    }
    return {cells[0], cells[1], cells[9].find("SpaceAfter=No") == std::string_view::npos};
}

unsigned number(std::string_view text) {
    unsigned value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

class Reader {
public:
    void line(std::string_view line) {
        if (line.starts_with("# newdoc") || line.starts_with("# newpar")) {
            new_paragraph_ = true;
        } else if (line.empty()) {
            end_sentence();
        } else if (line.front() != '#') {
            row(split(line));
        }
    }

    TreebankText finish() {
        end_sentence();
        return std::move(out_);
    }

private:
    void row(const Row& row) {
        const std::size_t dash = row.id.find('-');
        if (row.id.find('.') != std::string_view::npos) {
            return;  // an empty node
        }
        if (dash != std::string_view::npos) {
            surface_first_ = number(row.id.substr(0, dash));
            surface_last_ = number(row.id.substr(dash + 1));
            begin_sentence();
            surface_ = {size(), size() + static_cast<std::uint32_t>(row.form.size())};
            at_ = surface_.begin;
            out_.text += row.form;
            space(row.space);
            return;
        }
        const unsigned id = number(row.id);
        if (id >= surface_first_ && id <= surface_last_) {
            part(row.form, id);
            return;
        }
        begin_sentence();
        const std::uint32_t begin = size();
        out_.text += row.form;
        out_.words.push_back({begin, size()});
        space(row.space);
    }

    // A word of a multiword token: the next bytes of its surface, if the surface goes on with it.
    void part(std::string_view form, unsigned id) {
        const auto length = static_cast<std::uint32_t>(form.size());
        if (at_ + length <= surface_.end && out_.text.compare(at_, length, form) == 0) {
            out_.words.push_back({at_, at_ + length});
            at_ += length;
        }
        if (id == surface_last_ && at_ != surface_.end) {
            while (!out_.words.empty() && out_.words.back().begin >= surface_.begin) {
                out_.words.pop_back();
            }
            out_.words.push_back(surface_);
        }
    }

    void space(bool wanted) {
        if (wanted) {
            out_.text += ' ';
        }
    }

    // Opens a paragraph where the treebank says that one begins.
    void begin_sentence() {
        if (out_.words.size() != first_word_ || !new_paragraph_) {
            return;
        }
        while (!out_.text.empty() && out_.text.back() == ' ') {
            out_.text.pop_back();
        }
        if (!out_.text.empty()) {
            out_.text += "\n\n";
        }
        out_.paragraphs.push_back({size(), size()});
        new_paragraph_ = false;
    }

    void end_sentence() {
        if (out_.words.size() == first_word_) {
            return;
        }
        out_.sentences.push_back({out_.words[first_word_].begin, out_.words.back().end});
        out_.paragraphs.back().end = out_.words.back().end;
        first_word_ = out_.words.size();
        surface_first_ = 1;
        surface_last_ = 0;
    }

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(out_.text.size()); }

    TreebankText out_;
    bool new_paragraph_ = true;
    std::size_t first_word_ = 0;
    unsigned surface_first_ = 1;
    unsigned surface_last_ = 0;
    Span surface_;
    std::uint32_t at_ = 0;
};

}  // namespace

TreebankText read_treebank_text(const std::string& path) {
    std::ifstream file(path);
    if (!file) {
        throw std::runtime_error("cannot read " + path);
    }
    Reader reader;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line.back() == '\r') {
            line.pop_back();
        }
        reader.line(line);
    }
    return reader.finish();
}

}  // namespace demarche::bench
