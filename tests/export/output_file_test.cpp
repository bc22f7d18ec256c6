#include "demarche/export/output_file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <stdexcept>
#include <thread>

#include "sample_world.hpp"

namespace demarche {
namespace {

TEST(OutputFile, AppearsUnderItsNameOnlyWhenWhole) {
    const sample::Folder folder;
    {
        OutputFile out(folder.file("x"));
        out.write(std::string(3'000'000, 'a'));
        EXPECT_FALSE(std::filesystem::exists(folder.file("x")));
        out.write("end");
        out.commit();
    }
    const std::string bytes = sample::read(folder.file("x"));
    EXPECT_EQ(bytes, std::string(3'000'000, 'a') + "end");
    EXPECT_EQ(folder.size(), 1U);
}

TEST(OutputFile, WithoutCommitLeavesTheOldFileAndNothingElse) {
    const sample::Folder folder;
    std::ofstream(folder.file("x")) << "old";
    { OutputFile(folder.file("x")).write("new"); }
    EXPECT_EQ(sample::read(folder.file("x")), "old");
    EXPECT_EQ(folder.size(), 1U);
}

TEST(OutputFile, AFullDiskIsOneSentence) {
    OutputFile out("/dev/full");
    out.write("bytes");
    try {
        out.commit();
        FAIL() << "no error on a full disk";
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find("/dev/full"), std::string::npos) << error.what();
        EXPECT_NE(std::string(error.what()).find("No space left"), std::string::npos) << error.what();
    }
    OutputFile big("/dev/full");
    EXPECT_THROW(big.write(std::string(2'000'000, 'a')), std::runtime_error);
}

TEST(OutputFile, AMissingFolderIsAnError) { EXPECT_THROW(OutputFile("/no/such/folder/x"), std::runtime_error); }

TEST(OutputFile, AFolderOfThatNameIsAnErrorAndLeavesNoPart) {
    const sample::Folder folder;
    std::filesystem::create_directories(folder.file("x") + "/inside");
    OutputFile out(folder.file("x"));
    out.write("bytes");
    EXPECT_THROW(out.commit(), std::runtime_error);
    EXPECT_EQ(folder.size(), 1U);
}

TEST(OutputFile, PipesTakeTheBytesAsTheyCome) {
    const sample::Folder folder;
    const std::string pipe = folder.file("pipe");
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    std::string got;
    std::thread reader([&] { got = sample::read(pipe); });
    {
        OutputFile out(pipe);
        out.write("through the pipe");
        out.commit();
    }
    reader.join();
    EXPECT_EQ(got, "through the pipe");
    EXPECT_EQ(folder.size(), 1U);
}

}  // namespace
}  // namespace demarche
