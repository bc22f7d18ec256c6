#include "language_test_data.hpp"

#include <fstream>

namespace demarche::testing {

const LanguageTables& tables() {
    static const std::unique_ptr<const LanguageTables> loaded = LanguageTables::load({DEMARCHE_DATA_DIR, {}});
    return *loaded;
}

Read::Read(std::string text) {
    article.text = std::move(text);
    for (std::size_t at = 0; at < article.text.size();) {
        const std::size_t end = std::min(article.text.find("\n\n", at), article.text.size());
        article.paragraphs.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
        at = end + 2;
    }
    document.article = &article;
    read_language(document, tables());
}

std::vector<std::string> lines_of(const std::string& file) {
    std::ifstream in(std::string(DEMARCHE_TESTS_DIR) + "/ingest/language/" + file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> split(std::string_view line, char by) {
    std::vector<std::string> parts;
    for (std::size_t at = 0;;) {
        const std::size_t end = line.find(by, at);
        parts.emplace_back(line.substr(at, end - at));
        if (end == std::string_view::npos) {
            return parts;
        }
        at = end + 1;
    }
}

}  // namespace demarche::testing
