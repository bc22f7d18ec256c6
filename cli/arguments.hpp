// The program's own argument parser: long options with "=" or a space, a few letters, "--", and "-" as an ordinary word.
#pragma once

#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::cli {

// The user asked for something that does not exist. what() is "what; what to do"; the program ends with exit code 2.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct Option {
    std::string_view name;   // "threads", without dashes
    std::string_view value;  // what stands for the value in the help text ("N"); "" for an option without a value
    std::string_view help;   // one line
    char letter = 0;         // 'o' for -o; 0 for none
    bool repeat = false;     // may be given several times
};

// What a command says about itself. All views are of static text.
struct Usage {
    std::string_view name;
    std::string_view words;    // "INPUT… -o DIR"
    std::string_view summary;  // one sentence for the list of commands
    std::string_view about;    // a short paragraph for the command's own help; lines are not broken again
    std::vector<Option> options;
    std::string_view example;  // command lines, one a line
};

class Arguments {
public:
    // Throws UsageError for an unknown option, a missing or unwanted value, or an option given twice.
    static Arguments parse(const Usage& usage, std::span<const std::string> arguments);

    [[nodiscard]] bool has(std::string_view option) const;
    [[nodiscard]] std::optional<std::string> value(std::string_view option) const;  // the only value
    [[nodiscard]] std::vector<std::string> values(std::string_view option) const;   // all of a repeatable option, in order
    [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
    [[nodiscard]] bool help() const { return help_; }

private:
    struct Given {
        std::string_view option;
        std::string value;
    };
    std::vector<Given> given_;
    std::vector<std::string> words_;
    bool help_ = false;
};

// The help text of a command, with its options and example.
[[nodiscard]] std::string help_text(const Usage& usage);

// The candidate that is the fewest edits away from `word`, if that is near enough to be a slip of the hand; "" otherwise.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

// Whole numbers of an option; `option` names it in the message. Throws UsageError.
[[nodiscard]] std::uint64_t parse_count(std::string_view option, std::string_view text, std::uint64_t least, std::uint64_t most);

// "16777216", "64K", "16M", "1G" bytes. Throws UsageError.
[[nodiscard]] std::uint64_t parse_size(std::string_view option, std::string_view text);

}  // namespace demarche::cli
