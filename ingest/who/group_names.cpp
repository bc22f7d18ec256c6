// Movements, fronts, armies and parties that no table knows, by the make of their names: "the Ogaden National Liberation Front
// (ONLF)". One word of the name says what it is, another for what it stands; neither alone makes a group ("Western Front").
#include <algorithm>

#include "who/reader.hpp"

namespace demarche {

namespace {

constexpr std::uint32_t kLongestName = 10;

}  // namespace

std::uint32_t Reader::read_group_name(std::uint32_t i, const Affiliation& of) {
    const std::uint32_t limit = i < scene_.size() ? scene_.sentence_end(i) : i;
    if (i + 1 >= limit || !scene_.capital(i) || scene_.token(i).upos == Upos::det || (of.any() && scene_.hyphen(of.end))) {
        return i;
    }
    if (!of.any() && (scene_.is(i, Sense::state_name) || scene_.is(i, Sense::state_adjective) || scene_.is(i, Sense::seat))) {
        return i;  // read as whose group it is
    }
    if (const Item* item = scene_.item(i); item != nullptr && (scene_.is(i, Sense::organisation) || scene_.is(i, Sense::title))) {
        return i;
    }
    std::uint32_t end = i;
    bool cause = false;
    bool open = false;  // behind "for": what it fights for belongs to the name
    std::uint32_t words = 0;
    std::string_view state;
    for (std::uint32_t at = i; at < limit && words < kLongestName; ++words) {
        const bool joiner = scene_.lower_is(at, {"of", "for", "the", "and", "de", "in"}) || scene_.possessive(at) ||
                            (scene_.token(at).form == "-" && !scene_.token(at).space_before);
        if (joiner && at > i) {
            if (!scene_.capital(at + 1) && !scene_.lower_is(at + 1, {"the"})) {
                break;
            }
            if (end == at && !scene_.lower_is(at, {"of", "for"}) && scene_.token(at).form != "-") {
                break;  // "… Front and …", "… Army in …"
            }
            open = open || (end == at && end > i);
            ++at;
            continue;
        }
        if (!scene_.capital(at) || scene_.verb(at) || scene_.is(at, Sense::title) || scene_.is(at, Sense::person) ||
            scene_.is(at, Sense::official)) {
            break;
        }
        const std::uint32_t behind = scene_.item_end(at);
        cause = cause || scene_.is(at, Sense::group_cause) || scene_.is(at, Sense::domain);  // "National Unity"
        if (const auto row = scene_.meaning(at, Sense::state_name); row && state.empty() && at > i) {
            state = scene_.tables.state(*row).id;
        }
        if (scene_.is(at, Sense::group_head) || open) {
            end = behind;
        }
        at = behind;
    }
    if (end < i + 2 || !cause) {
        return i;
    }
    std::string whose(of.any() && of.entities.size() == 1 ? std::string_view(of.state) : state);
    const std::uint32_t begin = of.any() && of.adjective && of.entities.size() == 1 ? of.begin : i;
    const std::uint32_t entity = registry_.group(scene_.text_of(i, end), whose);
    mention(begin, end, {entity}, Ground::name);
    if (end + 2 < limit && scene_.token(end).form == "(" && scene_.token(end + 2).form == ")" && scene_.capital(end + 1)) {
        acronyms_.push_back({scene_.hash(end + 1), entity});
        return end + 3;
    }
    return end;
}

std::uint32_t Reader::read_acronym(std::uint32_t i) {
    if (acronyms_.empty() || !scene_.capital(i) || scene_.item(i) != nullptr) {
        return i;
    }
    const std::uint64_t word = scene_.hash(i);
    const auto known =
        std::find_if(acronyms_.begin(), acronyms_.end(), [&](const Acronym& acronym) { return acronym.word == word; });
    if (known == acronyms_.end()) {
        return i;
    }
    std::uint32_t row = Registry::npos;
    const std::uint32_t end = std::max(i + 1, collective_end(i + 1, row));  // "OLF fighters"
    mention(i, end, {known->entity}, Ground::acronym);
    return end;
}

}  // namespace demarche
