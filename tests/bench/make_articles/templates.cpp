#include "templates.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace demarche::bench {

namespace {

constexpr std::array<std::pair<std::string_view, Slot>, 12> kSlots = {{{"place", Slot::place},
                                                                       {"place.c", Slot::place_country},
                                                                       {"wd", Slot::weekday},
                                                                       {"date", Slot::date},
                                                                       {"month", Slot::month},
                                                                       {"topic", Slot::topic},
                                                                       {"activity", Slot::activity},
                                                                       {"product", Slot::product},
                                                                       {"rate", Slot::rate},
                                                                       {"office", Slot::office},
                                                                       {"new", Slot::new_name},
                                                                       {"newsur", Slot::new_surname}}};
constexpr std::array<std::pair<std::string_view, Slot>, 6> kOfState = {{{"", Slot::name},
                                                                        {".person", Slot::person},
                                                                        {".title", Slot::title},
                                                                        {".sur", Slot::surname},
                                                                        {".adj", Slot::adjective},
                                                                        {".cap", Slot::capital}}};

template <std::size_t N>
Slot find(const std::array<std::pair<std::string_view, Slot>, N>& slots, std::string_view name) {
    const auto found = std::find_if(slots.begin(), slots.end(), [&](const auto& slot) { return slot.first == name; });
    return found == slots.end() ? Slot::none : found->second;
}

Sentence parse(const Table& table, std::size_t row, std::string_view text) {
    Sentence sentence;
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        Piece piece;
        piece.text = text.substr(0, open);
        if (open == std::string_view::npos) {
            sentence.push_back(piece);
            break;
        }
        const std::size_t close = text.find('}', open);
        const std::string_view name = text.substr(open + 1, close == std::string_view::npos ? close : close - open - 1);
        piece.slot = find(kSlots, name);
        if (piece.slot == Slot::none && !name.empty() && std::string_view("abcABC").find(name[0]) != std::string_view::npos) {
            piece.upper = name[0] <= 'C';
            piece.state = static_cast<std::uint8_t>(name[0] - (piece.upper ? 'A' : 'a'));
            piece.slot = find(kOfState, name.substr(1));
        }
        if (piece.slot == Slot::none || close == std::string_view::npos) {
            table.fail(row, "unknown placeholder {" + std::string(name) + "}");
        }
        sentence.push_back(piece);
        text.remove_prefix(close + 1);
    }
    return sentence;
}

}  // namespace

Templates Templates::load(const std::string& folder) {
    Templates templates;
    templates.table_ = std::make_unique<Table>(Table::load({folder, {}}, "templates.tsv", {"kind", "status", "part", "text"}));
    const Table& table = *templates.table_;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string_view kind = table.at(row, 0);
        const std::string_view status = table.at(row, 1);
        const std::string_view part = table.at(row, 2);
        const std::string_view text = table.at(row, 3);
        if (part == "word") {
            auto& words = kind == "topic"      ? templates.topics
                          : kind == "activity" ? templates.activities
                          : kind == "product"  ? templates.products
                                               : templates.offices;
            words.push_back(text);
            continue;
        }
        if (part == "filler") {
            templates.fillers.push_back(parse(table, row, text));
            continue;
        }
        auto story = std::find_if(templates.stories.begin(), templates.stories.end(),
                                  [&](const Story& s) { return s.kind == kind && s.status == status; });
        if (story == templates.stories.end()) {
            templates.stories.push_back({std::string(kind), std::string(status), {}, {}, {}});
            story = std::prev(templates.stories.end());
        }
        if (part != "title" && part != "lead" && part != "body") {
            table.fail(row, "unknown part \"" + std::string(part) + "\"; use title, lead, body or filler");
        }
        (part == "title" ? story->titles : part == "lead" ? story->leads : story->bodies).push_back(parse(table, row, text));
    }
    for (const Story& story : templates.stories) {
        if (story.titles.empty() || story.leads.empty() || story.bodies.empty()) {
            throw DataError(folder + "/templates.tsv: " + story.kind + " " + story.status +
                            " needs a title, a lead and a body sentence");
        }
    }
    return templates;
}

}  // namespace demarche::bench
