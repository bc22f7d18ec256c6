// What must hold of any coding, whatever the article: spans, ids, links, kinds, and the same result again.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <string>

#include "demarche/ingest/table.hpp"
#include "support.hpp"

namespace demarche::test {
namespace {

bool is_nmtoken(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' ||
               c == ':' || static_cast<unsigned char>(c) >= 0x80;
    });
}

const std::map<std::string, std::string>& plover_of_kinds() {
    static const std::map<std::string, std::string> kinds = [] {
        const Table table = Table::load({DEMARCHE_DATA_DIR, {}}, "kinds.tsv", {"kind", "plover"});
        std::map<std::string, std::string> made;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            made.emplace(table.at(row, 0), table.at(row, 1));
        }
        return made;
    }();
    return kinds;
}

void expect_sound_mentions(const Event& event, std::string_view text) {
    ASSERT_FALSE(event.mentions.empty());
    std::uint32_t before = 0;
    for (const Mention& mention : event.mentions) {
        ASSERT_LE(mention.sentence_span.end, text.size());
        EXPECT_EQ(mention.sentence, mention.sentence_span.in(text));
        ASSERT_TRUE(mention.sentence_span.contains(mention.trigger_span));
        EXPECT_FALSE(mention.trigger_span.empty());
        EXPECT_EQ(mention.trigger, mention.trigger_span.in(text));
        EXPECT_LE(before, mention.trigger_span.begin);  // first mention first
        before = mention.trigger_span.begin;
    }
}

void expect_sound_actors(const Event& event, std::string_view text) {
    std::set<std::pair<Role, std::string>> seen;
    EXPECT_FALSE(event.actors.empty());
    for (const Actor& actor : event.actors) {
        EXPECT_TRUE(is_nmtoken(actor.id)) << actor.id;
        EXPECT_FALSE(actor.name.empty());
        EXPECT_TRUE(actor.office.empty() || actor.kind == ActorKind::person) << actor.name << ", " << actor.office;
        EXPECT_TRUE(seen.emplace(actor.role, actor.id).second) << actor.id << " twice as " << to_string(actor.role);
        ASSERT_LE(actor.span.end, text.size());
        EXPECT_EQ(actor.text, actor.span.in(text));
    }
}

void expect_sound(const Coding& coding, const Article& article) {
    std::set<std::string> ids;
    for (const Event& event : coding.events) {
        SCOPED_TRACE(event.id + " of " + article.info.id + " " + article.info.source.path);
        EXPECT_TRUE(is_nmtoken(event.id));
        EXPECT_TRUE(event.id.starts_with(article.info.id + ".e"));
        EXPECT_TRUE(ids.insert(event.id).second) << "the id is taken";
        const auto kind = plover_of_kinds().find(event.kind);
        ASSERT_NE(kind, plover_of_kinds().end()) << event.kind;
        EXPECT_EQ(event.plover, kind->second);
        EXPECT_NE(event.status, Status::cancelled);  // for merged events only
        EXPECT_GE(event.salience, 0.0);
        EXPECT_LE(event.salience, 1.0);
        EXPECT_GE(event.confidence, 0.0);
        EXPECT_LE(event.confidence, 1.0);
        EXPECT_FALSE(event.title.empty());
        EXPECT_FALSE(event.why.rule.empty());
        const auto date = parse_edtf(event.date.edtf);
        ASSERT_TRUE(date.has_value()) << event.date.edtf;
        EXPECT_EQ(date->first, event.date.first) << event.date.edtf;
        EXPECT_EQ(date->last, event.date.last) << event.date.edtf;
        expect_sound_mentions(event, article.text);
        expect_sound_actors(event, article.text);
    }
    std::set<std::tuple<std::string, std::string, LinkType>> links;
    for (const Link& link : coding.links) {
        EXPECT_TRUE(ids.contains(link.from)) << link.from;
        EXPECT_TRUE(ids.contains(link.to)) << link.to;
        EXPECT_NE(link.from, link.to);
        EXPECT_TRUE(links.emplace(link.from, link.to, link.type).second) << link.from << " -> " << link.to << " twice";
    }
}

