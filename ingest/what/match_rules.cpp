// Rules against one sentence: where the conditions hold, a match with its arguments and status.
#include <algorithm>
#include <array>

#include "what/candidate.hpp"
#include "what/conditions.hpp"
#include "what/distribute.hpp"
#include "what/status.hpp"

namespace demarche {

namespace {

std::uint8_t count_word(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, std::uint8_t>, 16> words{{{"bilateral", 2},
                                                                               {"two", 2},
                                                                               {"trilateral", 3},
                                                                               {"three", 3},
                                                                               {"tripartite", 3},
                                                                               {"four", 4},
                                                                               {"quadrilateral", 4},
                                                                               {"five", 5},
                                                                               {"six", 6},
                                                                               {"both", 2},
                                                                               {"two-way", 2},
                                                                               {"three-way", 3},
                                                                               {"four-way", 4},
                                                                               {"four-party", 4},
                                                                               {"six-party", 6},
                                                                               {"six-way", 6}}};
    for (const auto& [name, count] : words) {
        if (name == word) {
            return count;
        }
    }
    return 0;
}

class Matcher {
public:
    Matcher(const Document& document, std::uint32_t sentence, const Shape& shape, const Rules& rules, std::vector<Candidate>& out)
        : document_(document),
          sentence_(sentence),
          shape_(shape),
          finder_(document, shape),
          statuses_(document, shape, rules.embedders()),
          conditions_(document, shape, finder_, statuses_),
          out_(out) {}

    void match_verb(std::size_t index, const Rules::VerbEntry& entry) {
        const Predicate& predicate = shape_.predicates[index];
        const Rule& rule = *entry.rule;
        if (conditions_.asked_for(predicate)) {
            return;
        }
        Candidate candidate;
        candidate.rule = &rule;
        candidate.trigger = {predicate.verb, predicate.verb + 1};
        if (!conditions_.verb(predicate, entry, candidate)) {
            return;
        }
        candidate.predicate = static_cast<std::int32_t>(index);
        candidate.embedded = embedding(candidate.predicate);
        candidate.clause = clause_around(predicate);
        take_status(statuses_.of_predicate(candidate.predicate), candidate);
        candidate.tense = tense_of(candidate.predicate);
        if (candidate.status == Status::denied && !rule.negated && statuses_.negated(predicate)) {
            candidate.last_time = last_time(document_, predicate, finder_.end_of_reach(predicate));
        }
        if (candidate.last_time != kNone) {
            candidate.status = Status::occurred;
            candidate.status_path.emplace_back("since or until then: it was");
        }
        find_cause(document_, shape_, predicate, finder_.end_of_reach(predicate), candidate);
        if (predicate.mark != kNone) {
            const std::string_view mark = document_.tokens[static_cast<std::size_t>(predicate.mark)].lower;
            candidate.after = mark == "after" || mark == "since";
        }
        for (const ArgumentSpec& spec : rule.args) {
            mentions_.clear();
            finder_.take_places(rule.places == spec.role);
            for (const Function function : spec.functions) {
                if (function == Function::rest && !mentions_.empty()) {
                    continue;  // only where nothing closer was found
                }
                finder_.of_verb(predicate, function, mentions_);
            }
            add_parties(spec.role, candidate);
        }
        finder_.take_places(false);
        speak(candidate);
        name_set(predicate, candidate);
        const std::uint32_t before = std::max(predicate.group.begin, shape_.tokens.begin + 2) - 2;  // "each", "separately"
        finish(std::move(candidate), {before, finder_.end_of_reach(predicate)});
    }

