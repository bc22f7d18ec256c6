// The compiled image says the same as the text of the tables, and an image that does not is not used.
#include "compiled_tables.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "demarche/ingest/data.hpp"
#include "where/place_tables.hpp"
#include "who/actor_tables.hpp"

namespace demarche {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& path, const std::string& bytes) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

// A folder of the test's own, and in it the program's tables compiled.
class CompiledTables : public ::testing::Test {
protected:
    void SetUp() override {
        root_ = fs::path(::testing::TempDir()) /
                ("tables_" + std::to_string(::getpid()) + "_" + ::testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::create_directories(root_);
        compile_tables(DEMARCHE_DATA_DIR, image());
    }
    void TearDown() override { fs::remove_all(root_); }

    // A copy of the data folder, whose tables may be changed.
    fs::path copy() const {
        fs::copy(DEMARCHE_DATA_DIR, root_ / "data", fs::copy_options::recursive);
        return root_ / "data";
    }
    std::string image() const { return (root_ / "tables.image").string(); }
    const fs::path& root() const { return root_; }

private:
    fs::path root_;
};

std::uint64_t source() { return DataFiles({DEMARCHE_DATA_DIR, {}}).base_tables(); }

TEST_F(CompiledTables, HoldWhatTheTextSays) {
    const auto mapped = TableImage::open(image(), source());
    ASSERT_NE(mapped, nullptr);
    ImageWriter again;  // goes along every member
    again.begin_part();
    ActorTables::from(mapped, 0)->write(again);
    again.begin_part();
    PlaceTables::from(mapped, 1)->write(again);
    again.save(image() + "2", source());
    EXPECT_TRUE(read(image()) == read(image() + "2"));
}

TEST_F(CompiledTables, AreTheSameBytesEachTime) {
    compile_tables(DEMARCHE_DATA_DIR, image() + "2");
    EXPECT_TRUE(read(image()) == read(image() + "2"));
    EXPECT_FALSE(fs::exists(image() + ".new"));
}

TEST_F(CompiledTables, OfOtherTablesAreNotUsed) {
    EXPECT_EQ(TableImage::open(image(), source() + 1), nullptr);
    EXPECT_EQ(TableImage::open(image() + ".nowhere", source()), nullptr);
    EXPECT_EQ(TableImage::open(root().string(), source()), nullptr);
}

TEST_F(CompiledTables, CutOrDamagedAreNotUsed) {
    const std::string whole = read(image());
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, std::size_t{127}, std::size_t{128}, whole.size() / 2, whole.size() - 1}) {
        write(image(), whole.substr(0, size));
        EXPECT_EQ(TableImage::open(image(), source()), nullptr) << size;
    }
    write(image(), whole + "x");
    EXPECT_EQ(TableImage::open(image(), source()), nullptr);
    for (std::size_t at = 0; at < whole.size(); at += at < 72 ? 1 : whole.size() / 50) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        write(image(), damaged);
        EXPECT_EQ(TableImage::open(image(), source()), nullptr) << at;
    }
}

TEST_F(CompiledTables, OfAnotherShapeAreGivenUpWithoutACrash) {
    ImageWriter image_writer;
    image_writer.begin_part();
    for (std::uint32_t i = 0; i < 100; ++i) {
        image_writer.value(i * 77777U);
    }
    image_writer.save(image(), source());
    const auto mapped = TableImage::open(image(), source());
    ASSERT_NE(mapped, nullptr);
    EXPECT_THROW((void)ActorTables::from(mapped, 0), ImageError);
    EXPECT_THROW((void)PlaceTables::from(mapped, 1), ImageError);
}

TEST_F(CompiledTables, BesideTheTablesAreFound) {
    const fs::path data = copy();
    const DataFolders folders{data.string(), {}};
    fs::copy(image(), data / "tables.image");
    EXPECT_TRUE(load_name_tables(folders, DataFiles(folders)).compiled);
}

TEST_F(CompiledTables, GoBeforeNoChangedTable) {
    const fs::path data = copy();
    fs::copy(image(), data / "tables.image");
    std::ofstream(data / "who/orgs.tsv", std::ios::app) << "red-hand\tRed Hand\tRed Hand\tgroup\tKEN\n";
    const DataFolders folders{data.string(), {}};
    const NameTables tables = load_name_tables(folders, DataFiles(folders));
    EXPECT_FALSE(tables.compiled);
    std::vector<DocumentWord> words;
    fold_words("Red Hand", [&](const FoldedWord& word) {
        words.push_back({word.hash, static_cast<std::uint32_t>(words.size()), true, false, true});
    });
    std::vector<Meaning> meanings;
    EXPECT_EQ(tables.actors->lexicon().match(words, meanings), 2U);
}

TEST_F(CompiledTables, UserRowsAreSeenAndTheFingerprintChanges) {
    const fs::path user = root() / "user";
    write(user / "where/places.tsv",
          "geonameid\tname\talt\tshort\tcountry\tadmin1\tlat\tlon\tpop\tfeature\tcaution\n\tZenda\t\t\tAUT\t\t47.1\t13."
          "2\t900\tcity\t\n");
    const DataFolders folders{DEMARCHE_DATA_DIR, {user.string()}};
    const NameTables tables = load_name_tables(folders, DataFiles(folders));
    const auto match = tables.places->match("Zenda", 0);
    ASSERT_TRUE(match.has_value());
    EXPECT_EQ(tables.places->place(tables.places->entry(match->entries.front())).country, "AUT");
    EXPECT_NE(DataFiles(folders).fingerprint(), DataFiles({DEMARCHE_DATA_DIR, {}}).fingerprint());
    EXPECT_EQ(DataFiles(folders).base_tables(), source());
}

TEST(DataFilesTest, EveryByteOfATableCounts) {
    const fs::path root = fs::path(::testing::TempDir()) / ("files_" + std::to_string(::getpid()));
    write(root / "who/a.tsv", "name\nx\n");
    write(root / "language/m.model", std::string(300, 'm'));
    const DataFiles first({root.string(), {}});
    write(root / "who/a.tsv", "name\ny\n");
    const DataFiles second({root.string(), {}});
    EXPECT_NE(first.fingerprint(), second.fingerprint());
    EXPECT_NE(first.base_tables(), second.base_tables());
    write(root / "who/b.tsv", "name\n");
    EXPECT_NE(DataFiles({root.string(), {}}).fingerprint(), second.fingerprint());
    EXPECT_EQ(DataFiles({root.string() + "/", {}}).fingerprint(), DataFiles({root.string(), {}}).fingerprint());
    EXPECT_THROW(DataFiles({(root / "nowhere").string(), {}}), DataError);
    fs::remove_all(root);
}

}  // namespace
}  // namespace demarche
