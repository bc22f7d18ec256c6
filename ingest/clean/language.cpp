#include "clean/language.hpp"

#include <algorithm>
#include <array>

#include "clean/letters.hpp"

namespace demarche {

namespace {

// The most frequent English function words, in byte order. Words that are as frequent in another language written in
// Latin letters ("a", "de", "no", "die", "in") are left out where they would mislead; "in" stays, it is too common to miss.
constexpr std::array<std::string_view, 71> function_words{
    "about", "after", "all",  "also",  "an",    "and",  "are",   "as",  "at",   "be",   "been",  "before",
    "but",   "by",    "can",  "could", "did",   "for",  "from",  "had", "has",  "have", "he",    "her",
    "his",   "how",   "if",   "in",    "into",  "is",   "it",    "its", "more", "not",  "of",    "on",
    "or",    "other", "our",  "out",   "over",  "said", "says",  "she", "that", "the",  "their", "them",
    "there", "they",  "this", "to",    "under", "up",   "was",   "we",  "were", "what", "when",  "which",
    "while", "who",   "will", "with",  "would", "year", "years", "yet", "you",  "your", "yours"};

static_assert(std::is_sorted(function_words.begin(), function_words.end()));

bool is_function_word(std::string_view word) { return std::binary_search(function_words.begin(), function_words.end(), word); }

}  // namespace

LanguageGuess guess_language(std::string_view text) {
    constexpr std::size_t most_words = 300;
    std::size_t words = 0;
    std::size_t common = 0;
    std::size_t other_script = 0;  // letters beyond Latin, Greek accents aside
    std::size_t letters = 0;
    std::string word;
    for (std::size_t at = 0; at < text.size() && words < most_words && letters < most_words * 10;) {
        const char c = text[at];
        if (is_alpha(c)) {
            word.push_back(to_lower(c));
            ++letters;
            ++at;
            continue;
        }
        if (is_high(c)) {
            const char32_t point = next_code_point(text, at);
            const bool punctuation = point < 0xC0 || (point >= 0x2000 && point < 0x2C00) || point >= 0xFE00;
            if (!punctuation) {
                ++letters;
                other_script += point >= 0x370 ? 1U : 0U;
                word.push_back('?');
                continue;
            }
        } else {
            ++at;
        }
        if (!word.empty()) {
            ++words;
            common += word.size() <= 6 && is_function_word(word) ? 1U : 0U;
            word.clear();
        }
    }
    if (!word.empty()) {
        ++words;
        common += is_function_word(word) ? 1U : 0U;
    }
    if (other_script >= 40 && other_script * 2 > letters) {
        return {"und", "not English: most of its letters are of another script"};
    }
    if (words < 20) {
        return {common > 0 ? "en" : "", ""};
    }
    const std::size_t percent = common * 100 / words;
    if (percent < 8) {
        return {"und", "not English: " + std::to_string(common) + " of its first " + std::to_string(words) +
                           " words are common English words"};
    }
    return {percent >= 12 ? "en" : "", ""};
}

}  // namespace demarche