    void match_noun(std::uint32_t token, const Rules::NounEntry& entry) {
        const Rule& rule = *entry.rule;
        if (!conditions_.noun(token, entry)) {
            return;
        }
        const auto index = static_cast<std::uint32_t>(shape_.chunk_at(token));
        const Chunk& chunk = shape_.chunks[index];
        Candidate candidate;
        candidate.rule = &rule;
        candidate.noun = true;
        candidate.trigger = {trigger_begin(chunk, token), token + 1};
        StatusReading status = statuses_.of_noun(index);
        if (status.dropped) {
            return;
        }
        if (generic(chunk, token, status)) {
            return;
        }
        candidate.predicate = status.predicate;
        candidate.embedded = embedding(status.predicate);
        candidate.tense = status.predicate == kNone ? Tense::past : tense_of(status.predicate);
        take_status(std::move(status), candidate);
        candidate.clause = clause_of(token);
        const std::string_view opening = document_.tokens[chunk.tokens.begin].lower;
        candidate.definite = opening == "the" || opening == "these" || opening == "those" || opening == "this" ||
                             opening == "their" || chunk.possessor != kNone || opening == "his" || opening == "her" ||
                             opening == "its";
        for (std::uint32_t i = chunk.tokens.begin; i < token; ++i) {
            candidate.count = std::max(candidate.count, count_word(document_.tokens[i].lower));
        }
        for (const ArgumentSpec& spec : rule.args) {
            mentions_.clear();
            finder_.take_places(rule.places == spec.role);
            for (const Function function : spec.functions) {
                finder_.of_noun(index, token, function, mentions_);
            }
            add_parties(spec.role, candidate);
        }
        finder_.take_places(false);
        const TokenRange about{chunk.tokens.begin, candidate.clause.end};
        finish(std::move(candidate), about);
    }

private:
    // The predicate that has `index` as its infinitive.
    std::int32_t embedding(std::int32_t index) const {
        if (index == kNone) {
            return kNone;
        }
        const Predicate& predicate = shape_.predicates[static_cast<std::size_t>(index)];
        return predicate.form == VerbForm::infinitive && predicate.relation == Relation::complement ? predicate.governor : kNone;
    }

    static void take_status(StatusReading reading, Candidate& candidate) {
        candidate.status = candidate.rule->status.value_or(reading.status);
        candidate.status_path = std::move(reading.path);
    }

    // A bare singular ("renew dialogue", "open to discussion") names an activity, not an occasion, unless somebody holds it.
    bool generic(const Chunk& chunk, std::uint32_t token, const StatusReading& status) const {
        if (chunk.tokens.begin != token || has(document_.tokens[token].morph, Morph::plural) ||
            document_.tokens[token].lower.ends_with('s') || chunk.possessor != kNone) {
            return false;
        }
        if (status.predicate == kNone || status.status == Status::possible) {
            return true;
        }
        const Predicate& predicate = shape_.predicates[static_cast<std::size_t>(status.predicate)];
        return predicate.form != VerbForm::finite || !is_support_verb(document_.tokens[predicate.verb].lemma);
    }

    // At most eight words of the noun phrase, without determiner and actor names in front: "trilateral talks".
    std::uint32_t trigger_begin(const Chunk& chunk, std::uint32_t token) const {
        std::uint32_t begin = token;
        while (begin > chunk.tokens.begin && token - begin < 4) {
            const Token& before = document_.tokens[begin - 1];
            if (before.upos != Upos::adj && before.upos != Upos::noun && before.form != "-" && before.upos != Upos::num) {
                break;
            }
            --begin;
        }
        return document_.tokens[begin].form == "-" ? begin + 1 : begin;
    }

    Tense tense_of(std::int32_t index) const {
        // An infinitive or participle has the tense of what governs it.
        while (index != kNone) {
            const Predicate& predicate = shape_.predicates[static_cast<std::size_t>(index)];
            if (predicate.tense != Tense::none) {
                return predicate.tense;
            }
            index = predicate.governor;
        }
        return Tense::none;
    }

    TokenRange clause_of(std::uint32_t token) const {
        for (const Predicate& predicate : shape_.predicates) {
            if (predicate.clause.contains(token)) {
                return clause_around(predicate);
            }
        }
        return shape_.tokens;
    }

    // The clause proper ends where the next finite predicate's own begins.
    TokenRange clause_around(const Predicate& predicate) const {
        return {predicate.clause.begin, std::max(predicate.clause.end, finder_.end_of_reach(predicate))};
    }

