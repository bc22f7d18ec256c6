// The stage that parses: marked sentences go through the network in batches.
#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <vector>

#include "demarche/ingest/stages.hpp"
#include "language/annotate.hpp"
#include "language/finite_verbs.hpp"
#include "language/language_tables.hpp"
#include "language/mend_by_tree.hpp"
#include "language/parser.hpp"
#include "language/promote_verbs.hpp"

namespace demarche {

namespace {

constexpr std::size_t kBatch = 64;       // words; more bring no more speed
constexpr std::uint32_t kLongest = 512;  // words that are parsed as one sentence

struct Piece {
    TokenRange tokens;
    bool goes_on = false;  // the sentence that the piece before began
};

struct Scratch final : StageScratch {
    language::ParserScratch parser;
    std::vector<Piece> pieces;  // of the batch
    std::vector<language::JointTag> tags;
};

// A longer sentence is parsed in pieces; the root of a piece hangs on the root of the piece before.
void write_tree(Document& document, TokenRange range, std::span<const language::ParsedWord> parsed, std::int32_t earlier_root) {
    for (std::uint32_t i = 0; i < range.size(); ++i) {
        Token& token = document.tokens[range.begin + i];
        const bool root = parsed[i].head < 0;
        token.head = root ? earlier_root : static_cast<std::int32_t>(range.begin) + parsed[i].head;
        token.deprel = !root ? parsed[i].label : (earlier_root >= 0 ? "parataxis" : "root");
    }
}

std::int32_t root_of(const Document& document, TokenRange range) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const std::int32_t head = document.tokens[i].head;
        if (head < static_cast<std::int32_t>(range.begin)) {
            return static_cast<std::int32_t>(i);
        }
    }
    return -1;
}

void take_tags(std::span<const language::ParsedWord> words, std::vector<language::JointTag>& tags) {
    tags.clear();
    for (const language::ParsedWord& word : words) {
        tags.push_back(word.tag);
    }
}

void parse_batch(Document& document, const LanguageTables& tables, Scratch& scratch) {
    tables.parser().parse(scratch.parser);
    std::span<language::ParsedWord> parsed = scratch.parser.parsed;
    std::int32_t earlier_root = -1;
    for (const Piece& piece : scratch.pieces) {
        const TokenRange range = piece.tokens;
        const std::span<Token> tokens = std::span(document.tokens).subspan(range.begin, range.size());
        const std::span<language::ParsedWord> words = parsed.first(range.size());
        language::mend_prepositions(words);
        language::mend_nouns(tokens, words);
        language::mend_plans(tokens, words);
        const bool ordinary = language::case_style(tokens) == language::CaseStyle::normal;  // a headline may lack finite verbs
        if (ordinary) {
            language::mend_finite_heads(tokens, words);
            take_tags(words, scratch.tags);
            language::repair_finite_verbs(tokens, scratch.tags);
            for (std::size_t word = 0; word < words.size(); ++word) {
                words[word].tag = scratch.tags[word];
            }
            language::promote_finite_verbs(tokens, words);
        }
        take_tags(words, scratch.tags);
        language::annotate(document, tokens, scratch.tags, tables.lemmas());
        write_tree(document, range, parsed, piece.goes_on ? earlier_root : -1);
        language::mark_passives(document, range);
        earlier_root = root_of(document, range);
        parsed = parsed.subspan(range.size());
    }
    scratch.parser.words.clear();
    scratch.parser.ends.clear();
    scratch.pieces.clear();
}

}  // namespace

void parse(Document& document, const LanguageTables& tables, bool all) {
    if (!document.parser_scratch) {
        document.parser_scratch = std::make_unique<Scratch>();
    }
    auto& scratch = static_cast<Scratch&>(*document.parser_scratch);  // no other stage makes one
    for (const Sentence& sentence : document.sentences) {
        const bool parsed = !document.tokens[sentence.tokens.begin].deprel.empty();
        if (parsed || !(all || sentence.may_hold_event)) {
            continue;
        }
        for (std::uint32_t begin = sentence.tokens.begin; begin < sentence.tokens.end; begin += kLongest) {
            const std::uint32_t end = std::min(begin + kLongest, sentence.tokens.end);
            for (std::uint32_t i = begin; i < end; ++i) {
                scratch.parser.words.push_back({document.tokens[i].form, document.tokens[i].lower});
            }
            scratch.parser.ends.push_back(static_cast<std::uint32_t>(scratch.parser.words.size()));
            scratch.pieces.push_back({{begin, end}, begin > sentence.tokens.begin});
        }
        if (scratch.parser.words.size() >= kBatch) {
            parse_batch(document, tables, scratch);
        }
    }
    if (!scratch.pieces.empty()) {
        parse_batch(document, tables, scratch);
    }
}

}  // namespace demarche
