// Options that mean the same in every command, and how they are read.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "demarche/export/selection.hpp"
#include "demarche/ingest/read.hpp"
#include "demarche/ingest/table.hpp"

namespace demarche::cli {

namespace option {

inline constexpr Option data{"data", "DIR", "add the tables of this folder to the program's own (repeatable)", 0, true};
inline constexpr Option threads{"threads", "N",
                                "articles coded at the same time (default: one a processor); the output is the same"};
inline constexpr Option quiet{"quiet", "", "no progress and no summary on standard error", 'q'};
inline constexpr Option format{"format", "NAME", "kind of input: text, jsonl or html (default: found by content)"};
inline constexpr Option url{"url", "URL", "address of the only input, if it does not say so itself"};
inline constexpr Option max_line{"max-line", "SIZE", "longest line, text or page; longer ones are rejected (default 16M)"};
inline constexpr Option with_text{"with-text", "", "put the cleaned text into each record as article.text"};
inline constexpr Option parse_all{"parse-all", "", "parse also the sentences in which no rule knows a word; slower, same events"};
inline constexpr Option from{"from", "DATE", "events that can have happened on or after: 2025-07-11, 2025-07 or 2025"};
inline constexpr Option to{"to", "DATE", "events that can have happened on or before"};
inline constexpr Option actor{"actor", "WHO", "events with this actor: id, name or state code (repeatable: any of them)", 0,
                              true};
inline constexpr Option kind{"kind", "KIND", "events of this kind or PLOVER type (repeatable: any of them)", 0, true};
inline constexpr Option status{"status", "STATUS",
                               "occurred, ongoing, planned, possible, denied, cancelled (repeatable: any of them)", 0, true};
inline constexpr Option min_confidence{"min-confidence", "X", "events with at least this confidence, 0 to 1"};
inline constexpr Option quotes{"quotes", "HOW", "article text in the exports: full, trigger or none (default trigger)"};
inline constexpr Option output_folder{"output", "DIR", "folder of the results", 'o'};
inline constexpr Option output_file{"output", "FILE", "write here instead of to standard output; appears only when whole", 'o'};

}  // namespace option

// The lists that several commands share.
[[nodiscard]] std::vector<Option> join(std::initializer_list<std::vector<Option>> lists);
[[nodiscard]] std::vector<Option> reading_options();    // format url max-line
[[nodiscard]] std::vector<Option> selection_options();  // the filters

// Where the tables are: $DEMARCHE_DATA, else the folder known when the program was built, else ../share/demarche/data beside it.
// Throws std::runtime_error if there is none. Touches the disk, so it belongs into run().
[[nodiscard]] std::string data_folder();

// What reading needs apart from the outlets. Throws UsageError.
struct Reading {
    std::vector<std::string> inputs;
    ReadOptions options;
};
[[nodiscard]] Reading parse_reading(const Arguments& arguments);

[[nodiscard]] unsigned parse_threads(const Arguments& arguments);
[[nodiscard]] Selection parse_selection(const Arguments& arguments);
[[nodiscard]] Quotes parse_quotes(const Arguments& arguments);

// Throws UsageError if a chosen kind is neither a kind nor a PLOVER type of kinds.tsv. Touches the disk: belongs into run().
void check_kinds(const Selection& selection, const DataFolders& folders);

}  // namespace demarche::cli
