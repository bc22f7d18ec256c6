#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "demarche/ingest/stages.hpp"
#include "where/place_evidence.hpp"
#include "where/place_names.hpp"
#include "where/place_tables.hpp"

namespace demarche {

namespace {

// A name of the gazetteer in the text (or in the dateline), before it is known which of its bearers is meant.
struct Candidate {
    TokenRange tokens;
    Span span;
    PlaceTables::Match match;
    bool dateline = false;
    bool refused = false;      // the words around make something else of it
    std::int64_t chosen = -1;  // entry of the tables
    bool pinned = false;       // by "City, Country" or "City, State"
};

bool begins_like_a_name(std::string_view form) {
    return (form[0] >= 'A' && form[0] <= 'Z') || static_cast<unsigned char>(form[0]) >= 0x80;
}

class Finder {
public:
    Finder(Document& document, const PlaceTables& tables) : document_(document), tables_(tables) {}

    void run() {
        weights_.assign(tables_.country_count(), 0.0F);
        match_dateline();
        match_text();
        weigh_countries();
        pin_pairs();
        for (Candidate& candidate : found_) {
            if (!candidate.pinned) {
                choose(candidate);
            }
        }
        believe_again();
        spread_pins();
        emit();
    }

private:
    void match_dateline() {
        if (!document_.article->dateline) {
            return;
        }
        const std::string_view text = document_.article->dateline->place;
        for (std::size_t at = 0; at < text.size();) {
            if (!is_word_byte(text, at)) {
                ++at;
                continue;
            }
            if (const auto match = tables_.match(text, at)) {
                Candidate candidate;
                candidate.match = *match;
                candidate.dateline = true;
                found_.push_back(candidate);
                at += match->length;
            }
            at = word_end(text, at);
        }
        // "NAIROBI, Kenya": the later names say where the first one is.
        for (std::size_t i = 1; i < found_.size() && !found_[0].pinned; ++i) {
            pin(found_[0], found_[i]);
        }
        if (found_.size() > 1) {
            found_.resize(1);
        }
    }

    void match_text() {
        const std::string_view text = document_.text();
        std::size_t actor = 0;
        for (const Sentence& sentence : document_.sentences) {
            for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
                const Token& token = document_.tokens[i];
                if (!begins_like_a_name(token.form)) {
                    ++i;
                    continue;
                }
                const auto match = tables_.match(text, token.span.begin);
                if (!match) {
                    ++i;
                    continue;
                }
                Candidate candidate;
                candidate.match = *match;
                candidate.span = {token.span.begin, token.span.begin + match->length};
                candidate.tokens = {i, i + 1};
                while (candidate.tokens.end < sentence.tokens.end &&
                       document_.tokens[candidate.tokens.end - 1].span.end < candidate.span.end) {
                    ++candidate.tokens.end;
                }
                while (actor < document_.actors.size() && document_.actors[actor].span.end <= candidate.span.begin) {
                    ++actor;
                }
                if (!taken_by_actor(candidate, actor)) {
                    found_.push_back(candidate);
                    i = candidate.tokens.end;
                } else {
                    i = std::max(i + 1, document_.actors[actor].tokens.end);
                }
            }
        }
    }

    // Names inside the name of a person or a body are no places: "Paris Hilton", "Bank of Japan", "the Shanghai Cooperation
    // Organization".
    [[nodiscard]] bool taken_by_actor(const Candidate& candidate, std::size_t actor) const {
        if (actor >= document_.actors.size() || !document_.actors[actor].span.overlaps(candidate.span)) {
            return false;
        }
        const ActorMention& mention = document_.actors[actor];
        for (const std::uint32_t index : mention.entities) {
            const Entity& entity = document_.entities[index];
            if (entity.kind == ActorKind::person && !mention.anonymous) {
                return true;
            }
            if (entity.kind == ActorKind::organisation && mention.span.size() > candidate.span.size()) {
                return true;
            }
        }
        return mention.adjective && tables_.entry(candidate.match.entries.front()).feature == PlaceFeature::country &&
               !before_time(candidate.tokens);
    }

