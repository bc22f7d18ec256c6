// demarche show: a timeline to read in the terminal.
#include <algorithm>
#include <map>

#include "command.hpp"
#include "exports.hpp"
#include "interrupt.hpp"
#include "options.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "terminal.hpp"

namespace demarche::cli {

namespace {

struct StatusLook {
    std::string_view mark;
    std::string_view sgr;
};

StatusLook look_of(Status status) {
    switch (status) {
        case Status::occurred:
            return {"●", "32"};
        case Status::ongoing:
            return {"◐", "36"};
        case Status::planned:
            return {"○", "34"};
        case Status::possible:
            return {"?", "33"};
        case Status::denied:
            return {"✕", "31"};
        case Status::cancelled:
            return {"⊘", "31"};
    }
    return {"●", "0"};
}

// Undated events come last; an event without a beginning stands at its end.
bool earlier(const WorldEvent* a, const WorldEvent* b) {
    const auto key = [](const WorldEvent* event) {
        const DateSpan& date = event->event.date;
        const std::optional<Day> first = date.first ? date.first : date.last;
        const std::optional<Day> last = date.last ? date.last : date.first;
        return std::tuple(!first.has_value(), first.value_or(Day{}), last.value_or(Day{}), std::string_view(event->event.id));
    };
    return key(a) < key(b);
}

std::string actors_text(const Event& event) {
    std::string text;
    for (const Actor& actor : event.actors) {
        text += text.empty() ? "" : ", ";
        text += actor.name.empty() ? actor.id : actor.name;
        if (actor.kind == ActorKind::person && !actor.state.empty()) {
            text += " (" + actor.state + ")";
        }
        if (actor.role != Role::participant) {
            text += " [" + std::string(to_string(actor.role)) + "]";
        }
    }
    return text;
}

std::string place_text(const Event& event) {
    if (!event.place || !event.place->known()) {
        return {};
    }
    const Place& place = *event.place;
    return place.name.empty() ? place.country : place.country.empty() ? place.name : place.name + ", " + place.country;
}

class ShowCommand final : public Command {
public:
    [[nodiscard]] const Usage& usage() const override {
        static const Usage usage{
            "show",
            "WORLD",
            "Show the timeline in the terminal.",
            "WORLD is the output folder of a build, a world.jsonl, or - for standard input. Events stand in order of their "
            "dates, those\n"
            "without one at the end. Marks: ● occurred  ◐ ongoing  ○ planned  ? possible  ✕ denied  ⊘ cancelled",
            join({selection_options(), {option::data}}),
            "demarche show out --from 2025-06 --status planned"};
        return usage;
    }

    void setup(const Arguments& arguments) override {
        if (arguments.words().size() != 1) {
            throw UsageError("it takes one world; give the output folder of a build or a world.jsonl");
        }
        world_ = arguments.words().front();
        selection_ = parse_selection(arguments);
        extra_data_ = arguments.values("data");
    }

    int run() override {
        if (!selection_.kinds.empty()) {
            check_kinds(selection_, {data_folder(), extra_data_});
        }
        World world = load_world(world_);
        if (!selection_.everything()) {
            world = select(world, selection_);
        }
        std::vector<const WorldEvent*> events;
        for (const WorldEvent& event : world.events) {
            events.push_back(&event);
        }
        std::ranges::sort(events, earlier);

        Output out("");
        const Terminal terminal = standard_output_terminal();
        for (const WorldEvent* event : events) {
            stop_if_interrupted();
            out.write(entry(*event, terminal));
        }
        if (events.empty()) {
            out.write(selection_.everything() ? "no events\n" : "no events that the filters let through\n");
        }
        out.finish();
        return done;
    }

private:
    // 2025-07-11             ● talks  Trilateral talks of …
    //                          Park Yoon-joo (KOR), … · Kuala Lumpur, MYS · 2 articles · ev.3f9a0c
    static std::string entry(const WorldEvent& world_event, const Terminal& terminal) {
        constexpr std::size_t date_width = 21;
        const Event& event = world_event.event;
        const StatusLook look = look_of(event.status);
        const std::string date = event.date.edtf.empty() ? "undated" : printable(event.date.edtf);
        const std::string indent(date_width + 3, ' ');
        const std::size_t width = std::max<std::size_t>(terminal.width, indent.size() + 20) - indent.size();

        std::string text = styled(terminal, "1", fit(date, date_width, true)) + " " + styled(terminal, look.sgr, look.mark) + " ";
        const std::vector<std::string> title = wrap(printable(event.title.empty() ? event.kind : event.title), width);
        for (std::size_t i = 0; i < title.size(); ++i) {
            text += (i == 0 ? "" : indent) + styled(terminal, "1", title[i]) + "\n";
        }
        std::string detail = event.kind + ", " + std::string(to_string(event.status));
        for (const std::string& part : {actors_text(event), place_text(event)}) {
            detail += part.empty() ? "" : " · " + part;
        }
        detail += " · " + counted(world_event.articles.size(), "article") + " · " + event.id;
        for (const std::string& line : wrap(printable(detail), width)) {
            text += indent + styled(terminal, "2", line) + "\n";
        }
        return text;
    }

    std::string world_;
    Selection selection_;
    std::vector<std::string> extra_data_;
};

}  // namespace

std::unique_ptr<Command> make_show_command() { return std::make_unique<ShowCommand>(); }

}  // namespace demarche::cli
