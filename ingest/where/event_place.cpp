#include "where/event_place.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <vector>

namespace demarche {

namespace {

template <std::size_t N>
constexpr bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 13> kLocative = {"in",     "at",    "near",   "outside", "inside", "within", "aboard",
                                                        "around", "along", "across", "off",     "on",     "beside"};
// Nouns between a preposition and the name they introduce: "in the Swiss city of Geneva", "at a hotel in", "in the capital,
// Nairobi".
constexpr std::array<std::string_view, 34> kPlaceNouns = {
    "city",     "town",     "village", "capital",     "resort",       "port",   "island",  "islands",  "province",
    "region",   "district", "suburb",  "state",       "prefecture",   "county", "truce",   "border",   "coastal",
    "lakeside", "harbour",  "harbor",  "seaside",     "mountain",     "spa",    "retreat", "southern", "northern",
    "eastern",  "western",  "central", "neighboring", "neighbouring", "nearby", "country"};
// Predicates that only place or time a meeting; a place after them is the meeting's.
constexpr std::array<std::string_view, 44> kLightVerbs = {
    "be",     "have",  "hold",   "take",     "host", "convene", "conclude", "open",    "begin", "start",    "end",
    "wrap",   "kick",  "resume", "schedule", "set",  "plan",    "expect",   "will",    "would", "can",      "could",
    "may",    "might", "shall",  "should",   "do",   "gather",  "meet",     "arrange", "stage", "continue", "arrive",
    "travel", "fly",   "sign",   "attend",   "join", "follow",  "schedule", "slate",   "reach", "announce", "go"};
// After these the place belongs to what was talked about or to a clause of its own.
constexpr std::array<std::string_view, 14> kTopic = {"on",      "over", "about", "regarding", "concerning", "against", "for",
                                                     "despite", "amid", "who",   "whom",      "whose",      "which",   "where"};
// Named after a place without being there: "the Doha round", "the Geneva process".
constexpr std::array<std::string_view, 8> kNamedAfter = {"round",     "process", "agenda", "track",
                                                         "framework", "format",  "accord", "convention"};
constexpr std::array<std::string_view, 4> kMargins = {"sidelines", "margins", "fringes", "eve"};

class PlaceFinder {
public:
    PlaceFinder(const Document& document, const EventPlaceQuestion& question)
        : document_(document), question_(question), sentence_(document.sentences[question.sentence]) {
        clause_ = question.clause.size() > 0 ? question.clause : sentence_.tokens;
    }

    [[nodiscard]] std::optional<Place> find() const {
        std::vector<const PlaceMention*> after;
        std::vector<const PlaceMention*> before;
        auto at_place = std::lower_bound(document_.places.begin(), document_.places.end(), clause_.begin,
                                         [](const PlaceMention& place, std::uint32_t at) { return place.tokens.end <= at; });
        for (; at_place != document_.places.end() && at_place->tokens.begin < clause_.end; ++at_place) {
            const PlaceMention& place = *at_place;
            if (place.dateline || place.tokens.begin < clause_.begin || place.tokens.end > clause_.end || is_continent(place)) {
                continue;
            }
            (place.tokens.begin >= question_.trigger.end ? after : before).push_back(&place);
        }
        for (const PlaceMention* place : after) {
            if (attached_after(*place)) {
                return most_specific(*place, after);
            }
        }
        if (question_.meeting) {
            for (const PlaceMention* place : before) {  // "the Geneva talks"
                if (!place->country && compound_of_trigger(*place)) {
                    return place->place;
                }
            }
        }
        for (auto at = before.rbegin(); at != before.rend(); ++at) {
            if (attached_before(**at)) {
                return most_specific(**at, before);
            }
        }
        return from_dateline();
    }

private:
    [[nodiscard]] const Token& token(std::uint32_t at) const { return document_.tokens[at]; }

    static bool is_continent(const PlaceMention& place) {
        return !place.country && place.place.country.empty() && !place.place.geonameid &&
               place.place.name.find("Sea") == std::string::npos && place.place.name.find("Strait") == std::string::npos &&
               place.place.name.find("Line") == std::string::npos;
    }

    // The preposition that governs the place, looking left over determiners, modifiers and nouns such as "city of".
    [[nodiscard]] std::optional<std::uint32_t> preposition(const PlaceMention& place) const {
        std::uint32_t at = place.tokens.begin;
        for (int steps = 0; at > clause_.begin && steps < 9; ++steps) {
            const Token& word = token(at - 1);
            const bool noun_of = word.lower == "of" && at - 1 > clause_.begin && one_of(token(at - 2).lower, kPlaceNouns);
            if (!noun_of && (word.upos == Upos::adp || one_of(word.lower, kLocative) || word.lower == "to")) {
                return at - 1;
            }
            const bool comma_after_noun = word.lower == "," && at - 1 > clause_.begin && one_of(token(at - 2).lower, kPlaceNouns);
            const bool passable = noun_of || comma_after_noun || word.upos == Upos::det || word.upos == Upos::adj ||
                                  word.lower == "'s" || word.lower == "\xE2\x80\x99s" || one_of(word.lower, kPlaceNouns) ||
                                  adjectival_actor(at - 1) || in_place(at - 1) || before_place_noun(at - 1);
            if (!passable) {
                return std::nullopt;
            }
            --at;
        }
        return std::nullopt;
    }

