#include "mention_tree.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "demarche/ingest/document.hpp"
#include "demarche/ingest/stages.hpp"
#include "language/upos_names.hpp"
#include "what/words.hpp"

namespace demarche::cli {

namespace {

constexpr std::string_view kIndent = "      ";
constexpr std::size_t kDeepest = 16;  // what hangs deeper is folded, so that words keep some room on the line

// Words that stand with their head on its line: "will host", "in Oslo", "not".
constexpr std::array<std::string_view, 13> kFunctionWords{"aux",  "aux:pass", "case", "cc",    "cop",      "det",         "expl",
                                                          "mark", "nummod",   "flat", "fixed", "compound", "compound:prt"};
constexpr std::array<std::string_view, 5> kNegations{"not", "n't", "n’t", "never", "hardly"};

// A part of the event, and the tokens that name it.
struct Part {
    TokenRange tokens;
    std::string label;
    std::uint32_t top = 0;  // the token that governs the others
};

// Where `words` stand in `text` as whole words; an empty span if nowhere.
Span find_words(std::string_view text, std::string_view words) {
    const auto letter = [&](std::size_t at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        return byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
    };
    if (words.empty()) {
        return {};
    }
    for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        if ((at == 0 || !letter(at - 1)) && (end == text.size() || !letter(end))) {
            return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        }
    }
    return {};
}

class TreeDrawing {
public:
    TreeDrawing(const Terminal& terminal, const Document& document)
        : terminal_(terminal),
          document_(document),
          children_(document.tokens.size()),
          held_(document.tokens.size(), 0),
          first_(document.tokens.size()),
          last_(document.tokens.size()) {
        for (std::uint32_t token = 0; token < document.tokens.size(); ++token) {
            first_[token] = last_[token] = token;
            if (document.tokens[token].head >= 0) {
                children_[head(token)].push_back(token);
            }
        }
        for (std::uint32_t token = 0; token < document.tokens.size(); ++token) {
            climb(token, [&](std::uint32_t above) {
                first_[above] = std::min(first_[above], token);
                last_[above] = std::max(last_[above], token);
            });
        }
    }

    // `span` counts bytes of the sentence. Words that the sentence does not have are no part of the drawing.
    void add_part(Span span, std::string label) {
        Part part{{0, 0}, std::move(label), 0};
        for (std::uint32_t token = 0; token < document_.tokens.size(); ++token) {
            if (document_.tokens[token].span.overlaps(span)) {
                part.tokens.begin = part.tokens.end == 0 ? token : part.tokens.begin;
                part.tokens.end = token + 1;
            }
        }
        if (part.tokens.end == 0) {
            return;
        }
        part.top = part.tokens.begin;
        while (document_.tokens[part.top].head >= 0 && (part.tokens.contains(head(part.top)) || stands_with_head(part.top)) &&
               !is_top(part.top)) {
            part.top = head(part.top);
        }
        climb(part.top, [&](std::uint32_t above) { ++held_[above]; });
        parts_.push_back(std::move(part));
    }

    [[nodiscard]] std::string text() const {
        std::string drawn;
        for (const Sentence& sentence : document_.sentences) {
            for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
                if (document_.tokens[token].head < 0 && held_[token] > 0) {
                    draw(token, std::string(kIndent), std::string(kIndent), 0, drawn);
                }
            }
        }
        return drawn;
    }

private:
    [[nodiscard]] std::uint32_t head(std::uint32_t token) const {
        return static_cast<std::uint32_t>(document_.tokens[token].head);
    }

    // `visit` for the token and all above it.
    template <typename Visit>
    void climb(std::uint32_t token, const Visit& visit) const {
        visit(token);
        while (document_.tokens[token].head >= 0) {
            token = head(token);
            visit(token);
        }
    }

    [[nodiscard]] bool is_top(std::uint32_t token) const {
        return std::ranges::any_of(parts_, [&](const Part& part) { return part.top == token; });
    }

    [[nodiscard]] bool stands_with_head(std::uint32_t token) const {
        const Token& word = document_.tokens[token];
        return children_[token].empty() && (one_of(word.deprel, kFunctionWords) || one_of(word.lower, kNegations));
    }

    // Inside the words of a part that `token` governs: "trilateral" of the trigger "trilateral talks".
    [[nodiscard]] bool belongs_to_part(std::uint32_t child, std::uint32_t token) const {
        return held_[child] == 0 && std::ranges::any_of(parts_, [&](const Part& part) {
                   return part.top == token && part.tokens.contains(first_[child]) && part.tokens.contains(last_[child]);
               });
    }

