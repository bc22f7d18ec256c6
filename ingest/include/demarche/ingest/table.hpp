// Reading the TSV tables of data/: UTF-8, a header line, no quoting, "|" separates values inside a cell, "#" starts a comment
// line.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// A broken dictionary is an error, not data: one sentence with file and line.
class DataError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// Where tables are looked for: the program's own folder first, then the user's (--data).
struct DataFolders {
    std::string base;
    std::vector<std::string> extra;
};

class Table {
public:
    // Reads base/name, which must exist, and extra/name where it exists; `columns` must all be in each header, in any order.
    static Table load(const DataFolders& folders, std::string_view name, std::initializer_list<std::string_view> columns) {
        return load(folders, name, std::span(columns.begin(), columns.size()));
    }
    static Table load(const DataFolders& folders, std::string_view name, std::span<const std::string_view> columns);

    [[nodiscard]] std::size_t rows() const { return origins_.size(); }
    // Cell of the column at position `column` of the list given to load(). Views live as long as the table.
    [[nodiscard]] std::string_view at(std::size_t row, std::size_t column) const { return cells_[(row * width_) + column]; }
    [[nodiscard]] bool from_user(std::size_t row) const { return origins_[row].file != 0; }

    // The text of all cells, for views that live on when the table is gone. The table is empty then.
    [[nodiscard]] std::vector<std::unique_ptr<std::string>> release();

    [[nodiscard]] std::string where(std::size_t row) const;  // "persons.tsv:17"
    // Throws DataError: "persons.tsv:17: <what>"
    [[noreturn]] void fail(std::size_t row, std::string_view what) const;

private:
    struct Origin {
        std::uint32_t file = 0;
        std::uint32_t line = 0;
    };
    void add_file(const std::string& path, std::span<const std::string_view> columns);

    std::vector<std::string> paths_;
    std::vector<std::unique_ptr<std::string>> contents_;
    std::vector<std::string_view> cells_;
    std::vector<Origin> origins_;
    std::size_t width_ = 0;
};

// Values of a "|" cell; empty values are left out.
[[nodiscard]] std::vector<std::string_view> split_cell(std::string_view cell);

// Files of base/folder and extra/folder with the given ending, in byte order of their names; base first.
[[nodiscard]] std::vector<std::string> data_files(const DataFolders& folders, std::string_view folder, std::string_view ending);

}  // namespace demarche
