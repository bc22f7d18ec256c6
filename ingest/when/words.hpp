// A sentence as the readers of time expressions see it: tokens with their class, safe to look at beyond the ends.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "demarche/ingest/document.hpp"
#include "when/calendar.hpp"
#include "when/vocabulary.hpp"

namespace demarche::when {

// What relative expressions are resolved against.
struct Anchors {
    std::optional<Day> published;   // weekdays, months and years
    std::optional<Day> today;       // "today": the dateline's day if there is one
    std::optional<Days> mentioned;  // the date last spoken of
    Unit mentioned_unit = Unit::day;
    std::optional<Days> quarter;  // the quarter of the year last spoken of
};

// What the expressions are wanted for. Events want those that can date one; annotation all that TimeML 1.2.1 marks, "now" and
// "the week" and amounts of time with the words that belong to them.
enum class Use : std::uint8_t { events, annotation };

class Words {
public:
    Use use = Use::events;
    std::string_view text;
    std::span<const Token> tokens;
    std::span<const Word> classes;
    std::uint32_t begin = 0;  // the sentence
    std::uint32_t end = 0;

    [[nodiscard]] bool annotating() const { return use == Use::annotation; }
    [[nodiscard]] bool inside(std::uint32_t at) const { return begin <= at && at < end; }
    [[nodiscard]] Kind kind(std::uint32_t at) const { return inside(at) ? classes[at].kind : Kind::none; }
    [[nodiscard]] int value(std::uint32_t at) const { return inside(at) ? classes[at].value : 0; }
    [[nodiscard]] Unit unit(std::uint32_t at) const { return static_cast<Unit>(value(at)); }
    [[nodiscard]] Part part(std::uint32_t at) const { return static_cast<Part>(value(at)); }
    [[nodiscard]] bool mid(std::uint32_t at) const { return inside(at) && classes[at].mid; }
    // The word itself, without "mid-".
    [[nodiscard]] std::string_view lower(std::uint32_t at) const {
        return inside(at) ? bare(tokens[at].lower, at) : std::string_view();
    }
    [[nodiscard]] std::string_view form(std::uint32_t at) const {
        return inside(at) ? bare(tokens[at].form, at) : std::string_view();
    }
    [[nodiscard]] Upos upos(std::uint32_t at) const { return inside(at) ? tokens[at].upos : Upos::punct; }
    [[nodiscard]] bool is(std::uint32_t at, std::string_view word) const { return lower(at) == word; }
    [[nodiscard]] bool is(std::uint32_t at, std::initializer_list<std::string_view> any) const {
        for (const std::string_view word : any) {
            if (is(at, word)) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] bool capital(std::uint32_t at) const {
        const std::string_view word = form(at);
        return !word.empty() && 'A' <= word.front() && word.front() <= 'Z';
    }
    [[nodiscard]] bool glued(std::uint32_t at) const { return inside(at) && at > begin && !tokens[at].space_before; }
    [[nodiscard]] bool dash(std::uint32_t at) const { return is(at, {"-", "–", "—", "‐", "‑"}); }
    [[nodiscard]] bool possessive(std::uint32_t at) const { return is(at, {"'s", "’s", "'", "’"}); }

    // Behind "last", "this coming" and the like: at most three words, so that a text of nothing else is read in linear time.
    template <typename IsModifier>
    [[nodiscard]] std::uint32_t behind_modifiers(std::uint32_t at, IsModifier is_modifier) const {
        const std::uint32_t limit = at + 3;
        while (at < limit && is_modifier(kind(at))) {
            ++at;
        }
        return at;
    }

    // Behind a hyphen that joins two words, or `at` itself.
    [[nodiscard]] std::uint32_t behind_hyphen(std::uint32_t at) const {
        return dash(at) && glued(at) && glued(at + 1) ? at + 1 : at;
    }

private:
    [[nodiscard]] std::string_view bare(std::string_view word, std::uint32_t at) const {
        return classes[at].mid ? word.substr(mid_prefix.size()) : word;
    }
};

// A number at a token.
struct Number {
    int value = 0;  // 0: "several"
    std::uint32_t end = 0;
    bool article = false;  // "a week"
    bool figures = false;
};

// "3", "three", "twenty-five", "two hundred", "several", "a few", "a couple of", "a".
[[nodiscard]] std::optional<Number> number_at(const Words& words, std::uint32_t at);

// "11th", "eleventh", "twenty-first".
[[nodiscard]] std::optional<Number> ordinal_at(const Words& words, std::uint32_t at);

// A year written as such: a token of four digits between 1000 and 2199.
[[nodiscard]] std::optional<int> year_at(const Words& words, std::uint32_t at);

// Tokens that begin with a digit and go on without a blank through digits and - / : . – as one text.
struct Cluster {
    std::string_view text;
    std::uint32_t end = 0;
};
[[nodiscard]] Cluster cluster_at(const Words& words, std::uint32_t at);

}  // namespace demarche::when