    // "the Swiss city", "the Thai capital"
    [[nodiscard]] bool before_place_noun(std::uint32_t at) const {
        return token(at).upos == Upos::propn && at + 1 < clause_.end && one_of(token(at + 1).lower, kPlaceNouns);
    }

    [[nodiscard]] bool adjectival_actor(std::uint32_t at) const {
        const ActorMention* actor = mention_at(document_.actors, at);
        return actor != nullptr && (actor->adjective || actor->possessive);
    }

    [[nodiscard]] bool in_place(std::uint32_t at) const { return mention_at(document_.places, at) != nullptr; }

    [[nodiscard]] bool is_locative(std::uint32_t preposition, const PlaceMention& place) const {
        const std::string_view word = token(preposition).lower;
        if (word == "on") {  // "on Jeju Island", not "on Sudan"
            return !place.country;
        }
        return one_of(word, kLocative) || (question_.visit && (word == "to" || word == "through"));
    }

    [[nodiscard]] bool attached_after(const PlaceMention& place) const {
        const std::uint32_t begin = question_.trigger.end;
        if (question_.visit && object_of_trigger(place)) {
            return true;
        }
        const std::optional<std::uint32_t> preposition_at = preposition(place);
        if (!preposition_at || *preposition_at < begin || !is_locative(*preposition_at, place)) {
            return false;
        }
        return reaches(begin, *preposition_at, before_time(place));
    }

    // "… in Almaty on Wednesday": place and time side by side belong to the event, whatever its subject was.
    [[nodiscard]] bool before_time(const PlaceMention& place) const {
        std::uint32_t at = place.tokens.end;
        while (at < clause_.end && (token(at).lower == "," || in_place(at))) {
            ++at;
        }
        if (at < clause_.end && (token(at).lower == "on" || token(at).lower == "in" || token(at).lower == "last")) {
            ++at;
        }
        return at < clause_.end && is_time(at);
    }

    [[nodiscard]] bool is_time(std::uint32_t at) const {
        static constexpr std::array<std::string_view, 21> kDays = {
            "monday",  "tuesday",   "wednesday", "thursday", "friday",   "saturday", "sunday",
            "january", "february",  "march",     "april",    "may",      "june",     "july",
            "august",  "september", "october",   "november", "december", "today",    "yesterday"};
        return one_of(token(at).lower, kDays) || mention_at(document_.times, at) != nullptr;
    }

    // "visited Hanoi", "visiting the Thai capital, Bangkok"
    [[nodiscard]] bool object_of_trigger(const PlaceMention& place) const {
        for (std::uint32_t at = question_.trigger.end; at < place.tokens.begin; ++at) {
            const Token& word = token(at);
            const bool passable = word.upos == Upos::det || word.upos == Upos::adj || one_of(word.lower, kPlaceNouns) ||
                                  word.lower == "of" || word.lower == "," || word.lower == "'s" || adjectival_actor(at) ||
                                  in_place(at) || before_place_noun(at);
            if (!passable) {
                return false;
            }
        }
        return token(question_.trigger.end - 1).upos == Upos::verb || token(question_.trigger.begin).upos == Upos::verb;
    }

    // Whether a preposition can still belong to the event: nothing in between opens a topic or another predicate. A preposition
    // right after a comma or at another one of place ("in Geneva, at the Palais") is judged from the trigger like the rest.
    [[nodiscard]] bool reaches(std::uint32_t begin, std::uint32_t end, bool past_topic = false) const {
        for (std::uint32_t at = begin; at < end; ++at) {
            const Token& word = token(at);
            if (word.lower == "\"" || word.lower == "\xE2\x80\x9C") {
                return false;
            }
            if (one_of(word.lower, kTopic) && !time_or_margin(at) && !(past_topic && word.upos == Upos::adp)) {
                return false;
            }
            if (word.lower == "that" && (word.upos == Upos::sconj || word.upos == Upos::pron)) {
                return false;
            }
            if (word.upos == Upos::verb && !one_of(word.lemma, kLightVerbs) && !attributive(at)) {
                return false;
            }
        }
        return true;
    }

    // "on Friday", "over the weekend", "for a second day", "on the sidelines of": no topic.
    [[nodiscard]] bool time_or_margin(std::uint32_t at) const {
        bool time = mention_at(document_.times, at) != nullptr;
        for (std::uint32_t next = at + 1; next <= at + 3 && !time; ++next) {
            const TimeMention* mention = mention_at(document_.times, next);
            time = mention != nullptr && mention->tokens.begin == next;
        }
        if (time || (at + 1 < sentence_.tokens.end && is_time(at + 1))) {
            return true;
        }
        for (std::uint32_t next = at + 1; next < std::min(at + 4, sentence_.tokens.end); ++next) {
            if (one_of(token(next).lower, kMargins)) {
                return true;
            }
        }
        return false;
    }

