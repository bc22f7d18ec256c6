#include "demarche/ingest/table.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace demarche {

namespace fs = std::filesystem;

namespace {

std::vector<std::string_view> split(std::string_view text, char by) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0;;) {
        const std::size_t end = text.find(by, at);
        parts.push_back(text.substr(at, end - at));
        if (end == std::string_view::npos) {
            return parts;
        }
        at = end + 1;
    }
}

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary | std::ios::ate);
    const std::streamoff size = in ? static_cast<std::streamoff>(in.tellg()) : -1;
    std::string content(static_cast<std::size_t>(std::max<std::streamoff>(size, 0)), '\0');
    in.seekg(0);
    in.read(content.data(), size);
    if (!in) {  // also a folder that has the name of a table
        throw DataError(path + ": cannot be read; check the data folder (--data)");
    }
    return content;
}

// The cells of a line, into a list whose memory is used again.
void split_into(std::vector<std::string_view>& cells, std::string_view line) {
    cells.clear();
    for (std::size_t at = 0;;) {
        const std::size_t end = line.find('\t', at);
        cells.push_back(line.substr(at, end - at));
        if (end == std::string_view::npos) {
            return;
        }
        at = end + 1;
    }
}

}  // namespace

Table Table::load(const DataFolders& folders, std::string_view name, std::span<const std::string_view> columns) {
    Table table;
    table.width_ = columns.size();
    table.add_file(folders.base + "/" + std::string(name), columns);
    for (const std::string& folder : folders.extra) {
        const std::string path = folder + "/" + std::string(name);
        if (fs::exists(path)) {
            table.add_file(path, columns);
        }
    }
    return table;
}

void Table::add_file(const std::string& path, std::span<const std::string_view> columns) {
    const auto file = static_cast<std::uint32_t>(paths_.size());
    paths_.push_back(path);
    contents_.push_back(std::make_unique<std::string>(read_file(path)));
    const std::string_view content = *contents_.back();

    std::vector<std::size_t> position;  // of each wanted column in this file
    std::size_t header_width = 0;
    std::uint32_t line_number = 0;
    std::vector<std::string_view> cells;
    const auto where = [&] { return path + ":" + std::to_string(line_number) + ": "; };
    for (std::size_t at = 0; at < content.size();) {
        std::size_t end = content.find('\n', at);
        end = end == std::string_view::npos ? content.size() : end;
        std::string_view line = content.substr(at, end - at);
        at = end + 1;
        ++line_number;
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        if (line.empty() || line.front() == '#') {
            continue;
        }
        split_into(cells, line);
        if (position.empty()) {
            header_width = cells.size();
            for (const std::string_view column : columns) {
                const auto found = std::find(cells.begin(), cells.end(), column);
                if (found == cells.end()) {
                    throw DataError(where() + "the header has no column \"" + std::string(column) + "\"; add it");
                }
                position.push_back(static_cast<std::size_t>(found - cells.begin()));
            }
            continue;
        }
        if (cells.size() != header_width) {
            throw DataError(where() + std::to_string(cells.size()) + " cells where the header has " +
                            std::to_string(header_width) + "; separate cells by tabs");
        }
        for (const std::size_t column : position) {
            cells_.push_back(cells[column]);
        }
        origins_.push_back({file, line_number});
    }
    if (position.empty()) {
        throw DataError(path + ": no header line; the first line names the columns");
    }
}

std::vector<std::unique_ptr<std::string>> Table::release() {
    cells_ = {};
    origins_ = {};
    return std::move(contents_);
}

std::string Table::where(std::size_t row) const { return paths_[origins_[row].file] + ":" + std::to_string(origins_[row].line); }

void Table::fail(std::size_t row, std::string_view what) const { throw DataError(where(row) + ": " + std::string(what)); }

std::vector<std::string_view> split_cell(std::string_view cell) {
    std::vector<std::string_view> values = split(cell, '|');
    std::erase_if(values, [](std::string_view value) { return value.empty(); });
    return values;
}

std::vector<std::string> data_files(const DataFolders& folders, std::string_view folder, std::string_view ending) {
    std::vector<std::string> files;
    const auto add = [&](const std::string& root) {
        const fs::path path = fs::path(root) / folder;
        std::error_code error;
        std::vector<std::string> found;
        for (const auto& entry : fs::directory_iterator(path, error)) {
            if (entry.is_regular_file() && entry.path().filename().string().ends_with(ending)) {
                found.push_back(entry.path().string());
            }
        }
        std::sort(found.begin(), found.end());
        files.insert(files.end(), found.begin(), found.end());
    };
    add(folders.base);
    for (const std::string& root : folders.extra) {
        add(root);
    }
    return files;
}

}  // namespace demarche
