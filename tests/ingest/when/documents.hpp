// Documents made of a text and a publication day, as the stages before `when` leave them.
#pragma once

#include <algorithm>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "demarche/ingest/stages.hpp"
#include "language/language_tables.hpp"

namespace demarche::test {

inline const LanguageTables& tables() {
    static const std::unique_ptr<const LanguageTables> loaded = LanguageTables::load({DEMARCHE_DATA_DIR, {}});
    return *loaded;
}

// A row of a case file with the number of its line; `cells` as many as asked for, empty if the line ends before.
struct CaseRow {
    std::vector<std::string> cells;
    int line = 0;
};

// Rows behind the header line, which begins with `header`; "#" lines are comments.
inline std::vector<CaseRow> case_rows(const std::string& file, std::string_view header, std::size_t cells) {
    std::ifstream in(std::string(DEMARCHE_TESTS_DIR) + "/ingest/when/" + file);
    std::vector<CaseRow> rows;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.empty() || line.front() == '#' || line.rfind(header, 0) == 0) {
            continue;
        }
        CaseRow row;
        for (std::size_t at = 0; at <= line.size();) {
            const std::size_t tab = std::min(line.find('\t', at), line.size());
            row.cells.push_back(line.substr(at, tab - at));
            at = tab + 1;
        }
        row.cells.resize(cells);
        row.line = number;
        rows.push_back(std::move(row));
    }
    return rows;
}

class TimedText {
public:
    explicit TimedText(std::string_view text, std::optional<Day> published, std::optional<Day> dateline = std::nullopt) {
        article_.text = text;
        for (std::size_t at = 0; at < article_.text.size();) {
            const std::size_t end = std::min(article_.text.find("\n\n", at), article_.text.size());
            article_.paragraphs.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
            at = end + 2;
        }
        if (published) {
            Published when;
            when.day = *published;
            article_.info.published = when;
        }
        if (dateline) {
            article_.dateline = Dateline{"GENEVA", dateline, ""};
        }
        document_.article = &article_;
        read_language(document_, tables());
        find_times(document_);
    }

    [[nodiscard]] const Document& document() const { return document_; }
    [[nodiscard]] Document& document() { return document_; }

    // Tokens of the first occurrence of the words at or after a byte; an empty range if they are not there.
    [[nodiscard]] TokenRange tokens_of(std::string_view words, std::size_t from = 0) const {
        const std::size_t at = article_.text.find(words, from);
        TokenRange range;
        if (at == std::string::npos) {
            return range;
        }
        bool open = false;
        for (std::uint32_t i = 0; i < document_.tokens.size(); ++i) {
            const Span span = document_.tokens[i].span;
            if (span.end > at && span.begin < at + words.size()) {
                range.begin = open ? range.begin : i;
                range.end = i + 1;
                open = true;
            }
        }
        return range;
    }

private:
    Article article_;
    Document document_;
};

}  // namespace demarche::test
