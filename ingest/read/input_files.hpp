// Which files the inputs of a command name, in the order in which they are read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace demarche {

struct InputFile {
    std::string path;      // "-" is standard input
    std::string rejected;  // why it cannot be read, if that is known already (a folder that cannot be opened)
    bool named = false;    // by the user himself, not found in a folder
    std::uint64_t size = 0;
    bool sized = true;  // false for pipes and standard input
};

// Throws std::runtime_error with one sentence if an input does not exist or is a folder that cannot be read.
[[nodiscard]] std::vector<InputFile> list_inputs(const std::vector<std::string>& inputs);

}  // namespace demarche
