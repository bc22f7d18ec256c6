#include "language/parser.hpp"

#include <array>

#include "language/parser_features.hpp"

namespace demarche::language {

namespace {

// The highest of scores[begin, end), the first of equals.
std::size_t highest(const float* scores, std::size_t begin, std::size_t end) {
    std::size_t best = begin;
    for (std::size_t i = begin + 1; i < end; ++i) {
        best = scores[i] > scores[best] ? i : best;
    }
    return best;
}

// The best action that the state allows; a shift goes before a left, a left before a right of the same score.
std::size_t choose(const ArcHybrid& state, const ParserSizes& sizes, const float* scores) {
    std::size_t best = sizes.actions;
    const auto offer = [&](std::size_t action) { best = best == sizes.actions || scores[action] > scores[best] ? action : best; };
    if (state.allows(Move::shift)) {
        offer(0);
    }
    if (state.allows(Move::left)) {
        offer(highest(scores, 1, sizes.lefts + 1U));
    }
    if (state.allows(Move::right)) {
        offer(highest(scores, sizes.lefts + 1U, sizes.actions));
    }
    return best;
}

}  // namespace

void Parser::parse(ParserScratch& scratch, const Kernels& with) const {
    if (scratch.words.empty()) {
        scratch.parsed.clear();
        return;
    }
    encode(model_, with, scratch.words, scratch.ends, scratch.encoder);
    scratch.parsed.resize(scratch.words.size());
    scratch.hidden.resize(model_.sizes.hidden);
    scratch.scores.resize(model_.moves.outputs);
    for (std::size_t word = 0; word < scratch.words.size(); ++word) {
        const float* scores = scratch.encoder.tags.data() + (word * model_.tagger.outputs);
        scratch.parsed[word].tag = model_.tags[highest(scores, 0, model_.sizes.tags)];
    }
    std::uint32_t begin = 0;
    for (const std::uint32_t end : scratch.ends) {
        if (begin < end) {
            parse_sentence(with, begin, end, scratch);
        }
        begin = end;
    }
}

void Parser::parse_sentence(const Kernels& with, std::uint32_t begin, std::uint32_t end, ParserScratch& scratch) const {
    const std::size_t size = model_.sizes.hidden;
    ArcHybrid& state = scratch.state;
    state.reset(end - begin);
    std::array<const float*, 1 + kPositions + kFacts> rows{};
    rows[0] = model_.hidden_bias.data();
    while (!state.finished()) {
        const StateFeatures features = state_features(state, model_.sizes.labels);
        for (std::size_t k = 0; k < kPositions; ++k) {
            const std::int32_t word = features.words[k];
            if (word == ArcHybrid::kNobody || word == state.words()) {
                rows[1 + k] = model_.nobody.data() + ((word == state.words() ? kPositions : k) * size);
            } else {
                rows[1 + k] = scratch.encoder.positions.data() +
                              ((begin + static_cast<std::uint32_t>(word)) * model_.positions.outputs) + (k * size);
            }
        }
        for (std::size_t k = 0; k < kFacts; ++k) {
            rows[1 + kPositions + k] = model_.facts.data() + (features.facts[k] * size);
        }
        with.hidden(rows.data(), rows.size(), size, scratch.hidden.data());
        with.multiply(model_.moves, scratch.hidden.data(), 1, scratch.scores.data());
        state.apply(model_.actions[choose(state, model_.sizes, scratch.scores.data())]);
    }
    for (std::uint32_t word = 0; word < end - begin; ++word) {
        ParsedWord& parsed = scratch.parsed[begin + word];
        parsed.head = state.head(word) == state.words() ? -1 : state.head(word);
        parsed.label = model_.labels[state.label(word)];
    }
}

}  // namespace demarche::language
