// What an act is about, read from the words behind its trigger: "urged Kenya to free the crew" is CAMEO 0253, an appeal for
// release, "demanded talks" 106. The table data/subjects.tsv gives, for a kind, words with the finer CAMEO code and PLOVER mode.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "demarche/ingest/document.hpp"
#include "demarche/ingest/table.hpp"

namespace demarche {

struct Subject {
    std::string cameo;
    std::string mode;                             // "" if none
    std::vector<std::vector<std::string>> words;  // any of them; each is words that must all stand there: "lift+sanction"
};

// By kind; rows in the table's order, the first that fits counts. Pointers into it stay valid.
using Subjects = std::unordered_map<std::string, std::vector<Subject>>;

// Throws DataError for a code that is no CAMEO code, naming file and line.
[[nodiscard]] Subjects load_subjects(const DataFolders& folders);

// Whether a subject's code says more than the code that a rule of the kind gives: it lies below it ("023" and "0231"), or the
// rule says no more than its kind does.
[[nodiscard]] bool refines(std::string_view subject, std::string_view rule, std::string_view kind);

// The first subject whose words stand among `tokens`; null if none.
[[nodiscard]] const Subject* subject_in(const Document& document, TokenRange tokens, const std::vector<Subject>& subjects);

}  // namespace demarche
