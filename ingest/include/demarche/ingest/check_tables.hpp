// Checking the tables of the data folders, as data/columns.tsv says what each column must hold.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "demarche/ingest/table.hpp"

namespace demarche {

struct TableReport {
    std::size_t tables = 0;
    std::size_t rows = 0;
    std::vector<std::string> problems;  // "who/persons.tsv:17: one sentence", by table and row
};

// Types, dates and their order, empty and duplicate keys, states and organisations that no table has, organisations that act for
// each other in a circle, files of a user that no table has the name of, and tables of the program without a licence in
// README.md. Every row is looked at; nothing is thrown for a bad one. Linear in the size of the tables.
[[nodiscard]] TableReport check_tables(const DataFolders& folders);

}  // namespace demarche
