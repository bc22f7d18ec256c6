// demarche COMMAND …: finds the command, and turns whatever goes wrong into one sentence and an exit code.
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "command.hpp"
#include "interrupt.hpp"
#include "output.hpp"
#include "terminal.hpp"

namespace demarche::cli {

namespace {

std::string overview() {
    std::string text =
        "Usage: demarche COMMAND [OPTIONS] …\n\nBuilds timelines and graphs of diplomatic events from news "
        "articles.\n\nCommands:\n";
    for (const CommandEntry& entry : commands()) {
        text += "  " + std::string(entry.name) + std::string(10 - entry.name.size(), ' ') +
                std::string(entry.make()->usage().summary) + "\n";
    }
    text += "\ndemarche COMMAND --help tells its options.\n\nExample:\n  demarche build articles/ -o out\n  demarche show out\n";
    return text;
}

void print(std::string_view text) {
    Output out("");
    out.write(text);
    out.finish();
}

void complain(std::string_view command, std::string_view sentence) {
    const std::string line =
        "demarche" + (command.empty() ? std::string() : " " + std::string(command)) + ": " + printable(sentence) + "\n";
    std::fputs(line.c_str(), stderr);
}

int run_command(const CommandEntry& entry, std::span<const std::string> words) {
    const auto command = entry.make();
    const Arguments arguments = Arguments::parse(command->usage(), words);
    if (arguments.help()) {
        print(help_text(command->usage()));
        return done;
    }
    command->setup(arguments);
    return command->run();
}

int dispatch(std::span<const std::string> words, std::string& command) {
    if (words.empty()) {
        std::fputs(overview().c_str(), stderr);
        return wrong_usage;
    }
    const bool asks_for_help = words[0] == "help" || words[0] == "--help" || words[0] == "-h";
    if (asks_for_help && words.size() == 1) {
        print(overview());
        return done;
    }
    if (words[0] == "--version") {
        print("demarche " DEMARCHE_VERSION "\n");
        return done;
    }
    const std::string& name = asks_for_help ? words[1] : words[0];
    std::vector<std::string_view> names;
    for (const CommandEntry& entry : commands()) {
        if (entry.name == name) {
            command = name;
            const std::vector<std::string> help{"--help"};
            return run_command(entry, asks_for_help ? std::span<const std::string>(help) : words.subspan(1));
        }
        names.push_back(entry.name);
    }
    const std::string_view near = nearest(name, names);
    throw UsageError("unknown command " + name + "; " +
                     (near.empty() ? "see demarche --help" : "did you mean demarche " + std::string(near) + "?"));
}

// Ends as the signal would have ended the program, without waiting for a reader that may hang on its input.
[[noreturn]] void end_interrupted() {
    std::fflush(nullptr);
    std::_Exit(128 + signal_seen());
}

[[noreturn]] void end_quietly() {
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
    std::_Exit(128 + SIGPIPE);
}

int guarded(std::span<const std::string> words) {
    std::string command;
    try {
        return dispatch(words, command);
    } catch (const UsageError& error) {
        complain(command, error.what());
        return wrong_usage;
    } catch (const ClosedPipe&) {
        end_quietly();
    } catch (const Interrupted&) {
        complain(command, "interrupted; what was there before is unchanged");
        end_interrupted();
    } catch (const std::bad_alloc&) {
        complain(command, "not enough memory; give fewer articles at a time, or use fewer --threads");
    } catch (const std::exception& error) {
        if (signal_seen() != 0) {
            end_interrupted();
        }
        complain(command, error.what());
    }
    return failure;
}

}  // namespace

}  // namespace demarche::cli

int main(int argc, char** argv) {
    demarche::cli::watch_signals();
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    return demarche::cli::guarded(words);
}
