#include "arguments.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>

#include "concat.hpp"

namespace demarche::cli {

namespace {

constexpr Option help_option{"help", "", "print this text", 'h'};

const Option* find_option(const Usage& usage, std::string_view name) {
    if (name == help_option.name) {
        return &help_option;
    }
    const auto found = std::ranges::find(usage.options, name, &Option::name);
    return found == usage.options.end() ? nullptr : &*found;
}

const Option* find_letter(const Usage& usage, char letter) {
    if (letter == help_option.letter) {
        return &help_option;
    }
    const auto found = std::ranges::find(usage.options, letter, &Option::letter);
    return found == usage.options.end() ? nullptr : &*found;
}

[[noreturn]] void unknown_option(const Usage& usage, std::string_view given, std::string_view name) {
    std::vector<std::string_view> names{help_option.name};
    for (const Option& option : usage.options) {
        names.push_back(option.name);
    }
    const std::string_view near = nearest(name, names);
    std::string message = "unknown option " + std::string(given) + "; ";
    message += near.empty() ? "see demarche " + std::string(usage.name) + " --help" : "did you mean --" + std::string(near) + "?";
    throw UsageError(message);
}

// Levenshtein distance, which counts a swap of two neighbours as one edit too.
std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            const bool same = a[i - 1] == b[j - 1];
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return cost[a.size()][b.size()];
}

std::string option_column(const Option& option) {
    std::string text = option.letter != 0 ? std::string("-") + option.letter + ", " : std::string("    ");
    text += "--" + std::string(option.name);
    if (!option.value.empty()) {
        text += " " + std::string(option.value);
    }
    return text;
}

}  // namespace

Arguments Arguments::parse(const Usage& usage, std::span<const std::string> arguments) {
    Arguments result;
    const auto take = [&](const Option& option, std::string value) {
        if (&option == &help_option) {
            result.help_ = true;
            return;
        }
        if (!option.repeat && result.has(option.name)) {
            throw UsageError("--" + std::string(option.name) + " is given twice; give it once");
        }
        result.given_.push_back({option.name, std::move(value)});
    };
    const auto missing_value = [](std::string_view given, const Option& option) {
        return UsageError(std::string(given) + " needs a value; write " + std::string(given) + " " + std::string(option.value));
    };

    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& word = arguments[i];
        if (word == "--") {
            result.words_.insert(result.words_.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1, arguments.end());
            break;
        }
        if (word.size() < 2 || word[0] != '-') {
            result.words_.push_back(word);
            continue;
        }
        if (word[1] != '-') {  // -o DIR, -oDIR
            const Option* option = find_letter(usage, word[1]);
            if (option == nullptr || (option->value.empty() && word.size() > 2)) {
                unknown_option(usage, word, std::string_view(word).substr(1));
            }
            if (option->value.empty()) {
                take(*option, "");
            } else if (word.size() > 2) {
                take(*option, word.substr(word[2] == '=' ? 3 : 2));
            } else if (++i < arguments.size()) {
                take(*option, arguments[i]);
            } else {
                throw missing_value(word, *option);
            }
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string given = word.substr(0, equals);
        const Option* option = find_option(usage, std::string_view(given).substr(2));
        if (option == nullptr) {
            unknown_option(usage, given, std::string_view(given).substr(2));
        }
        if (option->value.empty()) {
            if (equals != std::string::npos) {
                throw UsageError(concat({given, " takes no value; write ", given, " alone"}));
            }
            take(*option, "");
        } else if (equals != std::string::npos) {
            take(*option, word.substr(equals + 1));
        } else if (++i < arguments.size()) {
            take(*option, arguments[i]);
        } else {
            throw missing_value(given, *option);
        }
    }
    return result;
}

bool Arguments::has(std::string_view option) const { return std::ranges::find(given_, option, &Given::option) != given_.end(); }

std::optional<std::string> Arguments::value(std::string_view option) const {
    const auto found = std::ranges::find(given_, option, &Given::option);
    return found == given_.end() ? std::nullopt : std::optional(found->value);
}

std::vector<std::string> Arguments::values(std::string_view option) const {
    std::vector<std::string> result;
    for (const Given& given : given_) {
        if (given.option == option) {
            result.push_back(given.value);
        }
    }
    return result;
}

std::string help_text(const Usage& usage) {
    std::string text = "Usage: demarche " + std::string(usage.name) + " [OPTIONS] " + std::string(usage.words) + "\n\n";
    text += std::string(usage.about) + "\n\nOptions:\n";
    std::vector<Option> options = usage.options;
    options.push_back(help_option);
    std::size_t width = 0;
    for (const Option& option : options) {
        width = std::max(width, option_column(option).size());
    }
    for (const Option& option : options) {
        const std::string column = option_column(option);
        text += "  " + column + std::string(width - column.size() + 2, ' ') + std::string(option.help) + "\n";
    }
    text += "\nExample:\n";
    std::string_view rest = usage.example;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        text += "  " + std::string(rest.substr(0, end)) + "\n";
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return text;
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
    std::string_view best;
    std::size_t least = word.size() < 4 ? 2 : 3;  // more edits than this minus one are not a slip
    if (word.size() > 64) {
        return best;
    }
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = candidate.starts_with(word) && word.size() >= 2 ? 1 : edits(word, candidate);
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}

std::uint64_t parse_count(std::string_view option, std::string_view text, std::uint64_t least, std::uint64_t most) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) {
        throw UsageError("--" + std::string(option) + " " + std::string(text) + " is not a whole number from " +
                         std::to_string(least) + " to " + std::to_string(most) + "; give one");
    }
    return value;
}

std::uint64_t parse_size(std::string_view option, std::string_view text) {
    std::string_view digits = text;
    unsigned shift = 0;
    if (!digits.empty()) {
        switch (digits.back()) {
            case 'k':
            case 'K':
                shift = 10;
                break;
            case 'm':
            case 'M':
                shift = 20;
                break;
            case 'g':
            case 'G':
                shift = 30;
                break;
            default:
                break;
        }
        if (shift != 0) {
            digits.remove_suffix(1);
        }
    }
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value == 0 ||
        value > (std::uint64_t{std::numeric_limits<std::uint32_t>::max()} >> shift)) {
        throw UsageError("--" + std::string(option) + " " + std::string(text) +
                         " is not a size below 4G; write it as 65536, 64K or 16M");
    }
    return value << shift;
}

}  // namespace demarche::cli
