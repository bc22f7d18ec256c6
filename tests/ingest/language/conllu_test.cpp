// CoNLL-U: the same bytes out as in, or a sentence that says what is wrong and where; its text; and the way into a Document.
#include "language/conllu.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "language/conllu_document.hpp"
#include "language/conllu_text.hpp"
#include "language/features.hpp"
#include "language_test_data.hpp"

namespace demarche::testing {
namespace {

using language::ConlluSentence;

std::vector<ConlluSentence> sentences_of(std::string_view bytes) {
    language::ConlluReader reader(bytes, "words.conllu");
    std::vector<ConlluSentence> sentences;
    for (ConlluSentence sentence; reader.next(sentence);) {
        sentences.push_back(std::move(sentence));
    }
    return sentences;
}

std::string round_trip(std::string_view bytes) {
    std::string out;
    for (const ConlluSentence& sentence : sentences_of(bytes)) {
        append_conllu(out, sentence);
    }
    return out;
}

// A word with a head and nothing else.
std::string word(const std::string& id, const std::string& form, const std::string& head = "_", const std::string& misc = "_") {
    return id + "\t" + form + "\t_\t_\t_\t_\t" + head + "\t" + (head == "_" ? "_" : "dep") + "\t_\t" + misc + "\n";
}

std::string whole_file() {
    std::ifstream in(std::string(DEMARCHE_TESTS_DIR) + "/fuzz/seeds/fuzz_conllu/whole.conllu", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Conllu, SameBytesOutAsIn) {
    const std::string whole = whole_file();
    ASSERT_GT(whole.size(), 1000U);
    EXPECT_EQ(round_trip(whole), whole);
    EXPECT_EQ(round_trip(""), "");
    const std::string last = word("1", "Talks");
    EXPECT_EQ(round_trip(last + "\n" + last), last + "\n" + last) << "no empty line at the end";
    EXPECT_EQ(round_trip(last.substr(0, last.size() - 1)), last.substr(0, last.size() - 1)) << "no line feed at the end";
    const std::string odd = "#\n#=\n# = x\n" + word("1", "# not a comment \x01\x7f\xc2\x85", "0", " ") + "\n";
    EXPECT_EQ(round_trip(odd), odd);
    const std::string large = word("1", std::string(1'000'000, 'a'), "0", std::string(1'000'000, '|')) + "\n";
    EXPECT_EQ(round_trip(large), large);
}

struct Refused {
    std::string bytes;
    std::string message;  // how it begins
};
void PrintTo(const Refused& refused, std::ostream* out) { *out << refused.bytes.substr(0, 200); }

class RefusedConllu : public ::testing::TestWithParam<Refused> {};

TEST_P(RefusedConllu, SaysWhereAndWhatToDo) {
    try {
        (void)sentences_of(GetParam().bytes);
        FAIL() << "was read";
    } catch (const language::ConlluError& error) {
        const std::string message = error.what();
        EXPECT_EQ(message.substr(0, GetParam().message.size()), GetParam().message);
        EXPECT_NE(message.find("; "), std::string::npos) << message;
    }
}

INSTANTIATE_TEST_SUITE_P(
    All, RefusedConllu,
    ::testing::Values(
        Refused{"one two\n\n", "words.conllu:1: a line of CoNLL-U has ten cells"},
        Refused{word("1", "a") + "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\n\n", "words.conllu:2: a line of CoNLL-U has ten cells"},
        Refused{word("1", "a") + "# late comment\n\n", "words.conllu:2: a line of CoNLL-U has ten cells"},
        Refused{word("1", "") + "\n", "words.conllu:1: a cell is empty"},
        Refused{"# text = x\r\n", "words.conllu:1: a carriage return"},
        Refused{"\n", "words.conllu:1: the sentence before this empty line has no word"},
        Refused{word("1", "a") + "\n\n", "words.conllu:3: the sentence before this empty line has no word"},
        Refused{"# x\n\n" + word("1", "a") + "\n", "words.conllu:2: the sentence before this empty line has no word"},
        Refused{word("0.1", "a") + "\n", "words.conllu:2: the sentence before this empty line has no word"},
        Refused{word("1", "a") + "\n# end\n", "words.conllu:3: the file ends with comments"},
        Refused{word("1", "\xff") + "\n", "words.conllu:1: the line is not in UTF-8"},
        Refused{word("1", "\xed\xa0\x80") + "\n", "words.conllu:1: the line is not in UTF-8"},
        Refused{word("1", std::string(5U << 20U, 'a')) + "\n", "words.conllu:1: the line is longer than 4 MB"},
        Refused{word("2", "a") + "\n", "words.conllu:1: words are not numbered"},
        Refused{word("1", "a") + word("3", "b") + "\n", "words.conllu:2: words are not numbered"},
        Refused{word("01", "a") + "\n", "words.conllu:1: the first cell is no number"},
        Refused{word("1-", "a") + "\n", "words.conllu:1: the first cell is no number"},
        Refused{word("99999999999", "a") + "\n", "words.conllu:1: the first cell is no number"},
        Refused{word("1-1", "a") + word("1", "a") + "\n", "words.conllu:1: a range does not stand right before its words"},
        Refused{word("2-3", "a") + word("1", "a") + "\n", "words.conllu:1: a range does not stand right before its words"},
        Refused{word("1-2", "a") + word("1-3", "a") + word("1", "a") + "\n", "words.conllu:2: a range does not stand"},
        Refused{word("1-2", "ab") + word("1", "a") + word("2-3", "bc") + "\n", "words.conllu:3: a range does not stand"},
        Refused{"# x\n" + word("1-4294967295", "a") + word("1", "a") + "\n", "words.conllu:2: the range ends behind the last"},
        Refused{word("1", "a") + word("2.1", "b") + "\n", "words.conllu:2: an empty node does not stand behind its word"},
        Refused{word("1", "a") + word("1.2", "b") + "\n", "words.conllu:2: an empty node does not stand behind its word"},
        Refused{word("1", "a", "2") + "\n", "words.conllu:1: the head of word 1 is no word"},
        Refused{word("1", "a", "0") + word("1.1", "b") + word("2", "a", "-1") + "\n", "words.conllu:3: the head of word 2"},
        Refused{word("1", "a", "1") + "\n", "words.conllu:1: the heads lead from word 1 in a circle"},
        Refused{"# x\n" + word("1", "a", "0") + word("2", "b", "3") + word("3", "c", "4") + word("4", "d", "2") + "\n",
                "words.conllu:3: the heads lead from word 2 in a circle"}));

TEST(Conllu, LongChainsOfHeadsAreReadInLinearTime) {
    constexpr int kWords = 200'000;
    std::string bytes;
    for (int id = 1; id <= kWords; ++id) {
        bytes += word(std::to_string(id), "a", std::to_string(id < kWords ? id + 1 : 0));
    }
    EXPECT_EQ(sentences_of(bytes + "\n").at(0).words, 200'000U);
}

TEST(Conllu, CommentsHaveNamesAndValues) {
    const ConlluSentence sentence = sentences_of("# newdoc id = a b\n#newpar\n# text=  x = y\n" + word("1", "x") + "\n").at(0);
    EXPECT_EQ(sentence.comment("newdoc id"), "a b");
    EXPECT_EQ(sentence.comment("text"), "x = y");
    EXPECT_EQ(sentence.comment("newpar"), "");
    EXPECT_TRUE(sentence.has("newpar"));
    EXPECT_TRUE(sentence.has("newdoc"));
    EXPECT_FALSE(sentence.has("new"));
}

TEST(ConlluText, IsRebuiltFromFormsAndSpaces) {
    const std::vector<ConlluSentence> sentences = sentences_of(whole_file());
    const language::ConlluText text = language::conllu_text(sentences);
    EXPECT_EQ(text.text, "Norway's envoy didn't go. Meet 10 000people\n\ngonna ok 서울");
    ASSERT_EQ(text.paragraphs.size(), 2U);
    EXPECT_EQ(text.paragraphs[0].in(text.text), "Norway's envoy didn't go. Meet 10 000people");
    std::string pieces;
    for (const auto& sentence : text.pieces) {
        for (const language::ConlluText::Piece& piece : sentence) {
            pieces += (piece.space_before ? "_" : "|") + std::string(piece.span.in(text.text));
        }
    }
    // Words that do not make up their surface share it evenly; three words of two characters are one token.
    EXPECT_EQ(pieces, "|Norway|'s_envoy_did|n't_go|._Meet_10 000|people|go|nna_ok_서울");
    EXPECT_EQ(text.piece_of.back(), (std::vector<std::uint32_t>{0, 1, 2, 2, 2, 3}));
}

struct Filled {
    explicit Filled(std::string_view bytes)
        : sentences(sentences_of(bytes)), text(language::conllu_text(sentences)), article(language::article_of(sentences, text)) {
        document.article = &article;
        language::fill_words(document, sentences, text);
        language::fill_tags_and_trees(document, sentences, text, tables());
    }

    std::vector<ConlluSentence> sentences;
    language::ConlluText text;
    Article article;
    Document document;
};

TEST(ConlluDocument, TagsAndTreesComeFromTheCells) {
    const Filled filled(whole_file());
    EXPECT_EQ(filled.article.info.id, "oslo-1");
    EXPECT_EQ(filled.article.info.title, "Ministers meet in Oslo");
    EXPECT_EQ(filled.article.info.outlet, "Example Wire");
    EXPECT_EQ(filled.article.info.url, "https://example.org/oslo");
    ASSERT_TRUE(filled.article.info.published);
    ASSERT_EQ(filled.document.sentences.size(), 3U);
    const std::vector<Token>& tokens = filled.document.tokens;
    EXPECT_EQ(tokens[3].form, "did");
    EXPECT_EQ(tokens[3].lemma, "do");
    EXPECT_EQ(tokens[3].upos, Upos::aux);
    EXPECT_EQ(tokens[3].xpos, "VBD");
    EXPECT_TRUE(has(tokens[3].morph, Morph::past));
    EXPECT_EQ(tokens[3].head, 5);
    EXPECT_EQ(tokens[3].deprel, "aux");
    EXPECT_EQ(tokens[5].head, -1);
    EXPECT_EQ(tokens[5].deprel, "root");
    EXPECT_EQ(tokens[7].head, -1) << "the second sentence has a root of its own";
    EXPECT_EQ(tokens[8].head, 9);
    for (std::size_t i = filled.document.sentences[2].tokens.begin; i < tokens.size(); ++i) {
        EXPECT_EQ(tokens[i].deprel, "") << "half a tree is none";
        EXPECT_EQ(tokens[i].head, -1);
        EXPECT_NE(tokens[i].xpos, "") << "words without tags are tagged";
    }
}

TEST(Features, GiveThePennTag) {
    using language::Penn;
    const auto tag = [](Upos upos, std::string_view feats) { return language::penn_from_features(upos, feats); };
    EXPECT_EQ(tag(Upos::verb, "Mood=Ind|Tense=Past|VerbForm=Fin"), Penn::vbd);
    EXPECT_EQ(tag(Upos::verb, "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"), Penn::vbz);
    EXPECT_EQ(tag(Upos::verb, "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"), Penn::vbp);
    EXPECT_EQ(tag(Upos::verb, "Mood=Imp|VerbForm=Fin"), Penn::vb);
    EXPECT_EQ(tag(Upos::verb, "VerbForm=Inf"), Penn::vb);
    EXPECT_EQ(tag(Upos::verb, "VerbForm=Ger"), Penn::vbg);
    EXPECT_EQ(tag(Upos::verb, "Tense=Pres|VerbForm=Part"), Penn::vbg);
    EXPECT_EQ(tag(Upos::verb, "Tense=Past|VerbForm=Part|Voice=Pass"), Penn::vbn);
    EXPECT_EQ(tag(Upos::aux, "VerbForm=Fin"), Penn::md);
    EXPECT_EQ(tag(Upos::noun, "Number=Plur"), Penn::nns);
    EXPECT_EQ(tag(Upos::propn, "_"), Penn::nnp);
    EXPECT_EQ(tag(Upos::adj, "Degree=Sup"), Penn::jjs);
    EXPECT_EQ(tag(Upos::adv, "Degree=Cmp"), Penn::rbr);
    EXPECT_EQ(tag(Upos::verb, "_"), std::nullopt);
    EXPECT_EQ(tag(Upos::det, "Definite=Def"), std::nullopt);
}

TEST(ConlluDocument, WhatIsWrittenCanBeReadAgain) {
    Read read("Norway and Kenya held talks in Oslo on Monday. They didn't agree.\n\nTalks go on.");
    parse(read.document, tables(), true);
    read.article.info.id = "oslo";
    read.article.info.title = "Ministers\n\tmeet";
    std::string bytes;
    language::append_conllu(bytes, read.document);
    EXPECT_TRUE(bytes.starts_with("# newdoc id = oslo\n# title = Ministers  meet\n# newpar\n# sent_id = oslo-1\n# text = Norway"))
        << bytes;

    const Filled again(bytes);
    EXPECT_EQ(again.article.text, read.article.text);
    ASSERT_EQ(again.document.tokens.size(), read.document.tokens.size());
    for (std::size_t i = 0; i < again.document.tokens.size(); ++i) {
        const Token& a = read.document.tokens[i];
        const Token& b = again.document.tokens[i];
        EXPECT_EQ(a.span, b.span);
        EXPECT_EQ(a.form, b.form);
        EXPECT_EQ(a.lower, b.lower);
        EXPECT_EQ(a.lemma, b.lemma);
        EXPECT_EQ(a.upos, b.upos);
        EXPECT_EQ(a.xpos, b.xpos);
        EXPECT_EQ(a.morph, b.morph) << a.form;
        EXPECT_EQ(a.head, b.head);
        EXPECT_EQ(a.deprel, b.deprel);
        EXPECT_EQ(a.space_before, b.space_before) << a.form;
    }
}

TEST(ConlluDocument, CellsOfPretokenizedWordsAreFilled) {
    Filled filled(word("1-2", "can't") + word("1", "ca") + word("2", "n't") + word("2.1", "it") +
                  word("3", "wait", "_", "Gloss=_") + word("4-6", "ok") + word("4", "all") + word("5", "is") + word("6", "well") +
                  "\n");
    parse(filled.document, tables(), true);
    language::fill_cells(filled.sentences, filled.text, filled.document);
    const auto& rows = filled.sentences[0].rows;
    EXPECT_EQ(rows[0][language::Cell::upos], "_") << "a range has no tags";
    EXPECT_EQ(rows[3][language::Cell::upos], "_") << "an empty node has none";
    EXPECT_EQ(rows[1][language::Cell::xpos], "MD");
    EXPECT_EQ(rows[4][language::Cell::misc], "Gloss=_");
    EXPECT_EQ(rows[7][language::Cell::head], "4") << "words that share a token hang on the first";
    EXPECT_EQ(rows[8][language::Cell::head], "4");
    std::string bytes;
    append_conllu(bytes, filled.sentences[0]);
    EXPECT_NO_THROW((void)sentences_of(bytes)) << bytes;
}

}  // namespace
}  // namespace demarche::testing
