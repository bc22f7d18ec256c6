#include "what/sayings.hpp"

#include <algorithm>
#include <array>

#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 46> kReporting{
    "say",     "tell",       "add",         "report",  "announce", "state",   "note",    "claim",    "disclose",  "confirm",
    "explain", "declare",    "quote",       "reveal",  "write",    "recall",  "believe", "indicate", "mention",   "remark",
    "argue",   "maintain",   "allege",      "assert",  "contend",  "stress",  "reply",   "comment",  "emphasize", "emphasise",
    "admit",   "testify",    "observe",     "tweet",   "post",     "joke",    "concede", "predict",  "reiterate", "underline",
    "insist",  "underscore", "acknowledge", "suggest", "estimate", "complain"};

constexpr std::array<std::string_view, 4> kOpeningMarks{"“", "``", "„", "«"};
constexpr std::array<std::string_view, 3> kClosingMarks{"”", "''", "»"};

// Quotation marks, token by token. A straight mark opens where a space stands before it and none behind.
class Marks {
public:
    explicit Marks(const Document& document) : document_(document) {}

    [[nodiscard]] bool opens(std::uint32_t token) const {
        const std::string_view form = document_.tokens[token].form;
        if (one_of(form, kOpeningMarks)) {
            return true;
        }
        const bool space_behind = token + 1 >= document_.tokens.size() || document_.tokens[token + 1].space_before;
        return form == "\"" && !space_behind && (token == 0 || document_.tokens[token].space_before || starts_paragraph(token));
    }

    [[nodiscard]] bool closes(std::uint32_t token) const {
        const std::string_view form = document_.tokens[token].form;
        return one_of(form, kClosingMarks) || (form == "\"" && !opens(token));
    }

private:
    [[nodiscard]] bool starts_paragraph(std::uint32_t token) const {
        const auto sentence =
            std::lower_bound(document_.sentences.begin(), document_.sentences.end(), token,
                             [](const Sentence& other, std::uint32_t wanted) { return other.tokens.end <= wanted; });
        return sentence != document_.sentences.end() && sentence->tokens.begin == token;
    }

    const Document& document_;
};

// Each paragraph of a long quotation opens anew and only the last one closes; a mark left open otherwise ends with its paragraph.
std::vector<bool> quoted_tokens(const Document& document) {
    const Marks marks(document);
    std::vector<bool> quoted(document.tokens.size(), false);
    bool inside = false;
    std::uint32_t paragraph = 0;
    for (const Sentence& sentence : document.sentences) {
        if (sentence.paragraph != paragraph) {
            inside = false;
            paragraph = sentence.paragraph;
        }
        for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            if (marks.opens(token)) {
                inside = true;
            } else if (marks.closes(token)) {
                inside = false;
            } else {
                quoted[token] = inside;
            }
        }
    }
    return quoted;
}

// The sentence's own reporting verb with its subject: "…, the minister said".
std::optional<Saying> own_saying(const Document& document, const Sentence& sentence, const std::vector<bool>& quoted) {
    for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
        const std::int32_t head = document.tokens[token].head;
        if (head < 0 || quoted[token] || !document.tokens[token].deprel.starts_with("nsubj")) {
            continue;
        }
        const auto verb = static_cast<std::uint32_t>(head);
        if (!quoted[verb] && document.tokens[verb].upos == Upos::verb && is_reporting_verb(document.tokens[verb].lemma)) {
            return Saying{token, verb};
        }
    }
    return std::nullopt;
}

bool starts_quoted(const Sentence& sentence, const std::vector<bool>& quoted) {
    return sentence.tokens.size() > 1 && (quoted[sentence.tokens.begin] || quoted[sentence.tokens.begin + 1]);
}

bool ends_quoted(const Sentence& sentence, const std::vector<bool>& quoted) {
    return sentence.tokens.size() > 0 && quoted[sentence.tokens.end - 1];
}

}  // namespace

bool is_reporting_verb(std::string_view lemma) { return one_of(lemma, kReporting); }

Sayings find_sayings(const Document& document) {
    Sayings sayings;
    sayings.quoted = quoted_tokens(document);
    const std::size_t count = document.sentences.size();
    sayings.of_sentence.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        sayings.of_sentence[i] = own_saying(document, document.sentences[i], sayings.quoted);
    }
    // "We met. We agreed," he said: the quotation runs on to the sentence that tells whose it is.
    for (std::size_t i = count; i-- > 1;) {
        const Sentence& before = document.sentences[i - 1];
        if (!sayings.of_sentence[i - 1] && before.paragraph == document.sentences[i].paragraph &&
            ends_quoted(before, sayings.quoted)) {
            sayings.of_sentence[i - 1] = sayings.of_sentence[i];
        }
    }
    // "…," he said. "We will not": the speaker goes on, also in the next paragraph.
    for (std::size_t i = 1; i < count; ++i) {
        if (!sayings.of_sentence[i] && starts_quoted(document.sentences[i], sayings.quoted) &&
            document.sentences[i].paragraph - document.sentences[i - 1].paragraph <= 1) {
            sayings.of_sentence[i] = sayings.of_sentence[i - 1];
        }
    }
    return sayings;
}

void name_first_persons(Document& document, const Sayings& sayings) {
    static constexpr std::array<std::string_view, 4> whole{"us", "our", "ours", "ourselves"};
    std::vector<ActorMention> found;
    for (std::size_t i = 0; i < document.sentences.size(); ++i) {
        const ActorMention* speaker =
            sayings.of_sentence[i] ? mention_at(document.actors, sayings.of_sentence[i]->speaker) : nullptr;
        if (speaker == nullptr || document.entities[speaker->entities.front()].news_agency) {
            continue;
        }
        const TokenRange tokens = document.sentences[i].tokens;
        for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
            const std::string_view word = document.tokens[token].lower;
            if (!sayings.quoted[token] || document.tokens[token].upos != Upos::pron || !one_of(word, kFirstPerson) ||
                mention_at(document.actors, token) != nullptr) {
                continue;
            }
            ActorMention mention;
            mention.tokens = {token, token + 1};
            mention.span = document.tokens[token].span;
            mention.entities = speaker->entities;
            mention.ground = Ground::pronoun;
            mention.possessive = word == "our" || word == "my";
            const std::string& state = document.entities[mention.entities.front()].state;
            const auto country = std::find_if(document.entities.begin(), document.entities.end(), [&](const Entity& entity) {
                return entity.kind == ActorKind::state && !state.empty() && entity.state == state;
            });
            if (one_of(word, whole) && country != document.entities.end()) {  // "our troops": not the speaker's own
                mention.entities = {static_cast<std::uint32_t>(country - document.entities.begin())};
            }
            found.push_back(std::move(mention));
        }
    }
    document.add_actors(std::move(found));
}

void attribute_quotations(const Document& document, const Sayings& sayings, std::vector<Candidate>& candidates) {
    for (Candidate& candidate : candidates) {
        const std::optional<Saying>& saying = sayings.of_sentence[candidate.sentence];
        if (candidate.attribution || !saying || !sayings.quoted[candidate.trigger.begin]) {
            continue;
        }
        Attribution attribution;
        const ActorMention* speaker = mention_at(document.actors, saying->speaker);
        attribution.claimed_by = (speaker != nullptr ? speaker->span : document.tokens[saying->speaker].span).in(document.text());
        attribution.state = speaker != nullptr ? document.entities[speaker->entities.front()].state : std::string();
        attribution.verb = document.tokens[saying->verb].form;
        candidate.attribution = std::move(attribution);
    }
}

}  // namespace demarche
