#include "language/train/treebank.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>

#include "language/conllu.hpp"
#include "language/upos_names.hpp"

namespace demarche::language::train {

namespace {

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        throw DataError(path + ": the treebank cannot be read; check the path");
    }
    return {std::istreambuf_iterator<char>(in), {}};
}

TreebankSentence tree_of(const ConlluSentence& sentence, const std::string& path) {
    TreebankSentence out;
    for (const ConlluRow& row : sentence.rows) {
        if (row.kind != RowKind::word) {
            continue;
        }
        const auto upos = upos_from(row[Cell::upos]);
        if (!upos || row[Cell::head] == "_") {
            throw DataError(path + ":" + std::to_string(sentence.line) + ": word " + row[Cell::id] +
                            " of the sentence that begins " + "here has no " + (upos ? "head" : "universal tag") +
                            "; correct the file");
        }
        const int head = std::stoi(row[Cell::head]);  // the reader checked it
        out.forms.push_back(row[Cell::form]);
        out.tags.push_back({penn_from(row[Cell::xpos]).value_or(Penn::xx), *upos});
        out.heads.push_back(head == 0 ? static_cast<std::int32_t>(sentence.words) : head - 1);
        out.labels.push_back(row[Cell::deprel]);
    }
    return out;
}

}  // namespace

std::vector<TreebankSentence> read_treebank(const std::string& path, const std::vector<std::string>& without) {
    const std::string text = bytes_of(path);
    ConlluReader reader(text, path);
    std::vector<TreebankSentence> trees;
    bool left_out = false;
    for (ConlluSentence sentence; reader.next(sentence);) {
        if (const std::string_view id = sentence.comment("newdoc id"); !id.empty()) {
            left_out = std::any_of(without.begin(), without.end(),
                                   [&](const std::string& part) { return id.find(part) != std::string_view::npos; });
        }
        if (!left_out && sentence.words > 0) {
            trees.push_back(tree_of(sentence, path));
        }
    }
    return trees;
}

}  // namespace demarche::language::train
