// A person whom nobody knew before the news: "Rosa Ibarra was sworn in as Mexican foreign minister". The verb of office and the
// office beside it say that the name is a person and for which state.
#include <algorithm>
#include <array>

#include "what/gather.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 15> kOfficeVerbs{"approve", "appoint", "name",       "nominate",  "elect",
                                                        "swear",   "confirm", "pick",       "select",    "designate",
                                                        "tap",     "choose",  "inaugurate", "reappoint", "install"};
constexpr std::array<std::string_view, 16> kOffices{
    "minister",       "president", "ambassador", "envoy", "premier", "chancellor", "secretary", "commissioner",
    "representative", "governor",  "king",       "queen", "leader",  "chief",      "head",      "consul"};

constexpr std::array<std::string_view, 7> kHeads{"president", "prime", "minister", "premier", "chancellor", "king", "emir"};

class Adopter {
public:
    explicit Adopter(Document& document) : document_(document) {}

    void run() {
        for (const Sentence& sentence : document_.sentences) {
            for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
                if (document_.tokens[token].upos == Upos::verb && one_of(document_.tokens[token].lemma, kOfficeVerbs)) {
                    around(sentence, token);
                }
                government_of(sentence, token);
            }
        }
    }

private:
    bool taken(std::uint32_t token) const {
        return std::any_of(document_.actors.begin(), document_.actors.end(),
                           [&](const ActorMention& mention) { return mention.tokens.contains(token); });
    }
    bool name(std::uint32_t token) const {
        const bool hyphen = document_.tokens[token].form == "-" && !document_.tokens[token].space_before;  // "Osei-Darko"
        return (document_.tokens[token].upos == Upos::propn || hyphen) && !taken(token);
    }
    // "was", "is expected to be": what may stand between a name and the passive that gives it an office
    bool passive_word(std::uint32_t token) const {
        const Token& word = document_.tokens[token];
        return word.upos == Upos::aux || word.upos == Upos::adv || word.lower == "to" || word.lemma == "expect" ||
               word.lower == "set" || word.lower == "due";
    }

    // "the Kenyan government of President Daniel Mwangi": the state is in front, the office behind.
    void government_of(const Sentence& sentence, std::uint32_t of) {
        const std::string_view word = document_.tokens[of].lower;
        if ((word != "of" && word != "under") || of == sentence.tokens.begin) {
            return;
        }
        const ActorMention* government = mention_at(document_.actors, of - 1);
        TokenRange title{of + 1, of + 1};
        while (title.end < sentence.tokens.end && title.size() < 3 && one_of(document_.tokens[title.end].lower, kHeads)) {
            ++title.end;
        }
        TokenRange range{title.end, title.end};
        while (range.end < sentence.tokens.end && range.size() < 5 && name(range.end)) {
            ++range.end;
        }
        if (government == nullptr || title.size() == 0 || range.size() < 2) {
            return;
        }
        const std::string state = document_.entities[government->entities.front()].state;
        if (!state.empty()) {
            add_person(range, state);
            const Span office = document_.span_of(title);
            document_.entities.back().office = office.in(document_.text());
        }
    }

    void around(const Sentence& sentence, std::uint32_t verb) {
        TokenRange range{verb + 1, verb + 1};
        while (range.end < sentence.tokens.end && range.size() < 6 && name(range.end)) {
            ++range.end;
        }
        if (range.size() < 2) {  // before a passive: "Rosa Ibarra was sworn in"
            range = {verb, verb};
            std::uint32_t end = verb;
            while (end > sentence.tokens.begin && verb - end < 6 && passive_word(end - 1)) {
                --end;
            }
            if (end == verb) {
                return;
            }
            range = {end, end};
            while (range.begin > sentence.tokens.begin && range.size() < 6 && name(range.begin - 1)) {
                --range.begin;
            }
        }
        if (range.size() < 2 || range.size() > 5) {
            return;
        }
        adopt(sentence, verb, range);
    }

    // The office that follows, with the state named in it; else the state of whoever appoints.
    void adopt(const Sentence& sentence, std::uint32_t verb, TokenRange range) {
        std::int64_t office = -1;
        for (std::uint32_t token = std::max(range.end, verb + 1); token < std::min(verb + 12, sentence.tokens.end); ++token) {
            if (one_of(document_.tokens[token].lemma, kOffices)) {
                office = token;
                break;
            }
        }
        if (office < 0) {
            return;
        }
        std::string state;
        for (const ActorMention& mention : document_.actors) {
            const bool in_office = mention.tokens.begin > verb && mention.tokens.begin <= static_cast<std::uint32_t>(office) &&
                                   !document_.entities[mention.entities.front()].state.empty();
            const bool appoints = mention.tokens.begin >= sentence.tokens.begin && mention.tokens.end <= verb;
            if (in_office || (state.empty() && appoints)) {
                state = document_.entities[mention.entities.front()].state;
            }
        }
        if (state.empty()) {
            return;
        }
        add_person(range, state);
    }

    void add_person(TokenRange range, const std::string& state) {
        Entity entity;
        entity.kind = ActorKind::person;
        const Span span = document_.span_of(range);
        entity.name = span.in(document_.text());
        entity.surname = document_.tokens[range.end - 1].form;
        entity.state = state;
        entity.learned = true;
        entity.id = "person.";
        for (const char c : entity.name) {
            const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            entity.id += lower == ' ' ? '-' : lower;
        }
        entity.id.append(".").append(state);
        ActorMention mention;
        mention.tokens = range;
        mention.span = span;
        mention.entities.push_back(static_cast<std::uint32_t>(document_.entities.size()));
        document_.entities.push_back(std::move(entity));
        const auto at =
            std::lower_bound(document_.actors.begin(), document_.actors.end(), range.begin,
                             [](const ActorMention& other, std::uint32_t token) { return other.tokens.begin < token; });
        document_.actors.insert(at, std::move(mention));
    }

    Document& document_;
};

}  // namespace

void adopt_persons(Document& document) { Adopter(document).run(); }

}  // namespace demarche
