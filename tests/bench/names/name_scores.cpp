// name_scores FILE: names of persons, countries and organisations in CrossNER's politics part (Liu et al. 2021, "CrossNER:
// Evaluating Cross-Domain Named Entity Recognition"), exact spans. FILE has a word and its tag on a line. Each sentence is read
// as an article of its own, since the corpus has no longer context. Person is the corpus's person and politician; country is
// its country (a state of today or of the past; demonyms are "misc" there); organisation is its organisation alone, as parties
// have a label of their own there, and a kind of their own here. A row more counts organisations and parties together.
#include <array>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fstream>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "demarche/ingest/stages.hpp"
#include "demarche/ingest/table.hpp"
#include "language/language_tables.hpp"
#include "where/place_tables.hpp"
#include "who/actor_tables.hpp"
#include "who/name_tables.hpp"

namespace {

using namespace demarche;

struct Word {
    std::string form;
    std::string tag;
};

using Found = std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>>;  // bytes of the text, and the label

struct Counts {
    std::size_t gold = 0;
    std::size_t found = 0;
    std::size_t right = 0;
};

std::vector<std::vector<Word>> sentences_of(const char* path) {
    std::ifstream file(path);
    if (!file) {
        throw std::runtime_error(std::string("cannot read ") + path);
    }
    std::vector<std::vector<Word>> sentences(1);
    for (std::string line; std::getline(file, line);) {
        const std::size_t gap = line.find_last_of(" \t");
        if (gap == std::string::npos || gap == 0) {
            if (!sentences.back().empty()) {
                sentences.emplace_back();
            }
            continue;
        }
        sentences.back().push_back({line.substr(0, gap), line.substr(gap + 1)});
    }
    if (sentences.back().empty()) {
        sentences.pop_back();
    }
    return sentences;
}

std::string label_of(std::string_view label) {
    if (label == "politician" || label == "person") {
        return "person";
    }
    if (label == "politicalparty") {
        return "party";
    }
    return label == "country" || label == "organisation" ? std::string(label) : std::string("-");
}

std::string text_of(const std::vector<Word>& words, Found& gold) {
    std::string text;
    std::uint32_t begin = 0;
    std::string open;
    const auto close = [&](std::size_t end) {
        if (!open.empty() && open != "-") {
            gold.emplace(begin, static_cast<std::uint32_t>(end), open);
        }
        open.clear();
    };
    for (const Word& word : words) {
        const std::size_t before = text.size();
        text += text.empty() ? "" : " ";
        if (!word.tag.starts_with("I-")) {
            close(before);
            if (word.tag.starts_with("B-")) {
                open = label_of(std::string_view(word.tag).substr(2));
                begin = static_cast<std::uint32_t>(text.size());
            }
        }
        text += word.form;
    }
    close(text.size());
    return text;
}

std::string label_of(NameKind kind) {
    switch (kind) {
        case NameKind::person:
            return "person";
        case NameKind::state:
            return "country";
        case NameKind::organisation:
            return "organisation";
        case NameKind::party:
            return "party";
        default:
            return "-";
    }
}

class Scores {
public:
    explicit Scores(bool show) : show_(show) {}

    void add(const std::string& text, const Found& gold, const Found& found) {
        for (std::size_t row = 0; row < kRows.size(); ++row) {
            count(row, gold, found);
        }
        for (const auto& name : show_ ? gold : Found{}) {
            if (!found.contains(name)) {
                show('-', text, name);
            }
        }
        for (const auto& name : show_ ? found : Found{}) {
            if (!gold.contains(name)) {
                show('+', text, name);
            }
        }
    }

    void print() const {
        for (std::size_t row = 0; row < kRows.size(); ++row) {
            const Counts& c = counts_[row];
            const double p = static_cast<double>(c.right) / static_cast<double>(c.found == 0 ? 1 : c.found);
            const double r = static_cast<double>(c.right) / static_cast<double>(c.gold == 0 ? 1 : c.gold);
            std::printf("%-24s F1 %.3f  P %.3f  R %.3f  names %zu\n", kRows[row], p + r > 0 ? 2 * p * r / (p + r) : 0.0, p, r,
                        c.gold);
        }
    }

private:
    static constexpr std::array<const char*, 5> kRows{"person", "country", "organisation", "party", "organisation or party"};

    void count(std::size_t row, const Found& gold, const Found& found) {
        const auto counted = [&](const std::string& label) {
            return row == 4 ? label == "organisation" || label == "party" : label == kRows[row];
        };
        for (const auto& [begin, end, label] : found) {
            counts_[row].found += counted(label) ? 1U : 0U;
            bool right = counted(label) && gold.contains({begin, end, label});
            right = right || (row == 4 && counted(label) &&
                              (gold.contains({begin, end, "organisation"}) || gold.contains({begin, end, "party"})));
            counts_[row].right += right ? 1U : 0U;
        }
        for (const auto& name : gold) {
            counts_[row].gold += counted(std::get<2>(name)) ? 1U : 0U;
        }
    }

    static void show(char sign, const std::string& text, const std::tuple<std::uint32_t, std::uint32_t, std::string>& name) {
        const auto& [begin, end, label] = name;
        const std::size_t from = begin > 40 ? begin - 40 : 0;
        std::printf("%c %-12s %s | %s\n", sign, label.c_str(), text.substr(begin, end - begin).c_str(),
                    text.substr(from, end - from + 30).c_str());
    }

    bool show_;
    std::array<Counts, 5> counts_{};
};

void score(const char* path, bool show) {
    const DataFolders folders{DEMARCHE_DATA_DIR, {}};
    const auto language = LanguageTables::load(folders);
    const auto actors = ActorTables::load(folders);
    const auto places = PlaceTables::load(folders);
    const auto names = NameTables::load(folders);
    Scores scores(show);
    Document document;
    for (const std::vector<Word>& words : sentences_of(path)) {
        Found gold;
        Article article;
        article.text = text_of(words, gold);
        article.paragraphs.push_back({0, static_cast<std::uint32_t>(article.text.size())});
        document.clear();
        document.article = &article;
        read_language(document, *language);
        parse(document, *language, true);
        find_actors(document, *actors);
        find_places(document, *places);
        find_names(document, *actors, *names);
        Found found;
        for (const NameMention& name : document.names) {
            if (const std::string label = label_of(name.kind); label != "-") {
                found.emplace(name.span.begin, name.span.end, label);
            }
        }
        scores.add(article.text, gold, found);
    }
    scores.print();
}

}  // namespace

int main(int argc, char** argv) {
    const bool show = argc == 3 && std::strcmp(argv[1], "--show") == 0;
    if (argc != 2 && !show) {
        std::fputs("usage: name_scores [--show] FILE\n", stderr);
        return 2;
    }
    try {
        score(argv[argc - 1], show);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "name_scores: %s\n", error.what());
        return 1;
    }
    return 0;
}