    // The words from one token to another as the text has them, without punctuation at either end.
    [[nodiscard]] std::string phrase(std::uint32_t from, std::uint32_t to) const {
        while (from < to && document_.tokens[from].upos == Upos::punct) {
            ++from;
        }
        while (to > from && document_.tokens[to].upos == Upos::punct) {
            --to;
        }
        return std::string(document_.text().substr(document_.tokens[from].span.begin,
                                                   document_.tokens[to].span.end - document_.tokens[from].span.begin));
    }

    // The token with what stands on its line. Joined words that are neighbours in the text keep its spacing.
    [[nodiscard]] std::string words(std::uint32_t token, const std::vector<std::uint32_t>& joined) const {
        std::vector<std::uint32_t> line{token};
        for (const std::uint32_t child : joined) {
            for (std::uint32_t at = first_[child]; at <= last_[child]; ++at) {
                line.push_back(at);
            }
        }
        std::ranges::sort(line);
        std::string text;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const Token& word = document_.tokens[line[i]];
            text += i == 0 || (line[i] == line[i - 1] + 1 && !word.space_before) ? "" : " ";
            text += word.span.in(document_.text());
        }
        return text;
    }

    void draw(std::uint32_t token, const std::string& before, const std::string& below, std::size_t depth,
              std::string& drawn) const {
        std::string labels;
        std::size_t own = 0;
        bool trigger = false;
        for (const Part& part : parts_) {
            if (part.top == token) {
                ++own;
                trigger = trigger || part.label == "trigger";
                labels += (labels.empty() ? "  ← " : ", ") + part.label;
            }
        }
        // Without a part of its own below, a phrase is one line; of the trigger and the root the reader wants to see the arms.
        const bool folded = (held_[token] == own && !trigger && depth > 0) || depth >= kDeepest;
        std::vector<std::uint32_t> joined;
        std::vector<std::uint32_t> arms;
        for (const std::uint32_t child : folded ? std::vector<std::uint32_t>() : children_[token]) {
            if (stands_with_head(child) || belongs_to_part(child, token)) {
                joined.push_back(child);
            } else if (document_.tokens[child].upos != Upos::punct) {
                arms.push_back(child);
            }
        }
        const Token& word = document_.tokens[token];
        std::string tail = "  ";
        tail += folded ? "" : std::string(language::to_string(word.upos)) + "  ";
        tail += word.deprel;
        tail += labels;
        const std::string text = printable(folded ? phrase(first_[token], last_[token]) : words(token, joined));
        const std::size_t taken = display_width(before) + display_width(tail);
        const std::string line = fit(text, std::max<std::size_t>(terminal_.width, taken + 10) - taken) + printable(tail);
        drawn += before + (labels.empty() ? line : styled(terminal_, trigger ? "1" : "4", line)) + "\n";
        for (std::size_t i = 0; i < arms.size(); ++i) {
            const bool last = i + 1 == arms.size();
            draw(arms[i], below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "), depth + 1, drawn);
        }
    }

    const Terminal& terminal_;
    const Document& document_;
    std::vector<std::vector<std::uint32_t>> children_;
    std::vector<std::size_t> held_;     // how many parts stand in the token's subtree
    std::vector<std::uint32_t> first_;  // of the subtree's tokens
    std::vector<std::uint32_t> last_;
    std::vector<Part> parts_;
};

void add_parts(TreeDrawing& drawing, const Event& event, const Mention& mention) {
    const Span whole = mention.sentence_span;
    const auto inside = [&](Span span) { return !span.empty() && whole.contains(span); };
    const auto shifted = [&](Span span) { return Span{span.begin - whole.begin, span.end - whole.begin}; };
    if (inside(mention.trigger_span)) {
        drawing.add_part(shifted(mention.trigger_span), "trigger");
    }
    for (const Actor& actor : event.actors) {
        if (inside(actor.span)) {
            drawing.add_part(shifted(actor.span),
                             std::string(to_string(actor.role)) + " " + (actor.state.empty() ? actor.name : actor.state));
        }
    }
    const std::string_view text = mention.sentence;
    drawing.add_part(find_words(text, event.date.text), "date " + event.date.edtf);
    if (event.place) {
        drawing.add_part(find_words(text, event.place->name), "place");
    }
    for (const std::string& step : event.why.status) {  // "agreed to: planned"
        const std::size_t colon = step.rfind(": ");
        if (colon != std::string::npos) {
            drawing.add_part(find_words(text, std::string_view(step).substr(0, colon)), "status " + step.substr(colon + 2));
        }
    }
}

}  // namespace

std::string mention_tree(const Terminal& terminal, const LanguageTables& tables, const Event& event, const Mention& mention) {
    Article article;
    article.text = mention.sentence;
    article.paragraphs.push_back({0, static_cast<std::uint32_t>(article.text.size())});
    Document document;
    document.article = &article;
    read_language(document, tables);
    parse(document, tables, true);
    TreeDrawing drawing(terminal, document);
    add_parts(drawing, event, mention);
    return drawing.text();
}

}  // namespace demarche::cli