    // "met in Singapore last month": what looks like an adjective stands before a time, not before a noun of its own.
    [[nodiscard]] bool before_time(TokenRange name) const {
        static constexpr std::array<std::string_view, 6> kTime{"last", "next", "this", "earlier", "later", "early"};
        if (name.end >= document_.tokens.size() || name.begin == 0) {
            return false;
        }
        const std::string_view before = document_.tokens[name.begin - 1].lower;
        return (before == "in" || before == "to" || before == "from") &&
               std::find(kTime.begin(), kTime.end(), document_.tokens[name.end].lower) != kTime.end();
    }

    void weigh_countries() {
        for (const Entity& entity : document_.entities) {
            add_weight(tables_.country_index(entity.state), 1.0F);
        }
        for (const Candidate& candidate : found_) {
            const std::uint16_t country = tables_.entry(candidate.match.entries.front()).country;
            const bool single = std::all_of(candidate.match.entries.begin(), candidate.match.entries.end(),
                                            [&](std::uint32_t entry) { return tables_.entry(entry).country == country; });
            if (single && tables_.entry(candidate.match.entries.front()).caution != Caution::word) {
                add_weight(country, candidate.dateline ? 2.0F : 0.7F);
            }
        }
    }

    void add_weight(std::uint16_t country, float weight) {
        if (country != 0) {
            weights_[country] = std::min(weights_[country] + weight, 3.0F);
        }
    }

    // "Springfield, Illinois", "Tripoli, Lebanon", "Albany, N.Y.": the second name says which bearer of the first is meant.
    bool pin(Candidate& first, Candidate& second) {
        std::int64_t best = -1;
        for (const std::uint32_t a : first.match.entries) {
            const PlaceEntry& inner = tables_.entry(a);
            if (inner.feature == PlaceFeature::country) {
                continue;
            }
            for (const std::uint32_t b : second.match.entries) {
                const PlaceEntry& outer = tables_.entry(b);
                const bool within =
                    outer.country == inner.country && a != b &&
                    (outer.feature == PlaceFeature::country ||
                     (!outer.admin.empty() && outer.admin == inner.admin && outer.population >= inner.population));
                if (within && (best < 0 || better(a, static_cast<std::uint32_t>(best)))) {
                    best = a;
                    second.chosen = b;
                }
            }
        }
        if (best < 0) {
            return false;
        }
        first.chosen = best;
        first.pinned = true;
        second.pinned = true;
        add_weight(tables_.entry(static_cast<std::uint32_t>(best)).country, 1.0F);
        return true;
    }

    [[nodiscard]] bool better(std::uint32_t a, std::uint32_t b) const {
        return tables_.entry(a).population > tables_.entry(b).population;
    }

    void pin_pairs() {
        for (std::size_t i = 0; i + 1 < found_.size(); ++i) {
            Candidate& first = found_[i];
            Candidate& second = found_[i + 1];
            if (first.dateline || second.tokens.begin != first.tokens.end + 1 || document_.tokens[first.tokens.end].form != ",") {
                continue;
            }
            pin(first, second);
        }
    }

    // Being in a country that the article is about outweighs a capital's fame, unless the place is a small town: "Geneva" is
    // seldom the one in Illinois, even where Americans meet.
    [[nodiscard]] double context_score(const PlaceEntry& entry) const {
        const auto weight = static_cast<double>(weights_[entry.country]);
        const bool small =
            entry.population < 100000 && (entry.feature == PlaceFeature::city || entry.feature == PlaceFeature::seat);
        return weight > 0.0 ? (small ? 0.8 : 1.5 + (weight * 0.5)) : 0.0;
    }

    [[nodiscard]] double score(const PlaceEntry& entry, const PlaceEvidence& evidence, bool dateline) const {
        double score = std::log10(static_cast<double>(entry.population) + 100.0) + context_score(entry);
        switch (entry.feature) {
            case PlaceFeature::country:
                score += dateline ? 4.0 : 7.5;
                break;
            case PlaceFeature::capital:
                score += 1.5;
                break;
            case PlaceFeature::seat:
                score += 0.3;
                break;
            case PlaceFeature::region:
                score += evidence.region ? 3.0 : -1.2;
                break;
            case PlaceFeature::continent:
            case PlaceFeature::site:
                score += 5.0;
                break;
            case PlaceFeature::city:
                break;
        }
        return score;
    }

