#include "fingerprint.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <vector>

namespace demarche {

namespace fs = std::filesystem;

std::string fingerprint_of(const DataFolders& folders) {
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    XXH3_64bits_reset(state.get());
    std::vector<char> block(std::size_t{1} << 18U);
    const auto add = [&](const std::string& root) {
        std::vector<fs::path> files;
        for (const auto& entry : fs::recursive_directory_iterator(root)) {
            const std::string ending = entry.path().extension().string();
            if (entry.is_regular_file() && (ending == ".tsv" || ending == ".rules" || ending == ".model")) {
                files.push_back(entry.path());
            }
        }
        std::sort(files.begin(), files.end());
        for (const fs::path& file : files) {
            const std::string name = fs::relative(file, root).generic_string();
            XXH3_64bits_update(state.get(), name.data(), name.size() + 1);
            std::ifstream in(file, std::ios::binary);
            do {
                in.read(block.data(), static_cast<std::streamsize>(block.size()));
                XXH3_64bits_update(state.get(), block.data(), static_cast<std::size_t>(in.gcount()));
            } while (in);
        }
    };
    add(folders.base);
    for (const std::string& folder : folders.extra) {
        add(folder);
    }
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "xxh3:%016llx", static_cast<unsigned long long>(XXH3_64bits_digest(state.get())));
    return text.data();
}

}  // namespace demarche
