// What the tests of the event stage share: the program's data, articles to code, and case files.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "demarche/ingest/code.hpp"
#include "demarche/ingest/data.hpp"
#include "demarche/ingest/read.hpp"

namespace demarche::test {

inline const Data& program_data() {
    static const std::shared_ptr<const Data> data = Data::load(DEMARCHE_DATA_DIR, {});
    return *data;
}

inline std::string tests_path(std::string_view name) { return std::string(DEMARCHE_TESTS_DIR) + "/" + std::string(name); }
inline std::string samples_path() { return std::string(DEMARCHE_DATA_DIR) + "/articles"; }

// An article of one sentence, published on Thursday 2026-01-15 as the examples of the rules are.
inline Article article_of(std::string_view sentence) {
    Article article;
    article.info.id = "case";
    article.info.outlet = "Example Wire";
    article.info.published = parse_published("2026-01-15");
    article.text = sentence;
    article.paragraphs.push_back({0, static_cast<std::uint32_t>(article.text.size())});
    return article;
}

// The articles of a file or folder, as the program reads them.
inline std::vector<Article> read_articles(const std::string& path) {
    ReadOptions options;
    options.outlets = &program_data().outlets();
    ArticleSource source({path}, options);
    std::vector<Article> articles;
    while (const auto raw = source.next()) {
        articles.push_back(read_article(*raw, options));
    }
    return articles;
}

inline std::vector<std::string> split(std::string_view text, std::string_view by) {
    std::vector<std::string> parts;
    for (std::size_t at = 0;;) {
        const std::size_t end = text.find(by, at);
        parts.emplace_back(text.substr(at, end - at));
        if (end == std::string_view::npos) {
            return parts;
        }
        at = end + by.size();
    }
}

// The same of a text whose paragraphs stand apart by `between`.
inline Article article_of_paragraphs(std::string_view text, std::string_view between) {
    Article article = article_of("");
    article.paragraphs.clear();
    for (const std::string& paragraph : split(text, between)) {
        article.text += article.text.empty() ? "" : "\n\n";
        const auto begin = static_cast<std::uint32_t>(article.text.size());
        article.text += paragraph;
        article.paragraphs.push_back({begin, static_cast<std::uint32_t>(article.text.size())});
    }
    return article;
}

// One row of a case file, and where it stands, for messages.
struct Row {
    std::vector<std::string> cells;
    std::string where;
};

// Rows behind the header; "#" lines are comments. No rows means that the file is missing: tests ask for at least one.
inline std::vector<Row> case_rows(const std::string& path) {
    std::ifstream in(path);
    std::vector<Row> rows;
    bool header = true;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty() || line.front() == '#') {
            continue;
        }
        if (!header) {
            rows.push_back({split(line, "\t"), std::filesystem::path(path).filename().string() + ":" + std::to_string(number)});
        }
        header = false;
    }
    return rows;
}

// "participant JPN, participant KOR": each role and state once, sorted; "-" for nobody.
inline std::string parties_text(std::vector<std::string> parties) {
    std::sort(parties.begin(), parties.end());
    parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
    std::string text;
    for (const std::string& party : parties) {
        text += (text.empty() ? "" : ", ") + party;
    }
    return text.empty() ? "-" : text;
}

inline std::string parties_of(const Event& event) {
    std::vector<std::string> parties;
    for (const Actor& actor : event.actors) {
        parties.push_back(std::string(to_string(actor.role)) + " " + (actor.state.empty() ? "?" : actor.state));
    }
    return parties_text(std::move(parties));
}

// One line about an event, for messages.
inline std::string describe(const Event& event) {
    return event.kind + " " + std::string(to_string(event.status)) + " " + (event.date.edtf.empty() ? "-" : event.date.edtf) +
           " [" + parties_of(event) + "] \"" + event.mentions.front().trigger + "\" by " + event.why.rule;
}

inline std::string describe(const Coding& coding) {
    std::string text;
    for (const Event& event : coding.events) {
        text += "\n    " + describe(event);
    }
    return text.empty() ? "\n    no events" : text;
}

}  // namespace demarche::test
