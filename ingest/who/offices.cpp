// Offices without a name beside them: whose they are, and who holds them when the article names the holder later.
#include <algorithm>

#include "who/reader.hpp"

namespace demarche {

// "his counterparts from Peru and Chile", "her counterpart from Ghana".
std::uint32_t Reader::counterparts_of(const TitlePhrase& office) {
    std::uint32_t end = office.end;
    if (!scene_.lower_is(end, {"from", "of", "in"})) {
        return office.end;
    }
    const std::vector<std::uint32_t> whose = states_after(end + 1, end);
    if (whose.empty()) {
        return office.end;
    }
    mention(office.begin, end, whose, Ground::anonymous, false, true);
    return end;
}

// "the new government of President Ana Lima": the government acts; she is read behind it.
bool Reader::government_of_person(std::uint32_t begin, std::uint32_t of) {
    const TitlePhrase office = title(of + 1);
    if (!office.any() || office.former || office.counterpart) {
        return false;
    }
    const std::uint32_t end = name_end(office.end);
    if (end == office.end || scene_.possessive(office.end)) {
        return false;
    }
    PersonFacts facts;
    facts.name = scene_.text_of(office.end, end);
    facts.office = office.office;
    facts.office_class = office.office_class;
    facts.state = office.state;
    facts.usual_state = office.usual_state;
    const std::uint32_t who = registry_.person(facts, true);
    const std::uint32_t state = who == Registry::npos ? who : registry_.state_by_id(registry_.entity(who).state);
    if (state != Registry::npos) {
        mention(begin, of, {state}, Ground::definite);
    }
    return state != Registry::npos;
}

// Whose "the embassy" is: the ambassador's of whom the article speaks.
std::uint32_t Reader::sending_state() const {
    for (std::size_t m = scene_.document.actors.size(); m-- > 0;) {
        const std::uint32_t who = scene_.document.actors[m].entities.front();
        if (registry_.entity(who).kind == ActorKind::person && registry_.office_class(who) == OfficeClass::ambassador) {
            return scene_.tables.find_state(registry_.entity(who).state);
        }
    }
    return Registry::npos;
}

// "Annan's representative in Cyprus, Gustave Feissel,": who serves a person acts for the same state.
std::uint32_t Reader::aide_of_person(const TitlePhrase& office) {
    const auto& past = scene_.document.actors;
    if (past.empty() || office.counterpart || !past.back().possessive || past.back().tokens.end + 1 != office.begin ||
        registry_.entity(past.back().entities.front()).kind != ActorKind::person) {
        return office.end;
    }
    const std::string state = registry_.entity(past.back().entities.front()).state;
    std::uint32_t end = office.end;
    if (scene_.lower_is(end, {"in", "for", "to"}) && !state_after(end + 1, end)) {
        return office.end;
    }
    const bool comma = scene_.token(end).form == ",";
    const std::uint32_t name = comma ? end + 1 : office.end;
    const std::uint32_t behind = name_end(name);
    if (state.empty() || behind < name + 2 || (comma && scene_.token(behind).form != ",")) {
        return office.end;
    }
    TitlePhrase full = office;
    full.state = state;
    return person_phrase(comma ? name : office.begin, full, Affiliation{}, name, behind);
}

// "the North Korean dictator", of whom the article speaks by name elsewhere; npos if none or several lead that state.
std::uint32_t Reader::leader_of(const std::string& state, std::uint32_t word) const {
    std::uint32_t only = Registry::npos;
    if (!scene_.lower_is(word, {"leader", "dictator", "strongman", "ruler", "autocrat"})) {
        return only;
    }
    for (std::uint32_t e = 0; e < scene_.document.entities.size(); ++e) {
        const OfficeClass held = registry_.office_class(e);
        const bool leads = held == OfficeClass::head_of_state || held == OfficeClass::head_of_government ||
                           (held == OfficeClass::leader && registry_.entity(e).office.ends_with("eader"));
        if (registry_.entity(e).kind != ActorKind::person || registry_.entity(e).state != state || !leads ||
            registry_.former(e)) {
            continue;
        }
        if (only != Registry::npos) {
            return Registry::npos;
        }
        only = e;
    }
    return only;
}

void Reader::office_without_name(std::uint32_t begin, const TitlePhrase& office, const std::vector<std::uint32_t>& owners,
                                 const std::string& owner, bool former) {
    const std::size_t before = scene_.document.actors.size();
    mention(begin, office.end, owners, Ground::anonymous, false, true);
    if (scene_.document.actors.size() > before && !former && !office.counterpart && owners.size() == 1) {
        open_offices_.push_back({before, office.office_class, owner});
    }
}

// "Kenya's trade minister" of a lead is often named only below: whoever alone holds that office in the article.
void Reader::settle_offices() {
    for (const OpenOffice& open : open_offices_) {
        if (open.office_class == OfficeClass::none || open.office_class == OfficeClass::leader ||
            open.office_class == OfficeClass::minister || open.office_class == OfficeClass::legislator ||
            open.office_class == OfficeClass::spokesperson || open.office_class == OfficeClass::military_chief) {
            continue;  // many hold such an office at once
        }
        std::uint32_t holder = Registry::npos;
        std::uint32_t stateless = Registry::npos;  // "Trade Minister X", whose state nothing else tells
        std::uint32_t holders = 0;
        std::uint32_t others = 0;
        for (std::uint32_t e = 0; e < scene_.document.entities.size(); ++e) {
            const Entity& known = registry_.entity(e);
            if (known.kind != ActorKind::person || registry_.office_class(e) != open.office_class || registry_.former(e)) {
                continue;
            }
            if (known.state == open.state) {
                holder = e;
                ++holders;
            } else if (known.state.empty()) {
                stateless = e;
                ++others;
            }
        }
        if (holders == 0 && others == 1) {
            holder = stateless;
            scene_.document.entities[holder].state = open.state;
        }
        const bool several = holders > 1;
        if (holder != Registry::npos && !several) {
            ActorMention& mention = scene_.document.actors[open.mention];
            mention.entities = {holder};
            mention.ground = Ground::definite;
            mention.anonymous = false;
        }
    }
}

}  // namespace demarche
