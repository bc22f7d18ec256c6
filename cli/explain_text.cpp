#include "explain_text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "concat.hpp"
#include "what/rules.hpp"

namespace demarche::cli {

namespace {

std::string joined(const std::vector<std::string>& words, std::string_view separator = ", ") {
    std::string text;
    for (const std::string& word : words) {
        text += text.empty() ? "" : std::string(separator);
        text += word;
    }
    return text;
}

std::string two_decimals(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", value);
    return text.data();
}

std::string links_of(const Terminal& terminal, const World& world, const std::string& id) {
    std::string text;
    const auto title = [&](const std::string& other) {
        const auto found =
            std::ranges::lower_bound(world.events, other, {}, [](const WorldEvent& event) { return event.event.id; });
        return found != world.events.end() && found->event.id == other ? " (" + found->event.title + ")" : std::string();
    };
    for (const WorldLink& link : world.links) {
        const std::string type(to_string(link.type));
        const std::string cue = link.cue.empty() ? "" : ", by the words \"" + link.cue + "\"";
        if (link.from == id) {
            text += field(terminal, "link", concat({type, " ", link.to, title(link.to), cue}));
        } else if (link.to == id) {
            text += field(terminal, "link", concat({link.from, title(link.from), " is ", type, " this", cue}));
        }
    }
    return text;
}

}  // namespace

std::string date_text(const DateSpan& date) {
    if (date.edtf.empty() && date.precision == Precision::unknown) {
        return "not known";
    }
    std::string text = date.edtf + " (" + std::string(to_string(date.precision));
    if (date.basis != DateBasis::none) {
        text += "; " + std::string(to_string(date.basis));
    }
    if (!date.text.empty()) {
        text += ", from the words \"" + date.text + "\"";
    }
    return text + ")";
}

std::string place_text(const Place& place) {
    std::string text = place.name;
    if (!place.country.empty()) {
        text += (text.empty() ? "" : ", ") + place.country;
    }
    if (place.lat && place.lon) {
        text += " (" + two_decimals(*place.lat) + ", " + two_decimals(*place.lon) + ")";
    }
    return text;
}

std::string field(const Terminal& terminal, std::string_view label, std::string_view text) {
    if (text.empty()) {
        return {};
    }
    const std::string head = "  " + std::string(label) + ": ";
    const std::size_t width = std::max<std::size_t>(terminal.width, head.size() + 30) - head.size();
    std::string result;
    for (const std::string& line : wrap(printable(text), width)) {
        result += (result.empty() ? head : std::string(head.size(), ' ')) + line + "\n";
    }
    return result;
}

std::string marked_sentence(const Terminal& terminal, const Mention& mention) {
    const Span whole = mention.sentence_span;
    const Span trigger = mention.trigger_span;
    const bool inside = whole.contains(trigger) && !trigger.empty() && trigger.end - whole.begin <= mention.sentence.size();
    if (!inside) {
        return printable(mention.sentence);
    }
    const std::string_view sentence = mention.sentence;
    const std::string words = printable(sentence.substr(trigger.begin - whole.begin, trigger.size()));
    return printable(sentence.substr(0, trigger.begin - whole.begin)) +
           (terminal.colours ? styled(terminal, "1", words) : ">>" + words + "<<") +
           printable(sentence.substr(trigger.end - whole.begin));
}

std::string rule_text(std::string_view id, const Rules& rules) {
    const auto found = std::ranges::find(rules.all(), id, &Rule::id);
    return std::string(id) + (found == rules.all().end() ? "" : " (" + found->where + ")");
}

std::string status_path_text(const std::vector<std::string>& path) { return joined(path, " → "); }

std::string article_text(const Terminal& terminal, const ArticleInfo& article) {
    std::string text = article.id;
    for (const std::string& part :
         {article.outlet, article.published ? iso_published(*article.published) : std::string(), article.title}) {
        text += part.empty() ? "" : " · " + part;
    }
    return field(terminal, "article", text) + field(terminal, "  address", article.url);
}

std::string actor_lines(const Terminal& terminal, const Event& event, bool words) {
    std::string text;
    for (const Actor& actor : event.actors) {
        std::string line = actor.name.empty() ? actor.id : actor.name;
        if (actor.kind == ActorKind::person || actor.kind == ActorKind::group) {
            line += actor.state.empty() ? ", state not known" : ", " + actor.state;
        }
        line += actor.office.empty() ? "" : ", " + actor.office;
        line += " [" + actor.id + "]";
        if (words && !actor.text.empty()) {
            line += ", from the words \"" + actor.text + "\"";
        }
        text += field(terminal, to_string(actor.role), line);
    }
    return text;
}

std::string learned_text(const Terminal& terminal, const Event& event, const WorldEvent& merged, const World& world) {
    std::string text;
    for (const Actor& actor : event.actors) {
        if (actor.kind != ActorKind::person || !actor.state.empty()) {
            continue;
        }
        for (const WorldActor& known : world.actors) {
            if (std::ranges::find(merged.event.actors, known.id, &Actor::id) == merged.event.actors.end() ||
                std::ranges::find(known.names, actor.name) == known.names.end() || known.state.empty()) {
                continue;
            }
            for (const ActsFor& acts : known.acts_for) {
                text += field(terminal, "learned",
                              concat({actor.name, " is ", known.name, ", ", acts.state, acts.office.empty() ? "" : ", ",
                                      acts.office, " [", known.id, "], from ", joined(acts.articles)}));
            }
        }
    }
    return text;
}

std::string merged_event_text(const Terminal& terminal, const WorldEvent& world_event, const World& world) {
    const Event& event = world_event.event;
    std::string text = styled(terminal, "1", printable(event.id + "  " + event.title)) + "\n";
    text += field(terminal, "kind",
                  event.kind + " (PLOVER " + event.plover + (event.mode.empty() ? "" : "/" + event.mode) +
                      (event.cameo.empty() ? "" : ", CAMEO " + event.cameo) + ")");
    text += field(terminal, "status", to_string(event.status));
    text += field(terminal, "date", date_text(event.date));
    text += event.place ? field(terminal, "place", place_text(*event.place)) : "";
    text += actor_lines(terminal, event, false);
    text += field(terminal, "confidence", two_decimals(event.confidence) + ", salience " + two_decimals(event.salience));
    text += field(terminal, "codings", joined(world_event.codings));
    for (const MergeGround& ground : world_event.grounds) {
        text +=
            field(terminal, "merged", ground.merged + " on " + joined(ground.on) + " (score " + two_decimals(ground.score) + ")");
    }
    if (world_event.history.size() > 1) {
        for (const StatusEntry& entry : world_event.history) {
            text += field(terminal, "history",
                          (entry.as_of ? iso_published(*entry.as_of) : std::string("undated")) + " " +
                              std::string(to_string(entry.status)) + ", says " + entry.coding);
        }
    }
    for (const Conflict& conflict : world_event.conflicts) {
        for (const ConflictValue& value : conflict.values) {
            text += field(terminal, "conflict", conflict.field + " " + value.value + ", say " + joined(value.codings));
        }
    }
    return text + links_of(terminal, world, event.id);
}

std::string actor_text(const Terminal& terminal, const WorldActor& actor, const World& world) {
    std::string text = styled(terminal, "1", printable(actor.id + "  " + actor.name)) + "\n";
    text += field(terminal, "kind", to_string(actor.kind));
    text += field(terminal, "names", joined(actor.names));
    text += field(terminal, "state", actor.state);
    for (const ActsFor& acts : actor.acts_for) {
        std::string line = acts.state + (acts.office.empty() ? "" : ", " + acts.office);
        if (!acts.from.empty() || !acts.to.empty()) {
            line += ", " + (acts.from.empty() ? ".." : acts.from) + "/" + (acts.to.empty() ? ".." : acts.to);
        }
        text += field(terminal, "acts for", line + (acts.articles.empty() ? "" : ", in " + joined(acts.articles)));
    }
    std::size_t events = 0;
    for (const WorldEvent& event : world.events) {
        for (const Actor& taking_part : event.event.actors) {
            if (taking_part.id == actor.id) {
                ++events;
                text += field(terminal, to_string(taking_part.role),
                              (event.event.date.edtf.empty() ? "undated" : event.event.date.edtf) + "  " + event.event.title +
                                  " [" + event.event.id + "]");
            }
        }
    }
    return events == 0 ? text + "  in no event of its own\n" : text;
}

}  // namespace demarche::cli
