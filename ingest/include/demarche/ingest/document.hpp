// The plain value that travels through the stages of ingest/: each stage fills its own fields and reads the earlier ones.
// One Document per thread, cleared and reused for each article; string_views point into the text or into the arena and
// live until the next clear(). Not thread-safe; not copyable.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/graph/coding.hpp"
#include "demarche/graph/date_span.hpp"
#include "demarche/graph/event.hpp"
#include "demarche/graph/span.hpp"
#include "demarche/ingest/article.hpp"

namespace demarche {

// Universal POS tags (universaldependencies.org/u/pos).
enum class Upos : std::uint8_t { adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x };

// What the coder needs of the morphological features. A bit set.
enum class Morph : std::uint16_t {
    none = 0,
    past = 1 << 0,        // Tense=Past, finite
    present = 1 << 1,     // Tense=Pres, finite
    base = 1 << 2,        // VerbForm=Inf or bare form
    gerund = 1 << 3,      // VerbForm=Ger or present participle
    participle = 1 << 4,  // past participle
    passive = 1 << 5,     // Voice=Pass
    plural = 1 << 6,      // Number=Plur
    third = 1 << 7,       // Person=3
    comparative = 1 << 8,
    superlative = 1 << 9,
};
[[nodiscard]] constexpr Morph operator|(Morph a, Morph b) {
    return static_cast<Morph>(static_cast<std::uint16_t>(a) | static_cast<std::uint16_t>(b));
}
[[nodiscard]] constexpr bool has(Morph set, Morph flag) {
    return (static_cast<std::uint16_t>(set) & static_cast<std::uint16_t>(flag)) != 0;
}

struct Token {
    Span span;
    std::string_view form;   // the bytes of the span; of CoNLL-U that was read, the word in its form cell
    std::string_view lower;  // lower-cased form (ASCII and Latin letters), in the arena if it differs from form
    std::string_view lemma;  // lower case except proper nouns
    Upos upos = Upos::x;
    Morph morph = Morph::none;
    std::int32_t head = -1;   // token index in the document, -1 for a root or if not parsed
    std::string_view deprel;  // "" if not parsed; lives as long as the data
    std::string_view xpos;    // Penn Treebank tag, a static name
    bool space_before = false;
};

struct TokenRange {
    std::uint32_t begin = 0;  // token indexes [begin, end) of the document
    std::uint32_t end = 0;

    friend constexpr bool operator==(TokenRange, TokenRange) = default;
    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool contains(std::uint32_t token) const { return begin <= token && token < end; }
};

struct Sentence {
    Span span;
    TokenRange tokens;
    std::uint32_t paragraph = 0;
    bool may_hold_event = false;  // a rule knows one of its words
};

// What a stage keeps from one article to the next, so that it need not be allocated again.
struct StageScratch {
    StageScratch() = default;
    StageScratch(const StageScratch&) = delete;
    StageScratch& operator=(const StageScratch&) = delete;
    virtual ~StageScratch() = default;
};

// Somebody or something that can act, once per article.
struct Entity {
    ActorKind kind = ActorKind::state;
    std::string id;            // as Actor::id
    std::string name;          // fullest name in the article; a state's common name
    std::string state;         // alpha-3 or acronym; "" if not known
    std::string office;        // persons: the title in the article without nationality, else the office of the table on that day
    std::string surname;       // persons: what short mentions use
    bool learned = false;      // state or office came from the text, not from a table
    bool unnamed = false;      // "police", "protesters": a kind of agent; nobody in particular unless a state is known
    bool acted_on = false;     // unnamed, and without a state no source of an event: villagers, refugees, "the opposition"
    bool placed = false;       // unnamed, and acts for the state in which it stands: a court, the police
    bool news_agency = false;  // Yonhap, Reuters, "state media": speaks, but is no party
};

// How a mention was resolved; `explain` prints it.
enum class Ground : std::uint8_t {
    name,
    demonym,
    capital,
    title_and_name,
    surname,
    pronoun,
    definite,
    set,
    anonymous,
    acronym,
    place
};
[[nodiscard]] std::string_view to_string(Ground ground);

// Words that name one entity, or several ("the two Koreas", "both leaders", "U.S.-Japan").
struct ActorMention {
    TokenRange tokens;
    Span span;
    std::vector<std::uint32_t> entities;  // into Document::entities; never empty
    Ground ground = Ground::name;
    bool adjective = false;   // "South Korean" before a noun: names a state without acting by itself
    bool possessive = false;  // followed by 's, or "its", "their", "his"
    bool anonymous = false;   // "a senior foreign ministry official": stands for its state
    bool place = false;       // a town: stands for its state only where a rule takes places ("flew to Lima")
};

struct PlaceMention {
    TokenRange tokens;
    Span span;
    Place place;
    bool country = false;   // the place is a whole country
    bool dateline = false;  // not in the text: tokens and span are empty
};

// A name in the text, whoever bears it; finding names is apart from the question who is a party of an event.
enum class NameKind : std::uint8_t { person, state, organisation, party, place, other };
struct NameMention {
    TokenRange tokens;  // the whole name without title or office: "Marco Rubio"
    Span span;
    NameKind kind = NameKind::other;
};

enum class TimeType : std::uint8_t { date, time, duration, set };

struct TimeMention {
    TokenRange tokens;
    Span span;
    TimeType type = TimeType::date;
    DateSpan date;         // unknown for durations and sets that fix no date
    bool weekday = false;  // a bare or modified weekday or month, whose direction depends on tense
    DateSpan future;       // what it means in a clause about the future, if that differs from `date`
};

// The mention that holds `token`, or nullptr. REQUIRES mentions in text order, not overlapping. O(log n).
template <typename Mention>
[[nodiscard]] const Mention* mention_at(const std::vector<Mention>& mentions, std::uint32_t token) {
    const auto found = std::lower_bound(mentions.begin(), mentions.end(), token,
                                        [](const Mention& mention, std::uint32_t at) { return mention.tokens.end <= at; });
    return found != mentions.end() && found->tokens.contains(token) ? &*found : nullptr;
}

struct Document {
    explicit Document();
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    void clear();                                                 // keeps memory for reuse
    [[nodiscard]] std::string_view store(std::string_view text);  // copies into the arena

    const Article* article = nullptr;  // borrowed; set by code()

    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    std::vector<Entity> entities;
    std::vector<ActorMention> actors;  // in text order, not overlapping
    std::vector<PlaceMention> places;  // in text order; a dateline place first
    std::vector<NameMention> names;    // in text order, not overlapping; only find_names() fills them
    std::vector<TimeMention> times;    // in text order, not overlapping
    std::vector<Event> events;
    std::vector<Link> links;
    std::vector<RosterEntry> roster;

    std::unique_ptr<StageScratch> parser_scratch;  // made and used by parse()

    [[nodiscard]] std::string_view text() const { return article->text; }
    // REQUIRES at least one token.
    [[nodiscard]] Span span_of(TokenRange range) const {
        return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
    }
    // Adds mentions that overlap none that are there; keeps the order. Linear in both.
    void add_actors(std::vector<ActorMention> mentions);
    [[nodiscard]] std::optional<Day> published_day() const {
        return article->info.published ? std::optional(article->info.published->day) : std::nullopt;
    }

private:
    std::unique_ptr<std::pmr::monotonic_buffer_resource> arena_;
};

}  // namespace demarche
