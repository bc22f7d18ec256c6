#include "coding_text.hpp"

#include "demarche/ingest/data.hpp"
#include "explain_text.hpp"
#include "mention_tree.hpp"

namespace demarche::cli {

std::string coding_text(const Terminal& terminal, const Event& event, const ArticleInfo& article, const Data& data,
                        SourcePlaces& places) {
    std::string text =
        field(terminal, "coding", event.id + " " + event.kind + ", " + std::string(to_string(event.status)) + ": " + event.title);
    text += field(terminal, "date", date_text(event.date));
    text += event.place ? field(terminal, "place", place_text(*event.place)) : "";
    text += actor_lines(terminal, event, true);
    if (event.attribution) {
        text +=
            field(terminal, "said by",
                  event.attribution->claimed_by + (event.attribution->verb.empty() ? "" : " (" + event.attribution->verb + ")"));
    }
    for (const Mention& mention : event.mentions) {
        text += "    " + marked_sentence(terminal, mention) + "\n";
        text += field(terminal, "    at", places.place(article, mention.trigger_span.begin));
        text += mention_tree(terminal, data.language(), event, mention);
    }
    text += field(terminal, "rule", rule_text(event.why.rule, data.rules()));
    for (const std::string& term : event.why.terms) {
        text += field(terminal, "  words", "\"" + term + "\"");
    }
    text += field(terminal, "status path", status_path_text(event.why.status));
    for (const std::string& note : event.why.notes) {
        text += field(terminal, "  note", note);
    }
    return text;
}

}  // namespace demarche::cli
