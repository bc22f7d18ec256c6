#include "language/train/moves.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "language/activations.hpp"
#include "language/kernels.hpp"
#include "language/train/multiply.hpp"
#include "language/train/oracle.hpp"

namespace demarche::language::train {

namespace {

void hidden_units(const Network& network, const Matrix& positions, std::uint32_t begin, const StateFeatures& state,
                  std::int32_t root, std::vector<float>& hidden) {
    const std::size_t size = network.dimensions.hidden;
    std::copy_n(network.hidden_bias.value.row(0), size, hidden.data());
    const auto add = [&](const float* values) {
        for (std::size_t i = 0; i < size; ++i) {
            hidden[i] += values[i];
        }
    };
    for (std::size_t k = 0; k < kPositions; ++k) {
        const std::int32_t word = state.words[k];
        if (word == ArcHybrid::kNobody || word == root) {
            add(network.nobody.value.row(word == root ? kPositions : k));
        } else {
            add(positions.row(begin + static_cast<std::uint32_t>(word)) + (k * size));
        }
    }
    for (const std::uint32_t fact : state.facts) {
        add(network.facts.value.row(fact));
    }
    for (float& unit : hidden) {
        unit = std::clamp(unit, 0.0F, kMostHidden);
    }
}

void action_scores(const Network& network, const std::vector<float>& hidden, std::vector<float>& scores) {
    std::copy_n(network.action_bias.value.row(0), scores.size(), scores.data());
    multiply().plain(network.action_weights.value.values.data(), hidden.data(), scores.data(), scores.size(), 1, hidden.size());
}

std::size_t best_action(const Vocabulary& vocabulary, const ArcHybrid& state, const std::vector<float>& scores) {
    const std::array<bool, 3> allowed{state.allows(Move::shift), state.allows(Move::left), state.allows(Move::right)};
    std::size_t best = scores.size();
    for (std::size_t a = 0; a < scores.size(); ++a) {
        if (allowed[static_cast<std::size_t>(vocabulary.actions[a].move)] &&
            (best == scores.size() || scores[a] > scores[best])) {
            best = a;
        }
    }
    return best;
}

}  // namespace

void walk_sentence(const Network& network, const Vocabulary& vocabulary, const Pass& pass, const Example& example,
                   std::uint32_t begin, const TrainingNoise& noise, Random& random, States& states) {
    const auto root = static_cast<std::int32_t>(example.forms.size());
    ArcHybrid state;
    state.reset(example.forms.size());
    Oracle oracle;
    oracle.reset(example.heads);
    std::vector<float> hidden(network.dimensions.hidden);
    std::vector<float> scores(vocabulary.actions.size());
    std::vector<std::uint8_t> right(scores.size());
    while (!state.finished()) {
        const StateFeatures features = state_features(state, vocabulary.labels.size());
        hidden_units(network, pass.positions, begin, features, root, hidden);
        action_scores(network, hidden, scores);
        const std::array<int, 3> costs = oracle.costs(state);
        const int least = *std::min_element(costs.begin(), costs.end());
        float highest = -1e30F;
        for (std::size_t a = 0; a < scores.size(); ++a) {
            const Action action = vocabulary.actions[a];
            const int cost = costs[static_cast<std::size_t>(action.move)];
            right[a] = cost == least && (action.move == Move::shift ||
                                         action.label == example.labels[static_cast<std::size_t>(state.stack(0))])
                           ? 1
                           : 0;
            if (cost != Oracle::kForbidden) {
                highest = std::max(highest, scores[a]);
            }
        }
        std::size_t chosen = best_action(vocabulary, state, scores);
        std::size_t chosen_right = scores.size();
        float all = 0;
        float good = 0;
        states.hidden.insert(states.hidden.end(), hidden.begin(), hidden.end());
        const std::size_t base = states.gradients.size();
        states.gradients.resize(base + scores.size());
        float* gradient = states.gradients.data() + base;
        for (std::size_t a = 0; a < scores.size(); ++a) {
            if (costs[static_cast<std::size_t>(vocabulary.actions[a].move)] == Oracle::kForbidden) {
                continue;
            }
            gradient[a] = exp2_near(std::max(scores[a] - highest, -60.0F) * 1.4426950409F);
            all += gradient[a];
            if (right[a] != 0) {
                good += gradient[a];
                chosen_right = chosen_right == scores.size() || scores[a] > scores[chosen_right] ? a : chosen_right;
            }
        }
        if (chosen_right == scores.size()) {  // the label never stands on this side: an arc that is wrong anyway
            std::fill_n(gradient, scores.size(), 0.0F);
        } else {
            for (std::size_t a = 0; a < scores.size(); ++a) {
                gradient[a] = gradient[a] / all - (right[a] != 0 ? gradient[a] / good : 0.0F);
            }
            states.loss -= std::log(static_cast<double>(good) / static_cast<double>(all));
            if (right[chosen] == 0 && !random.chance(noise.exploration)) {
                chosen = chosen_right;
            }
        }
        states.features.push_back(features);
        states.begins.push_back(begin);
        states.roots.push_back(root);
        state.apply(vocabulary.actions[chosen]);
    }
}

// From the visited states back to the encodings' gradient.
void learn_moves(Network& network, const Pass& pass, const States& states, float scale, Matrix& encoding_gradient) {
    const std::size_t count = states.features.size();
    const std::size_t size = network.dimensions.hidden;
    const std::size_t actions = network.action_bias.value.columns;
    std::vector<float> gradients = states.gradients;
    for (float& gradient : gradients) {
        gradient *= scale;
    }
    multiply().transposed_by(gradients.data(), states.hidden.data(), network.action_weights.gradient.values.data(), actions, size,
                             count);
    Matrix hidden(count, size);
    multiply().plain(gradients.data(), network.action_weights.value.values.data(), hidden.values.data(), count, size, actions);
    Matrix positions(pass.positions.rows, pass.positions.columns);
    for (std::size_t s = 0; s < count; ++s) {
        for (std::size_t a = 0; a < actions; ++a) {
            network.action_bias.gradient.values[a] += gradients[(s * actions) + a];
        }
        float* unit = hidden.row(s);
        for (std::size_t i = 0; i < size; ++i) {
            const float value = states.hidden[(s * size) + i];
            unit[i] = value > 0.0F && value < kMostHidden ? unit[i] : 0.0F;
        }
        const auto add_to = [&](float* values) {
            for (std::size_t i = 0; i < size; ++i) {
                values[i] += unit[i];
            }
        };
        add_to(network.hidden_bias.gradient.row(0));
        for (const std::uint32_t fact : states.features[s].facts) {
            add_to(network.facts.gradient.row(fact));
        }
        for (std::size_t k = 0; k < kPositions; ++k) {
            const std::int32_t word = states.features[s].words[k];
            if (word == ArcHybrid::kNobody || word == states.roots[s]) {
                add_to(network.nobody.gradient.row(word == states.roots[s] ? kPositions : k));
            } else {
                add_to(positions.row(states.begins[s] + static_cast<std::uint32_t>(word)) + (k * size));
            }
        }
    }
    multiply().transposed_by(positions.values.data(), pass.inputs.back().values.data(),
                             network.position_weights.gradient.values.data(), positions.columns, pass.inputs.back().columns,
                             positions.rows);
    multiply().plain(positions.values.data(), network.position_weights.value.values.data(), encoding_gradient.values.data(),
                     positions.rows, encoding_gradient.columns, positions.columns);
}

void draw_tree(const Network& network, const Vocabulary& vocabulary, const Pass& pass, std::uint32_t begin, std::size_t words,
               ArcHybrid& state) {
    std::vector<float> hidden(network.dimensions.hidden);
    std::vector<float> scores(vocabulary.actions.size());
    state.reset(words);
    while (!state.finished()) {
        hidden_units(network, pass.positions, begin, state_features(state, vocabulary.labels.size()),
                     static_cast<std::int32_t>(words), hidden);
        action_scores(network, hidden, scores);
        state.apply(vocabulary.actions[best_action(vocabulary, state, scores)]);
    }
}

}  // namespace demarche::language::train