    // A participle before a noun ("the long delayed round") is no predicate of its own.
    [[nodiscard]] bool attributive(std::uint32_t at) const {
        return at + 1 < sentence_.tokens.end && (token(at + 1).upos == Upos::noun || token(at + 1).upos == Upos::adj) &&
               (has(token(at).morph, Morph::participle) || has(token(at).morph, Morph::gerund)) && at > clause_.begin &&
               (token(at - 1).upos == Upos::det || token(at - 1).upos == Upos::adj);
    }

    [[nodiscard]] bool compound_of_trigger(const PlaceMention& place) const {
        for (std::uint32_t at = place.tokens.end; at < question_.trigger.begin; ++at) {
            if (token(at).upos != Upos::adj && token(at).upos != Upos::noun && token(at).lower != "-") {
                return false;
            }
        }
        for (std::uint32_t at = place.tokens.end; at < question_.trigger.end; ++at) {
            if (one_of(token(at).lemma, kNamedAfter)) {
                return false;
            }
        }
        // Taggers read "talks" as a verb now and then; a determiner in front settles it.
        const Upos upos = token(question_.trigger.end - 1).upos;
        const bool determined = place.tokens.begin > clause_.begin && token(place.tokens.begin - 1).upos == Upos::det;
        return (upos == Upos::noun || upos == Upos::propn || determined) && question_.trigger.begin - place.tokens.end <= 2;
    }

    // "In Geneva, the two sides held talks"; "flew to Oslo for talks"; "the ministers, in Doha for …, met"
    [[nodiscard]] bool attached_before(const PlaceMention& place) const {
        const std::optional<std::uint32_t> at = preposition(place);
        if (!at) {
            return false;
        }
        const bool fronted = *at == clause_.begin || *at == sentence_.tokens.begin;
        const bool locative = is_locative(*at, place) || (token(*at).lower == "to" && moves(*at));
        if (!locative || token(*at).lower == "across") {
            return false;
        }
        if (fronted) {
            return true;
        }
        // Not a modifier of a noun phrase that is a party: "the ambassador in Cairo met …" is left out; "arrived in Cairo for
        // talks" stays.
        return moves(*at) && reaches(place.tokens.end, question_.trigger.begin, true);
    }

    [[nodiscard]] bool moves(std::uint32_t preposition) const {
        static constexpr std::array<std::string_view, 18> kMoves = {"arrive", "fly",      "travel", "go",     "head", "come",
                                                                    "gather", "meet",     "land",   "be",     "sit",  "convene",
                                                                    "return", "assemble", "invite", "depart", "rush", "bring"};
        for (std::uint32_t at = preposition; at > clause_.begin && at + 4 > preposition; --at) {
            if (one_of(token(at - 1).lemma, kMoves)) {
                return true;
            }
        }
        return false;
    }

    // "in Malaysia's capital, Kuala Lumpur": the town, not the country that says where the town is.
    [[nodiscard]] std::optional<Place> most_specific(const PlaceMention& place,
                                                     const std::vector<const PlaceMention*>& all) const {
        if (place.country) {
            for (const PlaceMention* other : all) {
                if (!other->country && other->place.country == place.place.country && other->tokens.begin >= place.tokens.end &&
                    preposition(*other) == preposition(place)) {
                    return other->place;
                }
            }
        }
        return place.place;
    }

    [[nodiscard]] std::optional<Place> from_dateline() const {
        if (!question_.meeting || document_.places.empty() || !document_.places.front().dateline) {
            return std::nullopt;
        }
        const PlaceMention& dateline = document_.places.front();
        for (std::uint32_t at = clause_.begin; at < clause_.end; ++at) {
            if (token(at).lower == "here" && at >= question_.trigger.begin) {
                return dateline.place;
            }
        }
        if (!question_.lead || dateline.country) {
            return std::nullopt;
        }
        const std::optional<Day> told = document_.article->dateline ? document_.article->dateline->day : std::nullopt;
        const std::optional<Day> published = document_.published_day();
        if (told && published && std::chrono::abs(*published - *told) > std::chrono::hours(24)) {
            return std::nullopt;
        }
        return dateline.place;
    }

    const Document& document_;
    const EventPlaceQuestion& question_;
    const Sentence& sentence_;
    TokenRange clause_;
};

}  // namespace

std::optional<Place> place_of_mention(const Document& document, const EventPlaceQuestion& question) {
    if (question.sentence >= document.sentences.size() || question.trigger.size() == 0) {
        return std::nullopt;
    }
    return PlaceFinder(document, question).find();
}

}  // namespace demarche
