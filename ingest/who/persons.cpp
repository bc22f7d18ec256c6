// Persons with their office, and the record of each mention.
#include <algorithm>

#include "who/reader.hpp"

namespace demarche {

namespace {

// Offices that only states have. A president, a king or a director may be anybody's: those need a state, a body or the tables.
bool strong(OfficeClass c) {
    return c == OfficeClass::head_of_government || c == OfficeClass::foreign_minister ||
           c == OfficeClass::deputy_foreign_minister || c == OfficeClass::defence_minister ||
           c == OfficeClass::deputy_defence_minister || c == OfficeClass::finance_minister || c == OfficeClass::trade_minister;
}

}  // namespace

void Reader::mention(std::uint32_t begin, std::uint32_t end, const std::vector<std::uint32_t>& entities, Ground ground,
                     bool adjective, bool anonymous) {
    if (end <= begin || entities.empty()) {
        return;
    }
    ActorMention made;
    made.possessive = scene_.possessive(end) || (end - begin > 1 && scene_.possessive(end - 1));
    if (scene_.possessive(end - 1) && end - begin > 1) {
        --end;  // the span names the actor; the "'s" is outside
    }
    made.tokens = {begin, end};
    made.span = scene_.span_of(begin, end);
    made.ground = ground;
    made.adjective = adjective;
    made.anonymous = anonymous;
    std::vector<std::uint32_t> unique;
    for (const std::uint32_t entity : entities) {
        if (std::find(unique.begin(), unique.end(), entity) == unique.end()) {
            unique.push_back(entity);
        }
    }
    made.entities = std::move(unique);
    const Entity& first = registry_.entity(made.entities.front());
    const std::uint32_t sentence = scene_.sentence_of(begin);
    if (made.entities.size() == 1 && !adjective && !made.possessive && !first.news_agency && !first.unnamed) {
        const bool subject = scene_.subject(end);
        if (first.kind == ActorKind::person) {
            last_any_person_ = made.entities.front();
            if (subject || last_person_ == Registry::npos) {
                last_person_ = made.entities.front();
                last_person_sentence_ = sentence;
                speaker_unnamed_ = speaker_unnamed_ && !subject;
            }
        } else if (subject && !anonymous) {
            last_subject_ = made.entities.front();
            last_subject_sentence_ = sentence;
        }
    }
    if (anonymous) {
        if (scene_.subject(end) && ground == Ground::anonymous) {
            speaker_unnamed_ = true;
            speaker_sentence_ = sentence;
        }
        last_official_ = made.entities.front();
    }
    if (made.entities.size() > 1 && !first.unnamed && ground != Ground::set && ground != Ground::pronoun) {
        sets_.push_back({made.entities, sentence, first.kind == ActorKind::person});
    }
    const bool unnamed = first.unnamed;  // "it" and "they" are seldom meant for these, so they leave no trace
    scene_.document.actors.push_back(std::move(made));
    if (!unnamed) {
        note_coordination();
    }
}

std::uint32_t Reader::person_phrase(std::uint32_t begin, const TitlePhrase& office, const Affiliation& of, std::uint32_t name,
                                    std::uint32_t end) {
    PersonFacts facts;
    facts.name = scene_.text_of(name, end);
    facts.office = office.office;
    facts.office_class = office.nominee ? OfficeClass::none : office.office_class;
    facts.former = office.former;
    facts.usual_state = office.usual_state;
    facts.state = !office.state.empty() ? office.state : of.state;
    std::uint32_t next = end;
    if (of.entities.size() == 1 && of.any() && !of.possessive &&
        registry_.entity(of.entities[0]).kind == ActorKind::organisation &&
        scene_.tables.find_state(of.state) != ActorTables::npos && !office.counterpart) {
        facts.office = scene_.text_of(of.begin, office.end);  // "State Department spokesman"
    }
    if (office.counterpart && last_any_person_ != Registry::npos) {
        facts.office = registry_.entity(last_any_person_).office;
        facts.office_class = registry_.office_class(last_any_person_);
    }
    std::uint32_t of_end = end;  // "Foreign Minister Sergei Lavrov of Russia"
    if (facts.state.empty() && scene_.lower_is(end, {"of"})) {
        if (const auto whose = state_after(end + 1, of_end)) {
            facts.state = registry_.entity(*whose).state;
            next = of_end;
        }
    }
    const bool capital = office.any() && scene_.capital(office.begin);
    const bool special = office.office_class == OfficeClass::envoy && office.end - office.begin > 1;  // "special envoy X"
    const bool weak = !special && (!strong(office.office_class) || !capital);
    const std::uint32_t who = registry_.person(facts, facts.state.empty() && weak);
    if (who == Registry::npos) {
        return next;
    }
    mention(begin, next, {who}, Ground::title_and_name);
    return next;
}

std::uint32_t Reader::apposition(std::uint32_t begin, std::uint32_t end) {
    // "Marco Rubio, the U.S. secretary of state,": the name before, the office behind the comma.
    if (end + 1 >= scene_.sentence_end(begin) || scene_.token(end).form != ",") {
        return end;
    }
    std::uint32_t at = end + 1;
    if (scene_.lower_is(at, {"who"}) && scene_.lower_is(at + 1, {"is"})) {  // "Ana Lima, who is Portugal's envoy,"
        at += 2;
    }
    if (scene_.lower_is(at, {"the", "a", "an", "then"})) {
        ++at;
    }
    while (scene_.is(at, Sense::former) || scene_.is(at, Sense::rank)) {
        if (scene_.is(at, Sense::former) || !title(at).any()) {
            at = scene_.item_end(at);
        } else {
            break;
        }
    }
    const Affiliation of = affiliation(at);
    std::uint32_t office_at = of.any() ? of.end : at;
    std::uint32_t office_begin = office_at;
    if (scene_.is(office_at, Sense::body)) {
        office_at = scene_.item_end(office_at);
    }
    TitlePhrase office = title(office_at);
    if (!office.any() || office.counterpart) {
        return end;
    }
    if (office_at != office_begin) {
        office.office = scene_.text_of(office_begin, office.end);
    }
    office.former = office.former || scene_.is(end + 1, Sense::former) || scene_.is(end + 2, Sense::former);
    PersonFacts facts;
    facts.name = scene_.text_of(begin, end);
    facts.office = office.office;
    facts.office_class = office.nominee ? OfficeClass::none : office.office_class;
    facts.former = office.former;
    facts.usual_state = office.usual_state;
    facts.state = !office.state.empty() ? office.state : of.state;
    const std::uint32_t who = registry_.person(facts, facts.state.empty());
    if (who == Registry::npos) {
        return end;
    }
    mention(begin, end, {who}, Ground::title_and_name);
    if (scene_.subject(office.end) || (scene_.token(office.end).form == "," && scene_.verb(office.end + 1))) {
        last_person_ = who;
        last_person_sentence_ = scene_.sentence_of(begin);
    }
    return office.end;
}

}  // namespace demarche
