// demarche explain: why is this node, or this edge, in the graph?
#include <algorithm>
#include <filesystem>
#include <set>

#include "coding_text.hpp"
#include "command.hpp"
#include "concat.hpp"
#include "demarche/ingest/data.hpp"
#include "explain_text.hpp"
#include "exports.hpp"
#include "interrupt.hpp"
#include "options.hpp"
#include "output.hpp"
#include "records.hpp"
#include "source_places.hpp"

namespace demarche::cli {

namespace {

class ExplainCommand final : public Command {
public:
    [[nodiscard]] const Usage& usage() const override {
        static const Usage usage{
            "explain",
            "ID [DIR]",
            "Explain an event, actor, place or edge: articles, sentences, rules, grounds.",
            "DIR is the output folder of a build (default: out, or this folder). ID is an event (ev.3f9a0c, or the beginning of "
            "it), a\n"
            "coding (te-0001.e2), an actor (person.park-yoon-joo.KOR, state.KOR), a place, or an edge (\"SOURCE -> TARGET\"). "
            "Sentences\n"
            "come with the trigger marked, with the line and column of the file that the article was read from, and with their\n"
            "dependency tree: trigger, actors, date and place are marked in it, phrases without a part in the event are folded.\n"
            "The rule comes with file and line; the status path is what decided the status, from the trigger outward.",
            {{"output", "DIR", "the output folder of the build", 'o'}, option::data},
            "demarche explain ev.3f9a out\ndemarche explain \"state.KOR -> ev.3f9a\" out"};
        return usage;
    }

    void setup(const Arguments& arguments) override {
        const std::vector<std::string>& words = arguments.words();
        const auto folder = arguments.value("output");
        if (words.empty() || words.size() > (folder ? 1U : 2U)) {
            throw UsageError("it takes an id and a folder; write demarche explain ID DIR");
        }
        id_ = words[0];
        folder_ = folder.value_or(words.size() == 2 ? words[1] : "");
        extra_data_ = arguments.values("data");
        const std::size_t arrow = id_.find("->");
        const std::size_t gap = arrow != std::string::npos ? arrow : id_.find(' ');
        if (gap != std::string::npos) {
            const auto trim = [](std::string text) {
                text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
                text.erase(text.find_last_not_of(' ') + 1);
                return text;
            };
            target_ = trim(id_.substr(gap + (arrow != std::string::npos ? 2 : 1)));
            id_ = trim(id_.substr(0, gap));
            if (target_.empty()) {
                throw UsageError("the edge has no target; write \"SOURCE -> TARGET\"");
            }
        }
        if (id_.empty()) {
            throw UsageError("the id is empty; take one from demarche show");
        }
    }

    int run() override {
        choose_folder();
        terminal_ = standard_output_terminal();
        world_ = load_world(folder_);
        const std::string id = resolve(id_);
        std::string text = target_.empty() ? node_text(id) : edge_text(id, resolve(target_));

        Output out("");
        out.write(text);
        write_mentions(out);
        out.finish();
        return done;
    }

private:
    void choose_folder() {
        std::error_code ignored;
        if (folder_.empty()) {
            folder_ = std::filesystem::exists("world.jsonl", ignored) ? "." : "out";
        }
        if (!std::filesystem::is_directory(folder_, ignored)) {
            throw std::runtime_error(folder_ + " is not a folder; give the output folder of demarche build");
        }
    }

    [[nodiscard]] const WorldEvent* event_of(std::string_view id) const {
        const auto found = std::ranges::find_if(world_.events, [&](const WorldEvent& event) { return event.event.id == id; });
        return found == world_.events.end() ? nullptr : &*found;
    }
    [[nodiscard]] const WorldEvent* event_with_coding(std::string_view id) const {
        const auto found = std::ranges::find_if(
            world_.events, [&](const WorldEvent& event) { return std::ranges::find(event.codings, id) != event.codings.end(); });
        return found == world_.events.end() ? nullptr : &*found;
    }
    [[nodiscard]] const WorldActor* actor_of(std::string_view id) const {
        const auto found = std::ranges::find(world_.actors, id, &WorldActor::id);
        return found == world_.actors.end() ? nullptr : &*found;
    }

