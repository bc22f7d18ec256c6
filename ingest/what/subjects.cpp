#include "what/subjects.hpp"

#include <algorithm>
#include <set>

namespace demarche {

namespace {

// "lift+sanction": words that must all stand there.
std::vector<std::string> joined_words(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('+'), text.size());
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

}  // namespace

Subjects load_subjects(const DataFolders& folders) {
    const Table codes = Table::load(folders, "cameo.tsv", {"code"});
    std::set<std::string_view> known;
    for (std::size_t row = 0; row < codes.rows(); ++row) {
        known.insert(codes.at(row, 0));
    }
    const Table table = Table::load(folders, "subjects.tsv", {"kind", "cameo", "mode", "words"});
    Subjects subjects;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        Subject subject;
        subject.cameo = table.at(row, 1);
        subject.mode = table.at(row, 2);
        if (!known.contains(subject.cameo)) {
            table.fail(row, "\"" + subject.cameo + "\" is not in cameo.tsv; name a code that is");
        }
        for (const std::string_view words : split_cell(table.at(row, 3))) {
            subject.words.push_back(joined_words(words));
        }
        for (const std::string_view kind : split_cell(table.at(row, 0))) {
            subjects[std::string(kind)].push_back(subject);
        }
    }
    return subjects;
}

bool refines(std::string_view subject, std::string_view rule, std::string_view kind) {
    const std::string_view above = rule.ends_with('0') && rule.size() == 3 ? rule.substr(0, 2) : rule;
    return rule == kind || (subject.starts_with(above) && subject != rule);
}

const Subject* subject_in(const Document& document, TokenRange tokens, const std::vector<Subject>& subjects) {
    const auto stands = [&](const std::string& word) {
        return std::any_of(document.tokens.begin() + tokens.begin, document.tokens.begin() + tokens.end,
                           [&](const Token& token) { return token.lemma == word || token.lower == word; });
    };
    for (const Subject& subject : subjects) {
        const bool fits = std::any_of(subject.words.begin(), subject.words.end(), [&](const std::vector<std::string>& words) {
            return std::all_of(words.begin(), words.end(), stands);
        });
        if (fits) {
            return &subject;
        }
    }
    return nullptr;
}

}  // namespace demarche
