#include "records.hpp"

#include <stdexcept>

#include "demarche/graph/coding_json.hpp"
#include "lines.hpp"

namespace demarche::cli {

void for_each_coding(const std::string& path, const std::function<void(Coding, std::uint64_t)>& take) {
    for_each_line(path, [&](std::string_view line, std::uint64_t number) {
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
            return;
        }
        Coding coding;
        try {
            coding = parse_coding(line);
        } catch (const std::runtime_error& error) {
            throw std::runtime_error(path + ":" + std::to_string(number) + " is not a coding record (" + error.what() +
                                     "); code its article again or take the line out");
        }
        take(std::move(coding), number);
    });
}

}  // namespace demarche::cli