    // Every id that can be explained and begins with `given`; the id itself if it is one.
    [[nodiscard]] std::string resolve(const std::string& given) const {
        std::set<std::string> matches;
        const auto consider = [&](const std::string& id) {
            if (id.starts_with(given)) {
                matches.insert(id);
            }
        };
        for (const WorldEvent& event : world_.events) {
            consider(event.event.id);
            std::ranges::for_each(event.codings, consider);
        }
        std::ranges::for_each(world_.actors, consider, &WorldActor::id);
        std::ranges::for_each(world_.places, consider, &WorldPlace::id);
        std::ranges::for_each(world_.articles, consider, &ArticleInfo::id);
        if (matches.empty()) {
            throw std::runtime_error("nothing in " + folder_ + " has the id " + given + "; demarche show " + folder_ +
                                     " prints the ids");
        }
        if (!matches.contains(given) && matches.size() > 1) {
            std::string some;
            for (const std::string& match : matches) {
                if (some.size() > 120) {
                    some += ", …";
                    break;
                }
                some += (some.empty() ? "" : ", ") + match;
            }
            throw std::runtime_error(given + " is the beginning of " + std::to_string(matches.size()) + " ids (" + some +
                                     "); write more of it");
        }
        return matches.contains(given) ? given : *matches.begin();
    }

    std::string node_text(const std::string& id) {
        if (const WorldEvent* event = event_of(id)) {
            codings_.insert(event->codings.begin(), event->codings.end());
            return merged_event_text(terminal_, *event, world_);
        }
        if (const WorldActor* actor = actor_of(id)) {
            only_actor_ = id;
            for (const WorldEvent& event : world_.events) {
                if (std::ranges::find(event.event.actors, id, &Actor::id) != event.event.actors.end()) {
                    codings_.insert(event.codings.begin(), event.codings.end());
                }
            }
            return actor_text(terminal_, *actor, world_);
        }
        for (const WorldEvent& event : world_.events) {
            if (std::ranges::find(event.codings, id) != event.codings.end()) {
                codings_.insert(id);
                return field(terminal_, "coding", id + " is in " + event.event.id + " (" + event.event.title + ")");
            }
        }
        return place_or_article_text(id);
    }

    std::string place_or_article_text(const std::string& id) {
        std::string text;
        const auto list = [&](const WorldEvent& event) {
            text += field(terminal_, "event",
                          (event.event.date.edtf.empty() ? "undated" : event.event.date.edtf) + "  " + event.event.title + " [" +
                              event.event.id + "]");
        };
        for (const WorldPlace& place : world_.places) {
            if (place.id == id) {
                text += styled(terminal_, "1", printable(id + "  " + place_text(place.place))) + "\n";
                for (const WorldEvent& event : world_.events) {
                    if (event.event.place && place_id(*event.event.place) == id) {
                        list(event);
                        codings_.insert(event.codings.begin(), event.codings.end());
                    }
                }
                return text;
            }
        }
        for (const ArticleInfo& article : world_.articles) {
            if (article.id == id) {
                text += article_text(terminal_, article);
                for (const WorldEvent& event : world_.events) {
                    if (std::ranges::find(event.articles, id) != event.articles.end()) {
                        list(event);
                    }
                }
                only_article_ = id;
            }
        }
        return text;
    }

