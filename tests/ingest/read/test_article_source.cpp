#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

#include "reading.hpp"

namespace demarche {
namespace {

using testing::all_of;
using testing::Folder;
using testing::options;

TEST(ArticleSource, WalksFoldersInByteOrderWithoutHiddenFiles) {
    const Folder folder;
    folder.write("b.txt", "x");
    folder.write("B.txt", "x");
    folder.write("a/z.txt", "x");
    folder.write("a.txt", "x");
    folder.write(".hidden.txt", "x");
    folder.write(".git/config", "x");
    std::vector<std::string> paths;
    for (const RawArticle& raw : all_of({folder.path()})) {
        paths.push_back(raw.path.substr(folder.path().size() + 1));
    }
    EXPECT_EQ(paths, (std::vector<std::string>{"B.txt", "a.txt", "a/z.txt", "b.txt"}));
}

TEST(ArticleSource, FindsTheFormatByContent) {
    const Folder folder;
    const auto format = [&](std::string_view name, std::string_view bytes) {
        return all_of({folder.write(name, bytes)}).at(0).format;
    };
    EXPECT_EQ(format("a.txt", "  {\"title\":\"x\"}\n"), Format::jsonl);
    EXPECT_EQ(format("b.jsonl", "<!DOCTYPE html><html></html>"), Format::html);
    EXPECT_EQ(format("c.jsonl", "\xEF\xBB\xBF<HTML><p>x"), Format::html);
    EXPECT_EQ(format("d.html", "The envoys met."), Format::text);
    EXPECT_EQ(format("e.txt", "{curly} words"), Format::text);
    EXPECT_EQ(format("f.jsonl", "broken first line\n{\"title\":\"x\"}\n"), Format::jsonl);
    EXPECT_EQ(format("g.txt", "<!-- saved from url --><html><p>x"), Format::html);
    ReadOptions forced = options();
    forced.format = Format::text;
    EXPECT_EQ(all_of({folder.write("h.txt", "{\"title\":\"x\"}\n")}, forced).at(0).format, Format::text);
}

TEST(ArticleSource, CutsJsonLinesWithTheirPlaces) {
    const Folder folder;
    const std::string content = "{\"title\":\"one\"}\n\n{\"title\":\"two\"}\r\n{\"title\":\"three\"}";
    const auto lines = all_of({folder.write("feed.x.jsonl", content)});
    ASSERT_EQ(lines.size(), 3U);
    for (const RawArticle& raw : lines) {
        EXPECT_EQ(content.substr(raw.begin, raw.end - raw.begin), raw.bytes);
    }
    EXPECT_EQ(lines[0].line, 1U);
    EXPECT_EQ(lines[1].line, 3U);
    EXPECT_EQ(lines[1].fallback_id, "feed.x-L3");
    EXPECT_EQ(lines[2].bytes, "{\"title\":\"three\"}");
}

TEST(ArticleSource, LinesAcrossBlocksStayWhole) {
    const Folder folder;
    std::string content;
    std::vector<std::string> wanted;
    for (std::size_t i = 0; i < 400; ++i) {
        wanted.push_back("{\"title\":\"" + std::string((i * 7919) % 40'000, 'x') + "\"}");
        content += wanted.back() + "\n";
    }
    const auto lines = all_of({folder.write("feed.jsonl", content)});
    ASSERT_EQ(lines.size(), wanted.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        EXPECT_EQ(lines[i].bytes, wanted[i]);
        EXPECT_EQ(content.substr(lines[i].begin, lines[i].end - lines[i].begin), wanted[i]);
    }
}

TEST(ArticleSource, RejectsLongLinesAndReadsTheNext) {
    const Folder folder;
    ReadOptions small = options();
    small.max_line = 100;
    const std::string content = "{\"title\":\"one\"}\n{\"title\":\"" + std::string(200, 'x') +
                                "\"}\n{\"title\":\"three\"}\n{\"title\":\"" + std::string(5000, 'x') + "\"}";
    const auto lines = all_of({folder.write("feed.jsonl", content)}, small);
    ASSERT_EQ(lines.size(), 4U);
    EXPECT_NE(lines[1].rejected.find("line 2: the line is longer than 100 bytes"), std::string::npos) << lines[1].rejected;
    EXPECT_EQ(content.substr(lines[1].begin, lines[1].end - lines[1].begin).size(), 212U);
    EXPECT_EQ(lines[2].bytes, "{\"title\":\"three\"}");
    EXPECT_EQ(content.substr(lines[2].begin, lines[2].end - lines[2].begin), lines[2].bytes);
    EXPECT_NE(lines[3].rejected, "");
}

TEST(ArticleSource, RejectsATwentyMegabyteLineByDefault) {
    const Folder folder;
    const auto lines =
        all_of({folder.write("feed.jsonl", "{\"title\":\"" + std::string(20'000'000, 'x') + "\"}\n{\"title\":\"two\"}\n")});
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_NE(lines[0].rejected.find("16 MiB"), std::string::npos);
    EXPECT_TRUE(lines[0].bytes.empty());
    EXPECT_EQ(lines[1].bytes, "{\"title\":\"two\"}");
    EXPECT_NE(all_of({folder.write("big.txt", std::string(20'000'000, 'x'))}).at(0).rejected.find("16 MiB"), std::string::npos);
}

TEST(ArticleSource, SaysWhatIsMissing) {
    const Folder folder;
    EXPECT_THROW(all_of({folder.path("nothing")}), std::runtime_error);
    EXPECT_NE(all_of({folder.write("empty.txt", "")}).at(0).rejected.find("empty"), std::string::npos);
    EXPECT_NE(all_of({folder.write("empty.jsonl", "")}).at(0).rejected.find("empty"), std::string::npos);
    EXPECT_NE(all_of({folder.write("blank.txt", " \n\n")}).at(0).rejected.find("empty"), std::string::npos);
    std::filesystem::create_directory(folder.path("none"));
    EXPECT_TRUE(all_of({folder.path("none")}).empty());
}

TEST(ArticleSource, LeavesOutWhatCannotBeReadInAFolder) {
    const Folder folder;
    folder.write("a.txt", "The envoys met.");
    std::filesystem::create_symlink("nowhere", folder.path("b.txt"));
    folder.write("c.txt", "The envoys met.");
    std::filesystem::create_directory_symlink(".", folder.path("ring"));
    auto found = all_of({folder.path()});
    ASSERT_EQ(found.size(), 3U);
    EXPECT_NE(found[1].rejected, "");
    EXPECT_EQ(found[2].rejected, "");
}

// Root reads every file, so the test lets go of root's rights for a moment.
class Unprivileged {
public:
    Unprivileged() : was_(geteuid()) { changed_ = was_ != 0 || seteuid(65534) == 0; }
    Unprivileged(const Unprivileged&) = delete;
    Unprivileged& operator=(const Unprivileged&) = delete;
    ~Unprivileged() {
        if (was_ == 0 && changed_ && seteuid(was_) != 0) {
            std::abort();
        }
    }
    [[nodiscard]] bool changed() const { return changed_; }

private:
    uid_t was_;
    bool changed_ = false;
};

TEST(ArticleSource, SaysWhichFilesItMayNotRead) {
    const Folder folder;
    folder.write("a.txt", "The envoys met.");
    folder.write("b.txt", "The envoys met.");
    folder.write("closed/c.txt", "The envoys met.");
    ASSERT_EQ(chmod(folder.path().c_str(), 0755), 0);
    ASSERT_EQ(chmod(folder.path("b.txt").c_str(), 0), 0);
    ASSERT_EQ(chmod(folder.path("closed").c_str(), 0), 0);
    {
        const Unprivileged nobody;
        ASSERT_TRUE(nobody.changed());
        const auto found = all_of({folder.path()});
        ASSERT_EQ(found.size(), 3U);
        EXPECT_EQ(found[0].rejected, "");
        EXPECT_NE(found[1].rejected.find("cannot be read (Permission denied)"), std::string::npos) << found[1].rejected;
        EXPECT_NE(found[2].rejected.find("the folder cannot be read"), std::string::npos) << found[2].rejected;
        EXPECT_THROW(all_of({folder.path("b.txt")}), std::runtime_error);
        EXPECT_THROW(all_of({folder.path("closed")}), std::runtime_error);
    }
    EXPECT_EQ(chmod(folder.path("closed").c_str(), 0755), 0);
}

TEST(ArticleSource, ReadsAPipeLineByLine) {
    const Folder folder;
    ASSERT_EQ(mkfifo(folder.path("pipe").c_str(), 0600), 0);
    std::ofstream out;
    std::thread opener([&] { out.open(folder.path("pipe")); });
    // The writer stays open: the first line must come all the same.
    ArticleSource source({folder.path("pipe")}, options());
    std::thread writer([&] {
        opener.join();
        out << "{\"title\":\"one\"}\n{\"title\":\"tw" << std::flush;
    });
    const auto one = source.next();
    writer.join();
    ASSERT_TRUE(one.has_value());
    EXPECT_EQ(one->bytes, "{\"title\":\"one\"}");
    EXPECT_EQ(source.bytes_total(), 0U);
    out << "o\"}\n" << std::flush;
    EXPECT_EQ(source.next()->bytes, "{\"title\":\"two\"}");
    out.close();
    EXPECT_FALSE(source.next().has_value());
}

TEST(ArticleSource, CountsBytesForProgress) {
    const Folder folder;
    folder.write("a.txt", "12345");
    folder.write("b.jsonl", "{\"title\":\"x\"}\n");
    ArticleSource source({folder.path()}, options());
    EXPECT_EQ(source.bytes_total(), 19U);
    while (source.next()) {
    }
    EXPECT_EQ(source.bytes_read(), 19U);
}

TEST(ReadAgain, GivesTheSameArticleOrSaysWhyNot) {
    const Folder folder;
    const std::string path = folder.write(
        "feed.jsonl", "{\"title\":\"One pact\"}\n{\"title\":\"Another pact\",\"text\":\"The envoys signed it on Monday.\"}\n");
    const Article first = read_article(all_of({path}).at(1), options());
    const Article again = read_article_again(first.info, options());
    EXPECT_EQ(again.info, first.info);
    EXPECT_EQ(again.text, first.text);
    EXPECT_EQ(again.rejected, "");
    folder.write("feed.jsonl",
                 "{\"title\":\"One pact\"}\n{\"title\":\"Another pact\",\"text\":\"The envoys broke it on Monday..\"}\n");
    EXPECT_NE(read_article_again(first.info, options()).rejected.find("has changed"), std::string::npos);
    std::filesystem::remove(path);
    EXPECT_NE(read_article_again(first.info, options()).rejected.find("is gone"), std::string::npos);
    ArticleInfo piped = first.info;
    piped.source.path = "-";
    EXPECT_NE(read_article_again(piped, options()).rejected.find("standard input"), std::string::npos);
}

TEST(Nmtoken, KeepsWhatAnNmtokenMayHold) {
    EXPECT_EQ(nmtoken("a-1_b.c:d"), "a-1_b.c:d");
    EXPECT_EQ(nmtoken("a b/\xC3\xA9"), "a-b---");
    EXPECT_EQ(nmtoken(""), "-");
}

TEST(FormatNames, GoBothWays) {
    for (const Format format : {Format::text, Format::jsonl, Format::html}) {
        EXPECT_EQ(format_from(to_string(format)), format);
    }
    EXPECT_FALSE(format_from("pdf").has_value());
}

}  // namespace
}  // namespace demarche
