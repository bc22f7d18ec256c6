// Noun phrases with an affiliation or a title: persons with their office, bodies of a state, unnamed officials.
#include <algorithm>

#include "who/reader.hpp"

namespace demarche {

void Reader::affiliated_state(const Affiliation& of, std::uint32_t next) {
    const std::uint32_t begin = of.begin;
    const std::uint32_t bare = of.possessive ? of.end - 1 : of.end;
    const bool prefixed = begin > 1 && scene_.token(begin - 1).form == "-" && !scene_.token(begin).space_before;
    if (prefixed && scene_.lower_is(begin - 2, {"anti", "pro", "non", "post", "pan"})) {
        mention(begin, bare, of.entities, of.ground, true);
        return;
    }
    const bool suffixed = scene_.hyphen(of.end) && !of.possessive;
    if (of.seat && of.entities.size() == 1) {
        if (suffixed || !seat_acts(begin, of.end)) {
            return;
        }
    }
    bool adjective = of.adjective;
    if (of.adjective && of.entities.size() == 1) {
        adjective = next < scene_.sentence_end(begin) && (modifies(next) || suffixed);
        if (scene_.lower_is(begin > 0 ? begin - 1 : begin, {"in"}) && !adjective) {
            return;  // "in Chinese"
        }
        if (!adjective && !of.possessive && !people_of(of)) {
            return;  // "American said": an airline or a citizen; "speaks English"
        }
    } else if (!of.possessive && of.entities.size() == 1 && registry_.entity(of.entities[0]).kind == ActorKind::state) {
        adjective = suffixed || (next < scene_.sentence_end(begin) && scene_.noun(next) && !scene_.verb(next) &&
                                 !scene_.is(next, Sense::state_name));
    }
    mention(begin, of.end, of.entities, of.ground, adjective || (suffixed && !of.possessive));  // "NATO-led"
}

std::uint32_t Reader::read_phrase(std::uint32_t i) {
    const std::uint32_t limit = scene_.sentence_end(i);
    std::uint32_t at = i;
    bool former = false;
    while (at < limit && (scene_.is(at, Sense::former) || scene_.is(at, Sense::rank) ||
                          (scene_.lower_is(at, {"new", "unnamed"}) && scene_.item(at) == nullptr))) {
        former = former || scene_.is(at, Sense::former);
        at = scene_.item(at) != nullptr ? scene_.item_end(at) : at + 1;
        if (at + 1 < limit && scene_.token(at).form == "-" && former) {
            ++at;
        }
    }
    Affiliation of = affiliation(at);
    if (!of.any()) {
        at = i;
        of.begin = of.end = i;
        former = false;
    }
    const std::uint32_t begin = of.any() ? i : at;
    std::uint32_t head = of.any() ? of.end : at;
    std::uint32_t skipped = head;  // "South Korea's new foreign ministry", "a senior foreign ministry official"
    while (skipped < limit && (scene_.is(skipped, Sense::rank) || scene_.lower_is(skipped, {"new", "own"})) &&
           !scene_.is(skipped, Sense::title)) {
        skipped = scene_.item_end(skipped) > skipped ? scene_.item_end(skipped) : skipped + 1;
    }
    const Phrase phrase{i, begin, head, skipped, limit, former, of};
    const TitlePhrase office = title(head);
    if (scene_.is(skipped, Sense::body) && !office.any()) {
        return body_phrase(phrase);
    }
    if (office.any()) {
        return title_phrase(phrase, office);
    }
    return of.any() ? state_phrase(phrase) : official_phrase(phrase);
}

// "South Korea's foreign ministry", "the Foreign Ministry", "a senior foreign ministry official", "foreign ministry spokesman X".
std::uint32_t Reader::body_phrase(const Phrase& phrase) {
    const auto& [i, begin, head, skipped, limit, former, of] = phrase;
    std::vector<std::uint32_t> whose = of.entities;
    std::string state = of.state;
    const std::uint32_t body_end = scene_.item_end(skipped);
    const std::string slug = scene_.tables.word(*scene_.meaning(skipped, Sense::body)).slug;
    std::uint32_t end = body_end;
    std::uint32_t of_end = body_end;
    if (whose.empty() && scene_.lower_is(body_end, {"of"})) {
        if (const auto owner = state_after(body_end + 1, of_end)) {
            whose = {*owner};
            state = registry_.entity(*owner).state;
            end = of_end;
        }
    }
    const bool definite = i > 0 && scene_.lower_is(i - 1, {"the"});
    const bool inside_name =
        scene_.capital(skipped) &&
        ((skipped > scene_.sentence_begin(i) + 1 && scene_.capital(skipped - 1) && scene_.item(skipped - 1) == nullptr) ||
         (body_end < limit && scene_.capital(body_end) && scene_.item(body_end) == nullptr));
    if (whose.empty() && inside_name) {
        return body_end;  // "Walter Reed National Military Medical Center"
    }
    if (whose.empty()) {
        const std::uint32_t known = registry_.body_named(slug);
        if (known != Registry::npos) {
            state = registry_.entity(known).state;
        } else if (const std::uint32_t row = slug == "embassy" ? sending_state() : body_state_fallback(); row != Registry::npos) {
            state = scene_.tables.state(row).id;
        }
        if (state.empty()) {
            return body_end;
        }
        const std::uint32_t owner = registry_.state_by_id(state);
        if (owner != Registry::npos) {
            whose = {owner};
        }
        if (whose.empty() || (!definite && !scene_.capital(skipped) && slug != "foreign-ministry" && slug != "defense-ministry" &&
                              !scene_.is(end, Sense::official) && !title(end).any())) {
            return body_end;
        }
    }
    const TitlePhrase office = title(end);
    if (office.any() && end == body_end) {
        const std::uint32_t name = name_end(office.end);
        if (name > office.end) {
            TitlePhrase full = office;
            full.office = scene_.text_of(skipped, office.end);
            full.former = full.former || former;
            Affiliation owner = of;
            owner.state = state;
            return person_phrase(begin, full, owner, office.end, name);
        }
        mention(begin, office.end, {registry_.state_by_id(state) != Registry::npos ? registry_.state_by_id(state) : whose[0]},
                Ground::anonymous, false, true);
        return office.end;
    }
    if (scene_.is(end, Sense::official)) {
        mention(begin, scene_.item_end(end), whose, Ground::anonymous, false, true);
        return scene_.item_end(end);
    }
    if (whose.size() == 1 && registry_.entity(whose[0]).kind != ActorKind::group) {
        const std::uint32_t entity = registry_.body(slug, scene_.text_of(of.any() ? of.begin : skipped, end), state);
        mention(of.any() ? of.begin : skipped, end, {entity}, of.any() ? Ground::name : Ground::definite,
                scene_.noun(end) && !scene_.possessive(end) && !scene_.verb(end));
    } else {
        mention(begin, end, whose, Ground::name);
    }
    return end;
}

// "U.S. Secretary of State Marco Rubio", "the Japanese foreign minister, Taro Aso,", "his Greek counterpart".
std::uint32_t Reader::title_phrase(const Phrase& phrase, const TitlePhrase& office) {
    const auto& [i, begin, head, skipped, limit, former, of] = phrase;
    const std::vector<std::uint32_t>& whose = of.entities;
    if (!of.any() && office.state.empty()) {
        if (const std::uint32_t next = aide_of_person(office); next > office.end) {
            return next;
        }
    }
    const std::uint32_t name = name_end(office.end);
    TitlePhrase full = office;
    full.former = full.former || former;
    if (name > office.end && !scene_.possessive(office.end)) {
        if (whose.size() <= 1 || of.entities.empty()) {
            const std::uint32_t next = person_phrase(of.any() ? begin : office.begin, full, of, office.end, name);
            return next;
        }
    }
    if (scene_.token(office.end < limit ? office.end : limit - 1).form == "," && office.end + 1 < limit &&
        (of.any() || !office.state.empty())) {
        const std::uint32_t behind = name_end(office.end + 1);  // "the Japanese foreign minister, Taro Aso,"
        if (behind >= office.end + 3 && behind < limit && (scene_.token(behind).form == "," || scene_.verb(behind))) {
            return person_phrase(office.end + 1, full, of, office.end + 1, behind);
        }
    }
    if (!of.any() && office.state.empty()) {
        const std::uint32_t next = office.counterpart ? counterparts_of(office) : office.end;
        return next > office.end ? next : head;  // left to coreference
    }
    const std::string owner = !office.state.empty() ? office.state : of.state;
    const bool of_state = of.entities.size() == 1 && registry_.entity(of.entities[0]).kind == ActorKind::state;
    if (const std::uint32_t who = of_state && !full.former ? leader_of(owner, office.end - 1) : Registry::npos;
        who != Registry::npos) {
        mention(begin, office.end, {who}, Ground::definite);
        return office.end;
    }
    // Already named in the article, or unknown: then the state speaks.
    for (std::uint32_t e = static_cast<std::uint32_t>(scene_.document.entities.size()); e-- > 0 && !office.counterpart;) {
        const Entity& entity = registry_.entity(e);
        if (entity.kind == ActorKind::person && entity.state == owner && registry_.office_class(e) == office.office_class &&
            !full.former && office.office_class != OfficeClass::leader) {
            mention(begin, office.end, {e}, Ground::definite);
            return office.end;
        }
    }
    std::vector<std::uint32_t> owners = of.entities;
    if (owners.empty()) {
        const std::uint32_t entity = registry_.state_by_id(owner);
        if (entity == Registry::npos) {
            return office.end;
        }
        owners = {entity};
    }
    office_without_name(begin, full, owners, owner, full.former);
    return office.end;
}

// "South Korean officials", "the U.S. side", "Russia's Vladimir Putin", or the state alone.
std::uint32_t Reader::state_phrase(const Phrase& phrase) {
    const auto& [i, begin, head, skipped, limit, former, of] = phrase;
    const std::vector<std::uint32_t>& whose = of.entities;
    if (scene_.is(skipped, Sense::official)) {
        mention(begin, scene_.item_end(skipped), whose, Ground::anonymous, false, true);
        return scene_.item_end(skipped);
    }
    if (scene_.is(skipped, Sense::domain) && scene_.is(scene_.item_end(skipped), Sense::official)) {  // "U.S. defense officials"
        const std::uint32_t end = scene_.item_end(scene_.item_end(skipped));
        mention(begin, end, whose, Ground::anonymous, false, true);
        return end;
    }
    if (scene_.is(skipped, Sense::rule)) {
        std::uint32_t end = scene_.item_end(skipped);
        while (scene_.is(end, Sense::rule)) {  // "government delegation"
            end = scene_.item_end(end);
        }
        if (scene_.is(end, Sense::official)) {
            mention(begin, scene_.item_end(end), whose, Ground::anonymous, false, true);
            return scene_.item_end(end);
        }
        mention(of.begin, end, whose, of.ground);
        return end;
    }
    if (const std::uint32_t next = read_group_name(head, of); next > head) {
        return next;
    }
    if (const std::uint32_t next = collective_phrase(phrase); next > head) {
        return next;
    }
    if ((of.adjective || of.possessive) && scene_.is(head, Sense::person)) {  // "Russia's Vladimir Putin"
        const std::uint32_t row = registry_.in_office(head);
        if (row != Registry::npos && scene_.tables.person(row).state == of.state) {
            PersonFacts facts;
            facts.name = scene_.text_of(head, scene_.item_end(head));
            facts.state = of.state;
            mention(begin, scene_.item_end(head), {registry_.person(facts, false)}, Ground::name);
            return scene_.item_end(head);
        }
    }
    affiliated_state(of, of.end);
    return of.end;
}

// "officials in Washington", "the official", "the government of Peru".
std::uint32_t Reader::official_phrase(const Phrase& phrase) {
    const auto& [i, begin, head, skipped, limit, former, of] = phrase;
    if (scene_.is(i, Sense::official) || (scene_.is(skipped, Sense::official) && skipped > i)) {
        const std::uint32_t word = scene_.is(i, Sense::official) ? i : skipped;
        const std::uint32_t end = scene_.item_end(word);
        std::uint32_t of_end = end;
        if (scene_.lower_is(end, {"in", "from", "of"})) {  // "officials in Washington", "negotiators from Iran"
            if (const auto owners = states_after(end + 1, of_end); !owners.empty()) {
                mention(i, of_end, owners, Ground::anonymous, false, true);
                return of_end;
            }
        }
        if (i > 0 && scene_.lower_is(i - 1, {"the"}) && scene_.lower_is(word, {"official", "diplomat", "source", "officials"}) &&
            last_official_ != Registry::npos) {
            mention(i, end, {last_official_}, Ground::anonymous, false, true);
        }
        return end;
    }
    if (scene_.is(i, Sense::rule)) {
        const std::uint32_t end = scene_.item_end(i);
        std::uint32_t of_end = end;
        if (scene_.lower_is(end, {"of"})) {  // "the government of Japan"
            if (const auto owners = states_after(end + 1, of_end); !owners.empty()) {
                mention(i, of_end, owners, Ground::definite);
                return of_end;
            }
            if (government_of_person(i, end)) {
                return end;
            }
        }
        return end;
    }
    return i;
}

}  // namespace demarche