void expect_sound_twice(const Article& article, Document& used) {
    const Coding first = code(article, program_data(), {}, used);
    expect_sound(first, article);
    Document fresh;
    EXPECT_TRUE(first == code(article, program_data(), {}, fresh)) << "a used document gives another coding";
    EXPECT_TRUE(first == code(article, program_data(), {}, used)) << "the second coding differs";
}

TEST(CodingProperties, SamplesAndRewordings) {
    Document document;
    std::size_t read = 0;
    for (const std::string& folder : {samples_path(), tests_path("ingest/what/rewordings")}) {
        for (const Article& article : read_articles(folder)) {
            if (article.rejected.empty() && !article.info.source.path.ends_with(".tsv")) {
                expect_sound_twice(article, document);
                ++read;
            }
        }
    }
    EXPECT_GE(read, 21U);
}

TEST(CodingProperties, EveryExampleFileOfBadInput) {
    Document document;
    for (const Article& article : read_articles(tests_path("bad"))) {
        expect_sound_twice(article, document);
    }
}

// Words of the samples in any order: sentences without sense, but full of triggers, names, dates and punctuation.
TEST(CodingProperties, ShuffledWords) {
    std::vector<std::string> words;
    for (const Article& article : read_articles(samples_path())) {
        for (const std::string& paragraph : split(article.text, "\n\n")) {
            for (std::string& word : split(paragraph, " ")) {
                words.push_back(std::move(word));
            }
        }
    }
    ASSERT_GT(words.size(), 2000U);
    std::mt19937 random(20260115);
    Document document;
    for (int round = 0; round < 150; ++round) {
        std::string text;
        const std::size_t length = random() % 400;
        for (std::size_t i = 0; i < length; ++i) {
            text += words[random() % words.size()];
            text += random() % 60 == 0 ? "\n\n" : (random() % 9 == 0 ? ", " : " ");
        }
        Article article = article_of(text);
        article.paragraphs.clear();
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find("\n\n", at), text.size());
            article.paragraphs.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
            at = end + 2;
        }
        if (round % 3 == 0) {
            article.info.published.reset();  // nothing to resolve dates against
        }
        SCOPED_TRACE("round " + std::to_string(round));
        expect_sound_twice(article, document);
        if (HasFailure()) {
            return;
        }
    }
}

// Samples with bytes changed, cut out and doubled, through the reader as the program would read them.
TEST(CodingProperties, DamagedBytes) {
    std::vector<std::string> originals;
    for (const auto& entry : std::filesystem::directory_iterator(samples_path())) {
        std::ifstream in(entry.path(), std::ios::binary);
        originals.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    std::sort(originals.begin(), originals.end());  // folders have no order
    ASSERT_FALSE(originals.empty());
    std::mt19937 random(7);
    ReadOptions options;
    options.outlets = &program_data().outlets();
    Document document;
    for (int round = 0; round < 100; ++round) {
        RawArticle raw;
        raw.path = "damaged.txt";
        raw.fallback_id = "damaged";
        raw.bytes = originals[random() % originals.size()];
        for (int blow = 0; blow < 20; ++blow) {
            const std::size_t at = random() % raw.bytes.size();
            switch (random() % 3) {
                case 0:
                    raw.bytes[at] = static_cast<char>(random() % 256);
                    break;
                case 1:
                    raw.bytes.erase(at, 1 + random() % 20);
                    break;
                default:
                    raw.bytes.insert(at, raw.bytes.substr(at, random() % 40));
                    break;
            }
        }
        raw.end = raw.bytes.size();
        SCOPED_TRACE("round " + std::to_string(round));
        expect_sound_twice(read_article(raw, options), document);
        if (HasFailure()) {
            return;
        }
    }
}

}  // namespace
}  // namespace demarche::test
