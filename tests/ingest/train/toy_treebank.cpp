#include "toy_treebank.hpp"

#include <unistd.h>

#include <array>
#include <fstream>

#include "language/train/random.hpp"

namespace demarche::testing {

namespace {

struct Word {
    const char* form;
    const char* upos;
    const char* xpos;
    int head;
    const char* label;
};

std::string row(std::size_t id, const Word& word) {
    const std::string tab = "\t";
    return std::to_string(id) + tab + word.form + tab + "_" + tab + word.upos + tab + word.xpos + tab + "_" + tab +
           std::to_string(word.head) + tab + word.label + tab + "_" + tab + "_\n";
}

// "The envoy met officials in Geneva ." and the like; a passive turns the labels round.
std::string sentence(language::train::Random& random) {
    constexpr std::array<const char*, 4> nouns{"envoy", "minister", "leader", "delegation"};
    constexpr std::array<const char*, 4> verbs{"met", "invited", "praised", "accused"};
    constexpr std::array<const char*, 4> names{"Geneva", "Nairobi", "Oslo", "Hanoi"};
    const char* one = nouns[random.below(4)];
    const char* two = nouns[random.below(4)];
    const char* verb = verbs[random.below(4)];
    const char* name = names[random.below(4)];
    std::array<Word, 9> words{};
    std::size_t count = 0;
    const bool passive = random.chance(0.4F);
    const int root = passive ? 4 : 3;
    words[count++] = {"The", "DET", "DT", 2, "det"};
    words[count++] = {one, "NOUN", "NN", root, passive ? "nsubj:pass" : "nsubj"};
    if (passive) {
        words[count++] = {"was", "AUX", "VBD", root, "aux:pass"};
        words[count++] = {verb, "VERB", "VBN", 0, "root"};
    } else {
        words[count++] = {verb, "VERB", "VBD", 0, "root"};
        words[count++] = {"the", "DET", "DT", 5, "det"};
        words[count++] = {two, "NOUN", "NN", root, "obj"};
    }
    const int place = static_cast<int>(count) + 2;
    words[count++] = {"in", "ADP", "IN", place, "case"};
    words[count++] = {name, "PROPN", "NNP", root, "obl"};
    words[count++] = {".", "PUNCT", ".", root, "punct"};
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += row(i + 1, words[i]);
    }
    return text + "\n";
}

std::string treebank(std::uint64_t seed, int sentences) {
    language::train::Random random(seed);
    std::string text = "# newdoc id = toy-1\n";
    for (int i = 0; i < sentences; ++i) {
        text += sentence(random);
    }
    return text;
}

}  // namespace

void write_file(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

ToyFiles::ToyFiles(const std::string& name)
    : folder_(std::filesystem::temp_directory_path() / ("demarche-" + name + "-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
    write_file(path("train.conllu"), treebank(1, 300));
    write_file(path("dev.conllu"), treebank(2, 30));
    write_file(path("vectors.json"),
               R"({"size":3,"dimensions":4,"words":["the","met","geneva"],"vectors":{"the":[0.1,0.2,0.3,-0.4,0.5,0],)"
               R"("met":[0.5,-0.2,0.1,0.4,0.6,1],"geneva":[-0.3,0.2,0.7,0.4,0.9,2]}})");
}

ToyFiles::~ToyFiles() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

}  // namespace demarche::testing
