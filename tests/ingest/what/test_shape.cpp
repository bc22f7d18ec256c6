// The shallow shape of sentences of our own: noun chunks, verb groups, and who is subject, object and agent of what.
// shape_cases.tsv: SENTENCE WHAT EXPECTED; an empty SENTENCE is the one above. WHAT is "chunks", with the chunks between bars, or
// the form of a main verb, with features between semicolons: subject= object= agent= (heads of chunks joined by "+", "-" for
// none), noun= (head of the chunk it modifies), governor= (form of that verb), relation= form= tense= modal=, and passive,
// active, negated, affirmed, progressive. shape_known_misses.tsv has rows with the sentence in each; the test fails when one of
// them begins to hold.
#include <gtest/gtest.h>

#include <optional>
#include <set>
#include <string>

#include "demarche/ingest/stages.hpp"
#include "support.hpp"
#include "what/shape.hpp"

namespace demarche::test {
namespace {

std::string_view name_of(Relation relation) {
    switch (relation) {
        case Relation::main:
            return "main";
        case Relation::coordinate:
            return "coordinate";
        case Relation::complement:
            return "complement";
        case Relation::adverbial:
            return "adverbial";
        case Relation::relative:
            return "relative";
        case Relation::said:
            return "said";
    }
    return "?";
}

std::string_view name_of(VerbForm form) {
    switch (form) {
        case VerbForm::finite:
            return "finite";
        case VerbForm::infinitive:
            return "infinitive";
        case VerbForm::gerund:
            return "gerund";
        case VerbForm::participle:
            return "participle";
    }
    return "?";
}

std::string_view name_of(Tense tense) {
    switch (tense) {
        case Tense::past:
            return "past";
        case Tense::perfect:
            return "perfect";
        case Tense::present:
            return "present";
        case Tense::future:
            return "future";
        case Tense::none:
            return "none";
    }
    return "?";
}

// One sentence read up to its shape.
class Shaped {
public:
    explicit Shaped(std::string_view sentence) : article_(article_of(sentence)) {
        document_.article = &article_;
        read_language(document_, program_data().language());
        parse(document_, program_data().language(), true);
        find_actors(document_, program_data().actors());
        find_places(document_, program_data().places());
        find_times(document_);
        if (document_.sentences.size() == 1) {
            read_shape(document_, 0, shape_);
        }
    }

    [[nodiscard]] bool one_sentence() const { return document_.sentences.size() == 1; }

    [[nodiscard]] std::string chunks() const {
        std::string text;
        for (const Chunk& chunk : shape_.chunks) {
            const Span first = document_.tokens[chunk.tokens.begin].span;
            const Span last = document_.tokens[chunk.tokens.end - 1].span;
            text += (text.empty() ? "" : " | ") + std::string(Span{first.begin, last.end}.in(article_.text));
        }
        return text;
    }

    // "" if the verb has the feature, otherwise what it has.
    [[nodiscard]] std::string complaint(std::string_view verb, const std::string& feature) const {
        const Predicate* predicate = find(verb);
        if (predicate == nullptr) {
            return "is no predicate";
        }
        const std::size_t equal = feature.find('=');
        if (equal == std::string::npos) {
            const bool holds = (feature == "passive" && predicate->passive) || (feature == "active" && !predicate->passive) ||
                               (feature == "negated" && predicate->negated) || (feature == "affirmed" && !predicate->negated) ||
                               (feature == "progressive" && predicate->progressive);
            return holds ? "" : "is not";
        }
        const std::string has = value(*predicate, feature.substr(0, equal));
        return has == feature.substr(equal + 1) ? "" : "has " + has;
    }

private:
    [[nodiscard]] const Predicate* find(std::string_view verb) const {
        for (const Predicate& predicate : shape_.predicates) {
            if (document_.tokens[predicate.verb].form == verb) {
                return &predicate;
            }
        }
        return nullptr;
    }

    [[nodiscard]] std::string heads(const Few& chunks) const {
        std::string text;
        for (const std::uint32_t chunk : chunks) {
            text += (text.empty() ? "" : "+") + std::string(document_.tokens[shape_.chunks[chunk].head].form);
        }
        return text.empty() ? "-" : text;
    }