    std::string edge_text(const std::string& a, const std::string& b) {
        std::string text = styled(terminal_, "1", printable(a + " -> " + b)) + "\n";
        const std::size_t head = text.size();
        for (const WorldEvent& event : world_.events) {
            const auto takes_part = [&](const std::string& id) { return std::ranges::find(event.event.actors, id, &Actor::id); };
            const bool is_a = event.event.id == a;
            const bool is_b = event.event.id == b;
            const std::string& other = is_a ? b : a;
            const auto actor = takes_part(other);
            bool joins = false;
            if ((is_a || is_b) && actor != event.event.actors.end()) {
                text += field(terminal_, "edge", other + " takes part in it as " + std::string(to_string(actor->role)));
                joins = true;
            } else if ((is_a || is_b) && event.event.place && place_id(*event.event.place) == other) {
                text += field(terminal_, "edge", "it happened at " + other);
                joins = true;
            } else if ((is_a || is_b) && std::ranges::find(event.articles, other) != event.articles.end()) {
                text += field(terminal_, "edge", "it is reported in " + other);
                only_article_ = other;
                joins = true;
            } else if (takes_part(a) != event.event.actors.end() && takes_part(b) != event.event.actors.end()) {
                text += field(terminal_, "edge", "both take part in " + event.event.id);
                joins = true;
            }
            if (joins) {
                text += merged_event_text(terminal_, event, world_);
                codings_.insert(event.codings.begin(), event.codings.end());
            }
        }
        for (const WorldLink& link : world_.links) {
            if ((link.from == a && link.to == b) || (link.from == b && link.to == a)) {
                text += field(terminal_, "edge",
                              link.from + " is " + std::string(to_string(link.type)) + " " + link.to +
                                  (link.cue.empty() ? "" : ", by the words \"" + link.cue + "\""));
                for (const std::string& id : {a, b}) {
                    if (const WorldEvent* event = event_of(id)) {
                        text += merged_event_text(terminal_, *event, world_);
                        codings_.insert(event->codings.begin(), event->codings.end());
                    }
                }
            }
        }
        if (const WorldActor* actor = actor_of(a); actor != nullptr && b.starts_with("state.")) {
            for (const ActsFor& acts : actor->acts_for) {
                if ("state." + acts.state == b) {
                    text +=
                        field(terminal_, "edge", concat({a, " acts for ", b, acts.office.empty() ? "" : " as ", acts.office}));
                }
            }
        }
        if (text.size() == head) {
            throw std::runtime_error("there is no edge between " + a + " and " + b + "; demarche explain " + a +
                                     " prints what it is joined to");
        }
        return text;
    }

    // Streams records.jsonl: only the chosen articles are kept.
    void write_mentions(Output& out) {
        if (codings_.empty()) {
            return;
        }
        const auto data = Data::load(data_folder(), extra_data_);
        ReadOptions options;
        options.outlets = &data->outlets();
        SourcePlaces places(options);
        for_each_coding((std::filesystem::path(folder_) / "records.jsonl").string(), [&](const Coding& coding, std::uint64_t) {
            bool named = false;
            for (const Event& event : coding.events) {
                const bool wanted =
                    codings_.contains(event.id) && (only_article_.empty() || only_article_ == coding.article.id) &&
                    (only_actor_.empty() || std::ranges::find(event.actors, only_actor_, &Actor::id) != event.actors.end());
                if (wanted) {
                    out.write(named ? "" : "\n" + article_text(terminal_, coding.article));
                    named = true;
                    out.write(coding_text(terminal_, event, coding.article, *data, places));
                    if (const WorldEvent* merged = event_with_coding(event.id)) {
                        out.write(learned_text(terminal_, event, *merged, world_));
                    }
                }
            }
        });
    }

    std::string id_;
    std::string target_;  // of an edge
    std::string folder_;
    std::vector<std::string> extra_data_;
    Terminal terminal_;
    World world_;
    std::set<std::string, std::less<>> codings_;  // those whose mentions are printed
    std::string only_actor_;
    std::string only_article_;
};

}  // namespace

std::unique_ptr<Command> make_explain_command() { return std::make_unique<ExplainCommand>(); }

}  // namespace demarche::cli
