// The exact bytes of every file of the sample world, in golden/. After a wanted change: DEMARCHE_WRITE_GOLDEN=1 test_export, then
// read the diff.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "sample_world.hpp"

namespace demarche {
namespace {

struct GoldenCase {
    const char* file;
    std::string (*write)(const World&, const WriteOptions&);
};

class Golden : public ::testing::TestWithParam<GoldenCase> {};

TEST_P(Golden, SameBytes) {
    const std::string path = std::string(DEMARCHE_TESTS_DIR) + "/export/golden/" + GetParam().file;
    const std::string bytes = GetParam().write(sample::world(), sample::options());
    if (std::getenv("DEMARCHE_WRITE_GOLDEN") != nullptr) {
        std::ofstream(path, std::ios::binary) << bytes;
    }
    EXPECT_EQ(bytes, sample::read(path));
    EXPECT_FALSE(bytes.empty());
}

INSTANTIATE_TEST_SUITE_P(Formats, Golden,
                         ::testing::Values(GoldenCase{"graph.graphml", sample::graphml},
                                           GoldenCase{"actors.graphml", sample::actor_graphml},
                                           GoldenCase{"graph.gexf", sample::gexf},
                                           GoldenCase{"timeline.json", sample::timelinejs}, GoldenCase{"vis.json", sample::vis},
                                           GoldenCase{"events.csv", sample::events_csv},
                                           GoldenCase{"actors.csv", sample::actors_csv}),
                         [](const auto& golden) {
                             std::string name = golden.param.file;
                             name[name.find('.')] = '_';
                             return name;
                         });

}  // namespace
}  // namespace demarche
