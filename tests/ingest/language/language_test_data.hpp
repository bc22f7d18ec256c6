// An article of given text, read; and the tables, loaded once for all tests.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/ingest/stages.hpp"
#include "language/language_tables.hpp"

namespace demarche::testing {

const LanguageTables& tables();

struct Read {
    explicit Read(std::string text);  // paragraphs are parted by "\n\n"

    Article article;
    Document document;
};

std::vector<std::string> lines_of(const std::string& file);  // of a file beside the tests
std::vector<std::string> split(std::string_view line, char by);

}  // namespace demarche::testing
