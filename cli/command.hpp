// What every command is: setup() checks the arguments and touches no file; run() reads like the manual.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "arguments.hpp"

namespace demarche::cli {

enum ExitCode : int { done = 0, failure = 1, wrong_usage = 2 };

class Command {
public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    [[nodiscard]] virtual const Usage& usage() const = 0;
    virtual void setup(const Arguments& arguments) = 0;  // throws UsageError
    virtual int run() = 0;                               // an ExitCode; throws std::exception with one sentence
};

std::unique_ptr<Command> make_build_command();
std::unique_ptr<Command> make_check_command();
std::unique_ptr<Command> make_code_command();
std::unique_ptr<Command> make_explain_command();
std::unique_ptr<Command> make_export_command();
std::unique_ptr<Command> make_merge_command();
std::unique_ptr<Command> make_parse_command();
std::unique_ptr<Command> make_read_command();
std::unique_ptr<Command> make_show_command();
std::unique_ptr<Command> make_train_command();
std::unique_ptr<Command> make_when_command();

struct CommandEntry {
    std::string_view name;
    std::unique_ptr<Command> (*make)();
};

[[nodiscard]] std::span<const CommandEntry> commands();  // in the order of the help text

}  // namespace demarche::cli
