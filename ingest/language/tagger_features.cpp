#include "language/tagger_features.hpp"

#include <algorithm>

#include "language/characters.hpp"

namespace demarche::language {

namespace {

constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15ULL;

constexpr std::uint64_t mix(std::uint64_t value) {
    value ^= value >> 32U;
    value *= 0xD6E8FEB86659FD93ULL;
    value ^= value >> 32U;
    return value;
}

constexpr std::uint64_t join(std::uint64_t a, std::uint64_t b) { return mix((a * kMultiplier) ^ b); }

std::uint64_t hash_bytes(std::string_view text) {
    std::uint64_t hash = text.size() + 1;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
    return mix(hash);
}

std::uint64_t hash_suffix(std::string_view text, std::size_t length) {
    return hash_bytes(text.substr(text.size() - std::min(text.size(), length)));
}

// "Xx", "d.d", "X.X.": runs of one class count once; at most eight of them.
std::uint64_t shape_of(std::string_view form) {
    std::array<char, 8> shape{};
    std::size_t length = 0;
    char last = '\0';
    std::size_t run = 0;
    for (const char c : form) {
        const char kind = is_ascii_lower(c) || !is_ascii(c) ? 'x' : is_ascii_upper(c) ? 'X' : is_ascii_digit(c) ? 'd' : c;
        run = kind == last ? run + 1 : 0;
        last = kind;
        if (run > 1) {  // one or several: "A" is not "AB"
            continue;
        }
        if (length == shape.size()) {
            break;
        }
        shape[length++] = kind;
    }
    return hash_bytes({shape.data(), length});
}

}  // namespace

CaseStyle case_style(std::span<const Token> sentence) {
    std::size_t words = 0;
    std::size_t small = 0;  // begin with a small letter, leaving out those that a headline writes small
    std::size_t shouted = 0;
    for (const Token& token : sentence) {
        if (token.form.size() < 2 || !is_ascii_letter(token.form[0])) {
            continue;
        }
        ++words;
        small += is_ascii_lower(token.form[0]) && token.form.size() > 3 ? 1U : 0U;
        shouted += is_ascii_upper(token.form[0]) && is_ascii_upper(token.form[1]) ? 1U : 0U;
    }
    if (words < 3) {
        return CaseStyle::normal;
    }
    if (shouted * 4 >= words * 3) {
        return CaseStyle::capitals;
    }
    return small == 0 ? CaseStyle::title : CaseStyle::normal;
}

WordFeatures word_features(std::string_view form, std::string_view lower, bool first, CaseStyle style) {
    constexpr std::size_t kLongest = 48;  // what lies beyond says nothing and costs time
    const std::string_view head = lower.substr(0, kLongest);
    WordFeatures word;
    word.lower = hash_bytes(head);
    word.prefix = hash_bytes(head.substr(0, 3));
    word.suffix1 = hash_suffix(lower, 1);
    word.suffix2 = hash_suffix(lower, 2);
    word.suffix3 = hash_suffix(lower, 3);
    word.suffix4 = hash_suffix(lower, 4);
    const std::uint64_t shape = style == CaseStyle::capitals ? shape_of(head) : shape_of(form.substr(0, kLongest));
    word.shape = join(shape, (static_cast<std::uint64_t>(style) << 1U) | (first ? 1U : 0U));
    return word;
}

void TagHistory::push(std::uint32_t tag, JointTag meaning) {
    tag2 = tag1;
    tag1 = tag;
    const Penn penn = meaning.penn;
    if (is_verb(penn) || penn == Penn::md) {
        sentence_verb = tag;
        clause_verb = tag;
        subject = 0;
    } else if (penn == Penn::comma || penn == Penn::cc || penn == Penn::colon || penn == Penn::wdt || penn == Penn::wp ||
               penn == Penn::wrb || penn == Penn::open_quote || penn == Penn::close_quote || meaning.upos == Upos::sconj) {
        clause_verb = 0;
        subject = 0;
    } else if (is_noun(penn) || penn == Penn::prp) {
        subject = 1;
    }
}

void feature_hashes(const std::array<WordFeatures, 5>& window, const TagHistory& history, FeatureHashes& hashes) {
    const std::uint32_t tag1 = history.tag1;
    const WordFeatures& back2 = window[0];
    const WordFeatures& back1 = window[1];
    const WordFeatures& word = window[2];
    const WordFeatures& next1 = window[3];
    const WordFeatures& next2 = window[4];
    const std::uint64_t tags = (static_cast<std::uint64_t>(tag1) << 8U) | history.tag2;
    const std::uint64_t classes = (static_cast<std::uint64_t>(word.word_class) << 16U) | next1.word_class;
    std::size_t count = 0;
    const auto add = [&](std::uint64_t value) {
        hashes[count] = join(count + 1, value);
        ++count;
    };
    add(word.lower);
    add(join(word.lower, word.shape));
    add(word.suffix1);
    add(word.suffix2);
    add(word.suffix3);
    add(word.suffix4);
    add(word.prefix);
    add(word.shape);
    add(join(word.suffix3, word.shape));
    add(tag1);
    add(tags | (1ULL << 32U));
    add(join(word.lower, tag1));
    add(join(word.word_class, tags));
    add(join(word.suffix3, tag1));
    add(join(word.suffix2, tags));
    add(join(word.shape, tag1));
    add(back1.lower);
    add(back2.lower);
    add(next1.lower);
    add(next2.lower);
    add(back1.suffix3);
    add(next1.suffix3);
    add(join(back1.lower, word.lower));
    add(join(word.lower, next1.lower));
    add(join(next1.lower, tag1));
    add(classes);
    add(join(classes, tag1));
    add(join(classes, next2.word_class));
    add(join(next1.word_class, tags));
    add(join(join(back1.lower, back2.lower), word.word_class));
    add(join(next1.shape, word.shape));
    add(join(join(next1.suffix2, word.suffix2), tag1));
    const std::uint64_t verbs =
        (static_cast<std::uint64_t>(history.sentence_verb) << 16U) | (history.clause_verb << 8U) | history.subject;
    add(join(word.suffix2, verbs));
    add(join(join(word.word_class, verbs), tag1));
    add(join(join(word.word_class, verbs), next1.word_class));
    add(join(join(word.suffix2, (history.clause_verb << 1U) | history.subject), next1.lower));
    add(join(word.lower, (history.clause_verb << 1U) | history.subject));
    static_assert(kFeatures == 37);
}

}  // namespace demarche::language