    // "The three sides agreed": nobody by name; whoever sat together is meant.
    void name_set(const Predicate& predicate, Candidate& candidate) const {
        static constexpr std::array<std::string_view, 10> members{"side",   "country",  "minister",   "leader", "party",
                                                                  "nation", "official", "delegation", "envoy",  "they"};
        const Few& subject = finder_.logical_subject(predicate);
        candidate.since =
            std::any_of(document_.tokens.begin() + predicate.group.begin, document_.tokens.begin() + predicate.group.end,
                        [](const Token& token) { return token.lower == "since"; });
        if (!candidate.parties.empty() || subject.empty()) {
            return;
        }
        const Chunk& chunk = shape_.chunks[subject.front()];
        const Token& head = document_.tokens[chunk.head];
        const bool set = std::find(members.begin(), members.end(), head.lemma) != members.end() || head.lower == "they";
        if (set && (has(head.morph, Morph::plural) || head.lower == "they")) {
            candidate.definite = true;
            candidate.subject_set = true;
            for (std::uint32_t i = chunk.tokens.begin; i < chunk.tokens.end; ++i) {
                candidate.count = std::max(candidate.count, count_word(document_.tokens[i].lower));
            }
        }
    }

    // Who tells it.
    void speak(Candidate& candidate) {
        const Speaker speaker = find_speaker(document_, shape_, candidate.predicate);
        if (speaker.chunk == kNone) {
            return;
        }
        const Chunk& chunk = shape_.chunks[static_cast<std::size_t>(speaker.chunk)];
        mentions_.clear();
        finder_.of_chunk(static_cast<std::uint32_t>(speaker.chunk), mentions_);
        Attribution attribution;
        attribution.claimed_by = document_.span_of(chunk.tokens).in(document_.text());
        attribution.verb = document_.tokens[speaker.verb].form;
        if (!mentions_.empty()) {
            attribution.state = document_.entities[document_.actors[mentions_.front()].entities.front()].state;
        }
        candidate.attribution = std::move(attribution);
    }

    void add_parties(Role role, Candidate& candidate) const {
        for (const std::uint32_t mention : mentions_) {
            for (const std::uint32_t entity : document_.actors[mention].entities) {
                const bool known = std::any_of(candidate.parties.begin(), candidate.parties.end(),
                                               [&](const Party& party) { return party.entity == entity; });
                if (!known) {
                    candidate.parties.push_back({role, entity, mention});
                }
            }
        }
    }

    void finish(Candidate candidate, TokenRange about) {
        candidate.sentence = sentence_;
        for (Candidate& part : distribute(document_, std::move(candidate), about)) {
            out_.push_back(std::move(part));
        }
    }

    const Document& document_;
    std::uint32_t sentence_;
    const Shape& shape_;
    ArgumentFinder finder_;
    StatusReader statuses_;
    Conditions conditions_;
    std::vector<Candidate>& out_;
    std::vector<std::uint32_t> mentions_;
};

}  // namespace

void match_rules(const Document& document, std::uint32_t sentence, const Shape& shape, const Rules& rules,
                 std::vector<Candidate>& out) {
    Matcher matcher(document, sentence, shape, rules, out);
    for (std::uint32_t token = shape.tokens.begin; token < shape.tokens.end; ++token) {
        const std::int32_t predicate = shape.predicate_at(token);
        const std::string_view lemma = document.tokens[token].lemma;
        if (predicate != kNone && shape.predicates[static_cast<std::size_t>(predicate)].verb == token) {
            for (const Rules::VerbEntry& entry : rules.verb(lemma)) {
                matcher.match_verb(static_cast<std::size_t>(predicate), entry);
            }
        } else {
            const bool name =
                document.tokens[token].upos == Upos::propn;  // "the ASEAN Regional Forum": names keep their capitals
            for (const Rules::NounEntry& entry : rules.noun(name ? document.tokens[token].lower : lemma)) {
                matcher.match_noun(token, entry);
            }
        }
    }
}

}  // namespace demarche
