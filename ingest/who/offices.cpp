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
        bool several = false;
        for (std::uint32_t e = 0; e < scene_.document.entities.size(); ++e) {
            if (registry_.entity(e).kind == ActorKind::person && registry_.entity(e).state == open.state &&
                registry_.office_class(e) == open.office_class && !registry_.former(e)) {
                several = several || holder != Registry::npos;
                holder = e;
            }
        }
        if (holder != Registry::npos && !several) {
            ActorMention& mention = scene_.document.actors[open.mention];
            mention.entities = {holder};
            mention.ground = Ground::definite;
            mention.anonymous = false;
        }
    }
}

}  // namespace demarche
