#include "command.hpp"

#include <array>

namespace demarche::cli {

std::span<const CommandEntry> commands() {
    static constexpr std::array<CommandEntry, 11> entries{{
        {"build", make_build_command},
        {"show", make_show_command},
        {"explain", make_explain_command},
        {"export", make_export_command},
        {"read", make_read_command},
        {"code", make_code_command},
        {"merge", make_merge_command},
        {"parse", make_parse_command},
        {"when", make_when_command},
        {"check", make_check_command},
        {"train", make_train_command},
    }};
    return entries;
}

}  // namespace demarche::cli
