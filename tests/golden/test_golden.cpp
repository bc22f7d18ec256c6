// The events of data/articles, one a line in samples.tsv, as the program gives them. A line that a reader of the article would
// not sign has a comment above it, "# wrong: …", so that nothing wrong passes as right. DEMARCHE_REWRITE_GOLDEN=1 writes the file
// anew: comments stay above lines that have not changed, and go with those that have, which must then be read again.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "../ingest/what/support.hpp"

namespace demarche::test {
namespace {

constexpr std::string_view kHeader = "article\tkind\tstatus\tdate\tplace\tactors\ttrigger";

std::string golden_path() { return tests_path("golden/samples.tsv"); }

std::string line_of(const Event& event, const std::string& article) {
    std::string place = "-";
    if (event.place && event.place->known()) {
        place = event.place->name.empty() ? event.place->country : event.place->name + " " + event.place->country;
    }
    std::vector<std::string> actors;
    for (const Actor& actor : event.actors) {
        std::string text = std::string(to_string(actor.role)) + " " + (actor.state.empty() ? "?" : actor.state);
        if (actor.kind == ActorKind::person) {
            text += " " + actor.name;
        }
        actors.push_back(std::move(text));
    }
    std::string trigger = event.mentions.front().trigger;
    std::replace(trigger.begin(), trigger.end(), '\t', ' ');
    return article + "\t" + event.kind + "\t" + std::string(to_string(event.status)) + "\t" +
           (event.date.edtf.empty() ? "-" : event.date.edtf) + "\t" + place + "\t" + parties_text(std::move(actors)) + "\t" +
           trigger;
}

std::vector<std::string> lines_now() {
    std::vector<std::string> lines;
    Document document;
    for (const Article& article : read_articles(samples_path())) {
        EXPECT_TRUE(article.rejected.empty()) << article.info.id << ": " << article.rejected;
        for (const Event& event : code(article, program_data(), {}, document).events) {
            lines.push_back(line_of(event, article.info.id));
        }
    }
    return lines;
}

struct Golden {
    std::string top;                           // comments above the header
    std::vector<std::string> lines;            // without comments
    std::map<std::string, std::string> notes;  // of a line: the comments above it
};

Golden read_golden() {
    std::ifstream in(golden_path());
    Golden golden;
    std::string note;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with('#')) {
            note += line + "\n";
        } else if (line == kHeader) {
            golden.top = std::exchange(note, "");
        } else if (!line.empty()) {
            golden.notes[line] = std::exchange(note, "");
            golden.lines.push_back(line);
        }
    }
    return golden;
}

void rewrite(Golden golden, const std::vector<std::string>& lines) {
    std::ofstream out(golden_path());
    out << golden.top << kHeader << "\n";
    for (const std::string& line : lines) {
        out << golden.notes[line] << line << "\n";
        golden.notes.erase(line);
    }
    for (const auto& [line, note] : golden.notes) {
        if (!note.empty()) {
            std::fprintf(stderr, "dropped with its line:\n%s%s\n", note.c_str(), line.c_str());
        }
    }
}

TEST(Golden, SampleArticles) {
    const std::vector<std::string> now = lines_now();
    Golden golden = read_golden();
    const char* wish = std::getenv("DEMARCHE_REWRITE_GOLDEN");
    if (wish != nullptr && std::string_view(wish) == "1") {
        rewrite(std::move(golden), now);
        GTEST_SKIP() << golden_path() << " was written anew; read it before it is committed";
    }
    ASSERT_FALSE(golden.lines.empty());
    const auto in = [](const std::vector<std::string>& lines, const std::string& line) {
        return std::find(lines.begin(), lines.end(), line) != lines.end();
    };
    for (const std::string& line : golden.lines) {
        EXPECT_TRUE(in(now, line)) << "no longer given: " << line;
    }
    for (const std::string& line : now) {
        EXPECT_TRUE(in(golden.lines, line)) << "new: " << line;
    }
    EXPECT_TRUE(golden.lines == now) << "order or repetition differs";
}

// The kind's name with the actors behind it is what a kind of the user's gets; ours have a title that a person would write.
TEST(Golden, TitlesAreWritten) {
    Document document;
    for (const Article& article : read_articles(samples_path())) {
        for (const Event& event : code(article, program_data(), {}, document).events) {
            EXPECT_FALSE(event.title.starts_with(event.kind + ":")) << article.info.id << ": " << event.title;
        }
    }
}

TEST(Golden, NotesSayWhy) {
    for (const auto& [line, note] : read_golden().notes) {
        EXPECT_TRUE(note.empty() || (note.starts_with("# wrong: ") && note.size() > 15)) << note << line;
    }
}

}  // namespace
}  // namespace demarche::test
