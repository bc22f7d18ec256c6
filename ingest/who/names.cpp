// A name that stands alone: the full name of somebody the tables know, the surname of somebody named before, "the Lee
// government".
#include <algorithm>

#include "who/reader.hpp"

namespace demarche {

// Does the article name somebody else of the head's surname ("Melania Trump")? The whole article tells, so each surname is asked
// once.
bool Reader::has_namesake(std::uint32_t i, const PersonRow& head) {
    const std::uint64_t word = scene_.hash(i);
    const auto [known, first] = namesakes_.try_emplace(word, false);
    if (!first) {
        return known->second;
    }
    const std::vector<std::uint64_t> names = fold_list(head.name);
    for (std::uint32_t at = 1; at < scene_.size() && !known->second; ++at) {
        const std::uint64_t before = scene_.hash(at - 1);
        known->second = scene_.hash(at) == word && scene_.tables.given_name(before) && scene_.capital(at - 1) &&
                        std::none_of(names.begin(), names.end(), [&](std::uint64_t name) { return combine(0, name) == before; });
    }
    return known->second;
}

// "Trump and Putin agreed": npos unless the surname can only be that of the head in office.
std::uint32_t Reader::read_surname(std::uint32_t i) {
    if (scene_.token(i).upos != Upos::propn || scene_.item(i) != nullptr || scene_.hyphen(i + 1) ||
        scene_.tables.given_name(scene_.hash(i)) || (i > scene_.sentence_begin(i) && scene_.capital(i - 1))) {
        return Registry::npos;
    }
    const std::uint32_t row = registry_.known_by_surname(fold_hash(scene_.token(i).form));
    if (row == Registry::npos) {
        return Registry::npos;
    }
    const PersonRow& head = scene_.tables.person(row);
    if (has_namesake(i, head)) {
        return Registry::npos;
    }
    PersonFacts facts;
    facts.name = scene_.token(i).form;
    facts.state = head.state;
    facts.office_class = head.office_class;
    const std::uint32_t who = registry_.person(facts, false);
    if (who != Registry::npos) {
        scene_.document.entities[who].learned = false;
    }
    return who;
}

std::uint32_t Reader::read_name(std::uint32_t i) {
    if (!scene_.capital(i)) {
        return i;
    }
    if (scene_.is(i, Sense::honorific)) {
        const std::uint32_t name = scene_.item_end(i);
        const std::uint32_t end = name_end(name);
        if (end > name) {
            const std::uint32_t who = registry_.find(scene_.text_of(name, end));
            if (who != Registry::npos) {
                mention(i, end, {who}, Ground::surname);
            }
            return end;
        }
        return i;
    }
    const std::uint32_t end = name_end(i);
    if (end == i) {
        return i;
    }
    std::string name = scene_.text_of(i, end);
    // "the Lee government", "the Donald Trump administration"
    if (scene_.is(end, Sense::rule) && !scene_.lower_is(end, {"state", "nation", "republic", "side"})) {
        std::uint32_t who = registry_.find(name);
        std::string state = who != Registry::npos ? registry_.entity(who).state : "";
        if (state.empty()) {
            std::uint32_t row = scene_.is(i, Sense::person) ? registry_.in_office(i) : registry_.head_by_surname(fold_hash(name));
            state = row != Registry::npos ? scene_.tables.person(row).state : "";
        }
        if (const std::uint32_t entity = state.empty() ? Registry::npos : registry_.state_by_id(state);
            entity != Registry::npos) {
            mention(i, scene_.item_end(end), {entity}, Ground::definite);
            return scene_.item_end(end);
        }
    }
    if (end > i + 1) {
        if (const std::uint32_t next = apposition(i, end); next > end) {
            return next;
        }
    }
    const bool initial =
        i == scene_.sentence_begin(i) || scene_.token(i - 1).form == "\"" || scene_.token(i - 1).form == "\u201c";
    std::uint32_t who = Registry::npos;
    if (scene_.is(i, Sense::person) && scene_.item_end(i) == end) {
        who = registry_.find(name);
        const std::uint32_t row = who == Registry::npos ? registry_.in_office(i) : Registry::npos;
        if (row != Registry::npos) {
            PersonFacts facts;
            facts.name = name;
            facts.state = scene_.tables.person(row).state;
            who = registry_.person(facts, false);
            if (who != Registry::npos) {
                scene_.document.entities[who].learned = false;
            }
        }
    } else {
        who = registry_.find(name);
        if (who == Registry::npos && end == i + 1) {
            who = read_surname(i);
        }
    }
    if (who != Registry::npos) {
        mention(i, end, {who}, end == i + 1 ? Ground::surname : Ground::name);
        return end;
    }
    if (end > i + 1 && !scene_.hyphen(i + 1) && (initial || !scene_.tables.given_name(scene_.hash(i)))) {
        // An ordinary word may stand before a surname at the start of a sentence ("Meanwhile Park said").
        const std::uint32_t last = end - 1;
        const std::uint32_t short_form = registry_.by_surname(scene_.hash(last), OfficeClass::none);
        if (short_form != Registry::npos && last == i + 1 && !scene_.tables.given_name(scene_.hash(i)) &&
            !scene_.tables.family_first(scene_.hash(i))) {
            mention(last, end, {short_form}, Ground::surname);
        }
    }
    return end;
}

}  // namespace demarche
