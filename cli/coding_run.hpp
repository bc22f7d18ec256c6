// Articles to coding records, in reading order: what `code` and `build` do with their inputs.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "article_run.hpp"
#include "demarche/graph/coding.hpp"

namespace demarche::cli {

struct CodedArticle {
    Coding coding;
    std::string line;   // the record as JSON, with its line feed
    std::string where;  // "path:line" of the article
};

struct CodingRun {
    Reading reading;
    unsigned threads = 1;
    bool quiet = false;
    bool with_text = false;
    bool parse_all = false;
    bool conllu = false;  // inputs are CoNLL-U
    std::vector<std::string> extra_data;

    // Loads the tables, then gives every record to `sink`; a second article of the same id comes as a rejected record.
    // Counts each into `summary`. `idle` as in Pipeline::run.
    void run(Summary& summary, const std::function<void(CodedArticle)>& sink, const std::function<void()>& idle) const;
};

[[nodiscard]] std::vector<Option> coding_options();  // those that parse_coding_run reads
[[nodiscard]] CodingRun parse_coding_run(const Arguments& arguments);

// A record that stands for a second article of one id: it must not hide the first when records are merged.
[[nodiscard]] bool is_duplicate(const Coding& coding);

}  // namespace demarche::cli
