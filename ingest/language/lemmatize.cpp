#include "language/lemmatize.hpp"

#include <algorithm>
#include <array>

#include "language/characters.hpp"

namespace demarche::language {

namespace {

constexpr std::string_view kGroups = "nvarp";
constexpr std::size_t kLongest = 40;  // of a word worth looking up

constexpr bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

char from_end(std::string_view word, std::size_t back) { return word.size() >= back ? word[word.size() - back] : '\0'; }

bool ends_in_any(std::string_view word, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

// Whether a stem left by -ed or -ing lost an e ("impos", "chang") by the patterns of English spelling.
bool lost_e(std::string_view stem) {
    const char last = from_end(stem, 1);
    const char before = from_end(stem, 2);
    const bool q_before = before != '\0' && from_end(stem, 3) == 'u' && from_end(stem, 4) == 'q';  // the u of qu is no vowel
    const bool one_vowel = is_vowel(before) && (q_before || !is_vowel(from_end(stem, 3)));         // "impos", not "appear"
    switch (last) {
        case 'c':
        case 'v':
        case 'u':
        case 'z':
            return before != 'z';
        case 's':
            return before != 's';  // "impos", "licens", "rais", "collaps"
        case 'g':
            return before == 'd' || before == 'r' || before == 'n' || before == 'l' || is_vowel(before);
        case 'l':
            return (before != '\0' && std::string_view("bcdfgkpstz").find(before) != std::string_view::npos) ||
                   (one_vowel && (before == 'u' || ends_in_any(stem, {"fil", "pil", "hal", "tal", "mpil", "ncil"})));
        case 'r':
            return (one_vowel && before != 'e' && before != 'o') || ends_in_any(stem, {"stor", "plor", "gnor", "scor"});
        case 't':
            return (before == 'a' && from_end(stem, 3) != 'o' &&
                    (from_end(stem, 3) != 'e' || ends_in_any(stem, {"creat", "meat", "lineat"}))) ||
                   (before == 'u' && from_end(stem, 3) != 'o') || (before == 'o' && one_vowel);
        case 'n':
            return one_vowel && (before == 'i' || before == 'u');
        case 'd':
        case 'k':
            return one_vowel || ends_in_any(stem, {"suad"});
        case 'm':
        case 'p':
        case 'b':
            return one_vowel && before != 'e';
        default:
            return false;
    }
}

bool is_doubled(std::string_view stem) {
    const char last = from_end(stem, 1);
    return stem.size() >= 4 && last == from_end(stem, 2) && std::string_view("bdgmnprt").find(last) != std::string_view::npos;
}

std::string_view with_e(std::string_view stem, char* buffer) {
    std::copy(stem.begin(), stem.end(), buffer);
    buffer[stem.size()] = 'e';
    return {buffer, stem.size() + 1};
}

std::string_view with_y(std::string_view stem, char* buffer) {
    std::copy(stem.begin(), stem.end(), buffer);
    buffer[stem.size()] = 'y';
    return {buffer, stem.size() + 1};
}

}  // namespace

Lemmas Lemmas::load(const DataFolders& folders) {
    Lemmas lemmas;
    for (const std::string_view file : {"language/lemmas.tsv", "language/lemma_exceptions.tsv"}) {
        const Table table = Table::load(folders, file, {"form", "lemma", "pos"});
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const std::string_view pos = table.at(row, 2);
            const std::size_t at = pos.size() == 1 ? kGroups.find(pos[0]) : std::string_view::npos;
            if (at == std::string_view::npos) {
                table.fail(row, "unknown part of speech; use n, v, a, r or p");
            }
            if (table.at(row, 0).empty() || table.at(row, 1).empty()) {
                table.fail(row, "a form or lemma is empty; fill it in or delete the row");
            }
            lemmas.exceptions_[at].emplace(table.at(row, 0), table.at(row, 1));
        }
    }
    const Table stems = Table::load(folders, "language/stems.tsv", {"stem"});
    for (std::size_t row = 0; row < stems.rows(); ++row) {
        lemmas.stems_.emplace(stems.at(row, 0));
    }
    return lemmas;
}

std::size_t Lemmas::group(Penn tag) {
    if (tag == Penn::nns) {
        return 0;
    }
    if (is_verb(tag)) {
        return 1;
    }
    if (tag >= Penn::jj && tag <= Penn::jjs) {
        return 2;
    }
    return tag == Penn::rbr || tag == Penn::rbs ? 3 : 4;
}

std::string_view Lemmas::find(std::string_view lower, Penn tag, char* buffer) const {
    if (tag == Penn::pos) {
        return "'s";  // also for the lone apostrophe of "ministers'"
    }
    // Base forms are their own lemma: "found" as VB is to found, "best" as RB stays.
    const bool base = tag == Penn::nn || tag == Penn::nnp || tag == Penn::vb || tag == Penn::jj || tag == Penn::prps;
    if (base || lower.size() > kLongest) {
        return lower;
    }
    const Map& table = exceptions_[group(tag)];
    const auto found = table.find(lower);
    if (found != table.end()) {
        return found->second;
    }
    return regular(lower, tag, buffer);
}

std::string_view Lemmas::regular(std::string_view lower, Penn tag, char* buffer) const {
    switch (tag) {
        case Penn::nns:
        case Penn::nnps:
        case Penn::vbz: {
            if (lower.ends_with("ies") && lower.size() > 4) {
                const std::string_view with_ie = lower.substr(0, lower.size() - 1);
                return stems_.contains(with_ie) ? with_ie : with_y(lower.substr(0, lower.size() - 3), buffer);
            }
            if (lower.ends_with("men") && lower.size() > 4) {
                std::copy(lower.begin(), lower.end(), buffer);  // "fishermen"
                buffer[lower.size() - 2] = 'a';
                return {buffer, lower.size()};
            }
            return plural(lower);
        }
        case Penn::vbd:
        case Penn::vbn:
            if (lower.ends_with("ied") && lower.size() > 4) {
                return with_y(lower.substr(0, lower.size() - 3), buffer);
            }
            if (lower.ends_with("eed") && lower.size() > 4) {
                return lower.substr(0, lower.size() - 1);  // "agreed"
            }
            return lower.ends_with("ed") && lower.size() > 3 ? verb_stem(lower.substr(0, lower.size() - 2), buffer) : lower;
        case Penn::vbg:
            return lower.ends_with("ing") && lower.size() > 4 ? verb_stem(lower.substr(0, lower.size() - 3), buffer) : lower;
        case Penn::jjr:
        case Penn::rbr:
        case Penn::jjs:
        case Penn::rbs: {
            const std::size_t ending = lower.ends_with("est") ? 3 : lower.ends_with("er") ? 2 : 0;
            if (ending == 0 || lower.size() < ending + 3) {
                return lower;
            }
            const std::string_view stem = lower.substr(0, lower.size() - ending);
            if (stem.back() == 'i') {
                return with_y(stem.substr(0, stem.size() - 1), buffer);
            }
            const std::string_view restored = with_e(stem, buffer);
            if (stems_.contains(restored)) {
                return restored;
            }
            return is_doubled(stem) ? stem.substr(0, stem.size() - 1) : stem;
        }
        default:
            return lower;
    }
}

std::string_view Lemmas::verb_stem(std::string_view stem, char* buffer) const {
    if (std::none_of(stem.begin(), stem.end(), [](char c) { return is_vowel(c) || c == 'y'; })) {
        return stem;
    }
    if (stems_.contains(stem)) {
        return stem;
    }
    const std::string_view restored = with_e(stem, buffer);
    if (stems_.contains(restored)) {
        return restored;
    }
    if (is_doubled(stem)) {
        return stem.substr(0, stem.size() - 1);
    }
    return lost_e(stem) ? restored : stem;
}

// Without the -s or -es of a plural or a third person.
std::string_view Lemmas::plural(std::string_view lower) const {
    if (!lower.ends_with('s') || lower.ends_with("ss") || lower.size() < 3 || is_ascii_digit(from_end(lower, 2))) {
        return lower;  // also "1990s"
    }
    const std::string_view one = lower.substr(0, lower.size() - 1);
    if (!lower.ends_with("es") || stems_.contains(one)) {
        return ends_in_any(lower, {"'s"}) ? lower.substr(0, lower.size() - 2) : one;
    }
    const std::string_view two = lower.substr(0, lower.size() - 2);
    if (ends_in_any(two, {"ss", "x", "ch", "sh", "zz", "o"})) {
        return two;
    }
    // "viruses", "focuses"; but "causes", "houses"
    if (two.ends_with("us") && two.size() > 3 && !is_vowel(from_end(two, 3))) {
        return two;
    }
    return one;
}

}  // namespace demarche::language
