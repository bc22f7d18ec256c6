#include "table_files.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "tables/mapped_file.hpp"

namespace demarche {

namespace fs = std::filesystem;

namespace {

// Names in the first cell of the rows of README.md that tell a licence: "who/states.tsv", "language/*.tsv".
std::vector<std::string> licensed(std::string_view readme) {
    std::vector<std::string> names;
    while (!readme.empty()) {
        const std::size_t end = std::min(readme.find('\n'), readme.size());
        std::string_view line = readme.substr(0, end);
        readme.remove_prefix(std::min(end + 1, readme.size()));
        std::vector<std::string_view> cells;
        for (std::size_t bar = 0; line.starts_with('|') && bar + 1 < line.size();) {
            const std::size_t next = std::min(line.find('|', bar + 1), line.size());
            cells.push_back(line.substr(bar + 1, next - bar - 1));
            bar = next;
        }
        constexpr std::size_t licence = 3;
        if (cells.size() <= licence || cells[licence].find_first_not_of(' ') == std::string_view::npos) {
            continue;
        }
        for (std::size_t at = cells[0].find('`'); at != std::string_view::npos; at = cells[0].find('`', at)) {
            const std::size_t close = std::min(cells[0].find('`', at + 1), cells[0].size());
            names.emplace_back(cells[0].substr(at + 1, close - at - 1));
            at = std::min(close + 1, cells[0].size());
        }
    }
    return names;
}

bool named(const std::vector<std::string>& names, std::string_view table) {
    const std::string_view folder = table.substr(0, table.rfind('/') + 1);
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return name == table || (name.ends_with("*.tsv") && name.size() == folder.size() + 5 && name.starts_with(folder));
    });
}

}  // namespace

std::vector<std::string> unknown_tables(const DataFolders& folders, const std::unordered_set<std::string_view>& known) {
    std::vector<std::string> problems;
    for (const std::string& folder : folders.extra) {
        std::error_code error;
        for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
            const std::string name = at->path().lexically_relative(folder).generic_string();
            if (name.ends_with(".tsv") && !known.contains(name)) {
                problems.push_back(at->path().string() +
                                   ": no table has this name, so that nobody reads it; the names are those of data/README.md");
            }
        }
    }
    std::sort(problems.begin(), problems.end());
    return problems;
}

std::vector<std::string> tables_without_licence(const std::string& base, const std::unordered_set<std::string_view>& known) {
    const std::optional<MappedFile> readme = MappedFile::open(base + "/README.md");
    if (!readme) {
        return {base + "/README.md: cannot be read; it tells source and licence of each table"};
    }
    const std::vector<std::string> names = licensed(readme->text());
    std::vector<std::string> problems;
    for (const std::string_view table : known) {
        if (!named(names, table)) {
            problems.push_back(base + "/README.md: tells no licence of " + std::string(table) + "; add a row for it");
        }
    }
    std::sort(problems.begin(), problems.end());
    return problems;
}

}  // namespace demarche