    void choose(Candidate& candidate) const {
        if (candidate.match.shortened && !candidate.dateline) {
            candidate.refused = true;
            return;
        }
        const PlaceEvidence around =
            candidate.dateline ? PlaceEvidence{} : evidence_of_place(document_, tables_, candidate.tokens, candidate.span);
        if (around.other) {
            candidate.refused = true;
            return;
        }
        double best = 0.0;
        for (const std::uint32_t index : candidate.match.entries) {
            const PlaceEntry& entry = tables_.entry(index);
            if (!candidate.dateline && !believable(entry, around)) {
                continue;
            }
            const double value = score(entry, around, candidate.dateline);
            if (candidate.chosen < 0 || value > best) {
                candidate.chosen = index;
                best = value;
            }
        }
        candidate.refused = candidate.chosen < 0 && around.person_like;
    }

    [[nodiscard]] bool believable(const PlaceEntry& entry, const PlaceEvidence& around) const {
        const bool context = weights_[entry.country] > 0.0F;
        const bool known = entry.feature == PlaceFeature::capital || entry.feature == PlaceFeature::country ||
                           entry.feature == PlaceFeature::continent || entry.feature == PlaceFeature::site ||
                           entry.population >= 1000000 || (entry.feature == PlaceFeature::seat && entry.population >= 100000);
        switch (entry.caution) {
            case Caution::pinned:
                return false;
            case Caution::word:
                return around.locative && !around.person_like && (context || entry.feature == PlaceFeature::capital);
            case Caution::name:
                return !around.person_like && (around.locative || around.region || known);
            case Caution::none:
                // An obscure town's name beside another capitalised word is far more often part of a longer name, and alone,
                // without a preposition, it is more often somebody's surname.
                if (around.person_like) {
                    return known || (around.locative && context);
                }
                return known || around.locative || around.region || entry.population >= 250000 ||
                       (context && (entry.feature != PlaceFeature::city || entry.population >= 100000));
        }
        return false;
    }

    // A name that the text once placed somewhere is believed again without that evidence.
    void believe_again() {
        std::unordered_map<std::uint32_t, std::int64_t> believed;  // the first sense of each name
        for (const Candidate& candidate : found_) {
            if (candidate.chosen >= 0) {
                believed.emplace(candidate.match.name, candidate.chosen);
            }
        }
        for (Candidate& doubted : found_) {
            const auto sense = believed.find(doubted.match.name);
            if (doubted.chosen < 0 && !doubted.refused && sense != believed.end()) {
                doubted.chosen = sense->second;
            }
        }
    }

    // One sense in an article: what "Tripoli, Lebanon" or the dateline fixed holds for the bare name too.
    void spread_pins() {
        std::unordered_map<const void*, std::int64_t> fixed;  // the last pinned sense of each name's bearers
        for (const Candidate& candidate : found_) {
            if (candidate.chosen >= 0 && (candidate.pinned || candidate.dateline)) {
                fixed[candidate.match.entries.data()] = candidate.chosen;
            }
        }
        for (Candidate& other : found_) {
            const auto sense = fixed.find(other.match.entries.data());
            if (sense != fixed.end() && !other.pinned && other.chosen >= 0 &&
                tables_.entry(static_cast<std::uint32_t>(other.chosen)).feature != PlaceFeature::country) {
                other.chosen = sense->second;
            }
        }
    }

    void emit() {
        for (const Candidate& candidate : found_) {
            if (candidate.chosen < 0) {
                continue;
            }
            const PlaceEntry& entry = tables_.entry(static_cast<std::uint32_t>(candidate.chosen));
            PlaceMention mention;
            mention.tokens = candidate.tokens;
            mention.span = candidate.span;
            mention.place = tables_.place(entry);
            mention.country = entry.feature == PlaceFeature::country;
            mention.dateline = candidate.dateline;
            document_.places.push_back(std::move(mention));
        }
    }

    Document& document_;
    const PlaceTables& tables_;
    std::vector<Candidate> found_;
    std::vector<float> weights_;  // by country: how much the article is about it
};

}  // namespace

void find_places(Document& document, const PlaceTables& tables) { Finder(document, tables).run(); }

}  // namespace demarche
