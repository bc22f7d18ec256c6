// Reads a text of one's own through language and who, as code() does.
#pragma once

#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/ingest/stages.hpp"
#include "language/language_tables.hpp"
#include "who/actor_tables.hpp"

namespace demarche::test {

inline const LanguageTables& language() {
    static const auto tables = LanguageTables::load({DEMARCHE_DATA_DIR, {}});
    return *tables;
}

inline const ActorTables& actors() {
    static const auto tables = ActorTables::load({DEMARCHE_DATA_DIR, {}});
    return *tables;
}

struct Read {
    Article article;
    Document document;
};

inline std::unique_ptr<Read> read(std::string text, std::string_view published, std::string_view dateline = {},
                                  const ActorTables& tables = actors()) {
    auto made = std::make_unique<Read>();
    if (const auto day = parse_iso_date(published)) {
        made->article.info.published = Published{*day, {}, {}};
    }
    if (!dateline.empty()) {
        made->article.dateline = Dateline{std::string(dateline), {}, ""};
    }
    made->article.text = std::move(text);
    made->article.paragraphs = {{0, static_cast<std::uint32_t>(made->article.text.size())}};
    made->document.article = &made->article;
    read_language(made->document, language());
    find_actors(made->document, tables);
    return made;
}

inline std::vector<std::string> split(std::string_view line, char by) {
    std::vector<std::string> cells;
    for (std::size_t at = 0;;) {
        const std::size_t end = line.find(by, at);
        cells.emplace_back(line.substr(at, end - at));
        if (end == std::string_view::npos) {
            return cells;
        }
        at = end + 1;
    }
}

// Rows of a case file behind its header; "#" lines are comments.
inline std::vector<std::vector<std::string>> rows(const std::string& name) {
    std::ifstream in(std::string(DEMARCHE_TESTS_DIR) + "/ingest/who/" + name);
    std::vector<std::vector<std::string>> found;
    bool header = true;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') {
            continue;
        }
        if (!header) {
            found.push_back(split(line, '\t'));
        }
        header = false;
    }
    return found;
}

}  // namespace demarche::test
