#include "where/place_evidence.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace demarche {

namespace {

template <std::size_t N>
constexpr bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 24> kLocative = {
    "in",     "at",  "near",   "outside", "from",    "to",   "of",     "around", "into",   "toward",  "towards", "through",
    "across", "via", "inside", "off",     "between", "over", "beyond", "along",  "within", "leaving", "for",     "onto"};
// Words before a name that leave it a place though they are capitalised.
constexpr std::array<std::string_view, 28> kBeforePlace = {
    "north",    "south",    "east",   "west",  "northern", "southern", "eastern", "western", "central",   "greater",
    "downtown", "upper",    "lower",  "inner", "old",      "new",      "monday",  "tuesday", "wednesday", "thursday",
    "friday",   "saturday", "sunday", "city",  "port",     "province", "capital", "mainland"};
constexpr std::array<std::string_view, 36> kTitles = {
    "mr.",     "mrs.",   "ms.",       "mr",       "mrs",       "ms",      "dr.",        "sir",     "dame",
    "lord",    "lady",   "president", "minister", "secretary", "premier", "chancellor", "senator", "sen.",
    "rep.",    "gov.",   "governor",  "gen.",     "general",   "col.",    "lt.",        "capt.",   "judge",
    "justice", "prince", "princess",  "king",     "queen",     "pope",    "ambassador", "envoy",   "commissioner"};
constexpr std::array<std::string_view, 10> kRegionNouns = {"state",       "province", "region",   "oblast",    "prefecture",
                                                           "governorate", "county",   "district", "territory", "republic"};

bool capitalised(std::string_view form) {
    return !form.empty() && ((form[0] >= 'A' && form[0] <= 'Z') || static_cast<unsigned char>(form[0]) == 0xC3);
}

bool is_function_word(Upos upos) {
    return upos == Upos::adp || upos == Upos::det || upos == Upos::aux || upos == Upos::cconj || upos == Upos::sconj ||
           upos == Upos::pron || upos == Upos::adv || upos == Upos::punct || upos == Upos::part;
}

std::uint32_t sentence_begin(const Document& document, std::uint32_t token) {
    const auto sentence = std::upper_bound(document.sentences.begin(), document.sentences.end(), token,
                                           [](std::uint32_t at, const Sentence& s) { return at < s.tokens.begin; });
    return std::prev(sentence)->tokens.begin;
}

// The word begins the name of an actor of its own ("in London Starmer said").
bool in_actor(const Document& document, const Token& token) {
    const auto at = std::lower_bound(document.actors.begin(), document.actors.end(), token.span.begin,
                                     [](const ActorMention& m, std::uint32_t begin) { return m.span.end <= begin; });
    return at != document.actors.end() && at->span.contains(token.span);
}

void look_before(const Document& document, TokenRange tokens, Span span, PlaceEvidence& evidence) {
    const std::uint32_t begin = sentence_begin(document, tokens.begin);
    std::uint32_t at = tokens.begin;
    while (at > begin && document.tokens[at - 1].lower == "the") {
        --at;
    }
    if (at == begin) {
        return;
    }
    const Token& previous = document.tokens[at - 1];
    evidence.locative = one_of(previous.lower, kLocative);
    const bool adjacent = previous.span.end < span.begin;
    if (adjacent && capitalised(previous.form) && !is_function_word(previous.upos) && !one_of(previous.lower, kBeforePlace)) {
        evidence.person_like = at - 1 != begin || previous.upos == Upos::propn;  // every first word has a capital
    }
    if (previous.lower == "of" && tokens.begin >= begin + 2 && one_of(document.tokens[tokens.begin - 2].lower, kRegionNouns)) {
        evidence.region = true;
    }
    if (one_of(previous.lower, kTitles)) {
        evidence.person_like = true;
    }
}

void look_after(const Document& document, const PlaceTables& tables, TokenRange tokens, Span span, PlaceEvidence& evidence) {
    if (tokens.end >= document.tokens.size() || document.tokens[tokens.end].span.begin < span.end ||
        !document.tokens[tokens.end].space_before) {
        return;
    }
    const Token& next = document.tokens[tokens.end];
    if (one_of(next.lower, kRegionNouns)) {
        evidence.region = true;
    } else if (capitalised(next.form) && next.form != "I") {
        const PlaceTables::Head head = tables.head(next.form);
        evidence.other = head == PlaceTables::Head::other;
        evidence.person_like = evidence.person_like ||
                               (head == PlaceTables::Head::unknown && next.upos == Upos::propn &&
                                !one_of(next.lower, kBeforePlace) && !one_of(next.lower, kTitles) && !in_actor(document, next));
    }
}

}  // namespace

PlaceEvidence evidence_of_place(const Document& document, const PlaceTables& tables, TokenRange tokens, Span span) {
    PlaceEvidence evidence;
    look_before(document, tokens, span, evidence);
    look_after(document, tables, tokens, span, evidence);
    return evidence;
}

}  // namespace demarche
