// train_tagger TRAIN.conllu MODEL [TEST.conllu…]: writes the tagger's model and prints its accuracy on the gold tokens of each
// test file.
#include <cstdio>
#include <exception>

#include "language/train/tagger_trainer.hpp"

int main(int argc, char** argv) {
    using namespace demarche::language;
    using namespace demarche::language::train;
    if (argc < 3) {
        std::fputs("usage: train_tagger TRAIN.conllu MODEL [TEST.conllu...]\n", stderr);
        return 2;
    }
    try {
        train_tagger(read_treebank(argv[1], {}), {}).save(argv[2]);
        const Tagger tagger(TaggerModel::load(argv[2]));
        for (int i = 3; i < argc; ++i) {
            const TaggingScore score = score_tagger(tagger, read_treebank(argv[i], {}));
            const auto tokens = static_cast<double>(score.tokens);
            std::printf("%s: %zu tokens, XPOS %.2f %%, UPOS %.2f %%, %.0f tokens/s\n", argv[i], score.tokens,
                        100 * static_cast<double>(score.xpos) / tokens, 100 * static_cast<double>(score.upos) / tokens,
                        tokens / score.seconds);
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "train_tagger: %s\n", error.what());
        return 1;
    }
    return 0;
}