    [[nodiscard]] std::string value(const Predicate& predicate, std::string_view feature) const {
        if (feature == "subject") {
            return heads(predicate.subject);
        }
        if (feature == "object") {
            return heads(predicate.object);
        }
        if (feature == "agent") {
            return heads(predicate.agent);
        }
        if (feature == "noun") {
            return predicate.noun == kNone
                       ? "-"
                       : std::string(document_.tokens[shape_.chunks[static_cast<std::size_t>(predicate.noun)].head].form);
        }
        if (feature == "governor") {
            return predicate.governor == kNone
                       ? "-"
                       : std::string(document_.tokens[shape_.predicates[static_cast<std::size_t>(predicate.governor)].verb].form);
        }
        if (feature == "relation") {
            return std::string(name_of(predicate.relation));
        }
        if (feature == "form") {
            return std::string(name_of(predicate.form));
        }
        if (feature == "tense") {
            return std::string(name_of(predicate.tense));
        }
        return feature == "modal" ? std::string(predicate.modal) : "no such feature";
    }

    Article article_;
    Document document_;
    Shape shape_;
};

// Why the row does not hold, "" if it does.
std::string complaint(const Shaped& shaped, const Row& row) {
    if (row.cells[1] == "chunks") {
        const std::string chunks = shaped.chunks();
        return chunks == row.cells[2] ? "" : row.where + ": chunks are " + chunks + "\n    not " + row.cells[2];
    }
    std::string why;
    for (const std::string& feature : split(row.cells[2], "; ")) {
        const std::string what = shaped.complaint(row.cells[1], feature);
        if (!what.empty()) {
            why.append(why.empty() ? "" : "; ").append(row.where).append(": ").append(row.cells[1]);
            why.append(", ").append(feature).append(": ").append(what);
        }
    }
    return why;
}

TEST(Shape, OfOwnSentences) {
    std::optional<Shaped> shaped;
    std::set<std::string> sentences;
    std::string sentence;
    for (const Row& row : case_rows(tests_path("ingest/what/shape_cases.tsv"))) {
        ASSERT_EQ(row.cells.size(), 3U) << row.where;
        if (!row.cells[0].empty()) {
            sentence = row.cells[0];
            shaped.emplace(sentence);
            sentences.insert(sentence);
            ASSERT_TRUE(shaped->one_sentence()) << row.where;
        }
        const std::string why = complaint(shaped.value(), row);
        EXPECT_TRUE(why.empty()) << why << "\n    in: " << sentence;
    }
    EXPECT_GE(sentences.size(), 20U);
}

TEST(Shape, KnownMissesAreStillMissed) {
    for (const Row& row : case_rows(tests_path("ingest/what/shape_known_misses.tsv"))) {
        ASSERT_EQ(row.cells.size(), 3U) << row.where;
        EXPECT_FALSE(complaint(Shaped(row.cells[0]), row).empty()) << row.where << ": this holds now; move it to shape_cases.tsv";
    }
}

// Every token stands in at most one chunk and one group, the indexes agree with them, and heads stand inside.
TEST(Shape, IndexesAgree) {
    Document document;
    std::size_t read = 0;
    for (const Article& article : read_articles(samples_path())) {
        static_cast<void>(code(article, program_data(), {}, document));
        Shape shape;
        for (std::uint32_t sentence = 0; sentence < document.sentences.size(); ++sentence) {
            read_shape(document, sentence, shape);
            ++read;
            std::uint32_t before = shape.tokens.begin;
            for (std::size_t i = 0; i < shape.chunks.size(); ++i) {
                const Chunk& chunk = shape.chunks[i];
                ASSERT_TRUE(chunk.tokens.contains(chunk.head));
                ASSERT_GE(chunk.tokens.begin, before);
                before = chunk.tokens.end;
                EXPECT_EQ(shape.chunk_at(chunk.head), static_cast<std::int32_t>(i));
                EXPECT_LT(chunk.joined_to, static_cast<std::int32_t>(i));
                EXPECT_NE(chunk.possessor, static_cast<std::int32_t>(i));
            }
            EXPECT_LE(before, shape.tokens.end);
            for (std::size_t i = 0; i < shape.predicates.size(); ++i) {
                const Predicate& predicate = shape.predicates[i];
                ASSERT_TRUE(predicate.group.contains(predicate.verb));
                EXPECT_EQ(shape.predicate_at(predicate.verb), static_cast<std::int32_t>(i));
                EXPECT_NE(predicate.governor, static_cast<std::int32_t>(i));
                for (const Few* few : {&predicate.subject, &predicate.object, &predicate.agent}) {
                    for (const std::uint32_t chunk : *few) {
                        EXPECT_LT(chunk, shape.chunks.size());
                    }
                }
            }
        }
    }
    EXPECT_GT(read, 150U);
}

}  // namespace
}  // namespace demarche::test
