#include "options.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <thread>

namespace demarche::cli {

namespace {

bool same_letters(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

// A day, month or year; the bound that lets the whole of it in.
std::optional<Day> parse_bound(const Arguments& arguments, std::string_view name, bool first) {
    const auto text = arguments.value(name);
    if (!text) {
        return std::nullopt;
    }
    const bool single = text->find('/') == std::string::npos && !text->empty();
    const std::optional<DateSpan> span = single ? parse_edtf(*text) : std::nullopt;
    const std::optional<Day> day = !span ? std::nullopt : first ? span->first : span->last;
    if (!day) {
        throw UsageError("--" + std::string(name) + " " + *text + " is not a date; write it as 2025-07-11, 2025-07 or 2025");
    }
    return day;
}

}  // namespace

std::vector<Option> join(std::initializer_list<std::vector<Option>> lists) {
    std::vector<Option> result;
    for (const std::vector<Option>& list : lists) {
        result.insert(result.end(), list.begin(), list.end());
    }
    return result;
}

std::vector<Option> reading_options() { return {option::format, option::url, option::max_line}; }

std::vector<Option> selection_options() {
    return {option::from, option::to, option::actor, option::kind, option::status, option::min_confidence};
}

std::string data_folder() {
    const auto is_folder = [](const std::filesystem::path& path) {
        std::error_code ignored;
        return std::filesystem::is_directory(path, ignored);
    };
    if (const char* chosen = std::getenv("DEMARCHE_DATA"); chosen != nullptr && *chosen != '\0') {
        if (!is_folder(chosen)) {
            throw std::runtime_error("DEMARCHE_DATA names " + std::string(chosen) +
                                     ", which is not a folder; set it to the data folder or unset it");
        }
        return chosen;
    }
    if (is_folder(DEMARCHE_DATA_DIR)) {
        return DEMARCHE_DATA_DIR;
    }
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto beside = program.parent_path().parent_path() / "share" / "demarche" / "data";
    if (!error && is_folder(beside)) {
        return beside.string();
    }
    throw std::runtime_error("the data folder is gone (" DEMARCHE_DATA_DIR "); set DEMARCHE_DATA to where it is now");
}

Reading parse_reading(const Arguments& arguments) {
    Reading reading;
    reading.inputs = arguments.words();
    if (reading.inputs.empty()) {
        throw UsageError("no input; give files or folders, or - for standard input");
    }
    if (std::ranges::count(reading.inputs, "-") > 1) {
        throw UsageError("- is given twice; standard input can be read once");
    }
    for (const std::string& input : reading.inputs) {
        if (input.empty()) {
            throw UsageError("an input is an empty word; give files or folders, or - for standard input");
        }
    }
    if (const auto format = arguments.value("format")) {
        reading.options.format = format_from(*format);
        if (!reading.options.format) {
            throw UsageError("--format " + *format + " is not known; choose text, jsonl or html");
        }
    }
    if (const auto url = arguments.value("url")) {
        if (reading.inputs.size() > 1) {
            throw UsageError("--url belongs to one input and there are " + std::to_string(reading.inputs.size()) +
                             "; give them one by one");
        }
        reading.options.url = *url;
    }
    if (const auto size = arguments.value("max-line")) {
        reading.options.max_line = parse_size("max-line", *size);
    }
    return reading;
}

unsigned parse_threads(const Arguments& arguments) {
    if (const auto threads = arguments.value("threads")) {
        return static_cast<unsigned>(parse_count("threads", *threads, 1, 512));
    }
    return std::max(1U, std::thread::hardware_concurrency());
}

Selection parse_selection(const Arguments& arguments) {
    Selection selection;
    selection.from = parse_bound(arguments, "from", true);
    selection.to = parse_bound(arguments, "to", false);
    if (selection.from && selection.to && *selection.to < *selection.from) {
        throw UsageError("--from is later than --to; swap them");
    }
    selection.actors = arguments.values("actor");
    selection.kinds = arguments.values("kind");
    for (const std::string& text : arguments.values("status")) {
        const std::optional<Status> status = status_from(text);
        if (!status) {
            throw UsageError("--status " + text +
                             " is not known; choose occurred, ongoing, planned, possible, denied or cancelled");
        }
        selection.statuses.push_back(*status);
    }
    if (const auto text = arguments.value("min-confidence")) {
        const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), selection.min_confidence);
        if (error != std::errc() || end != text->data() + text->size() ||
            !(selection.min_confidence >= 0.0 && selection.min_confidence <= 1.0)) {
            throw UsageError("--min-confidence " + *text + " is not a number from 0 to 1; give one such as 0.5");
        }
    }
    return selection;
}

Quotes parse_quotes(const Arguments& arguments) {
    const std::string text = arguments.value("quotes").value_or("trigger");
    if (text == "full") {
        return Quotes::full;
    }
    if (text == "trigger") {
        return Quotes::trigger;
    }
    if (text == "none") {
        return Quotes::none;
    }
    throw UsageError("--quotes " + text + " is not known; choose full, trigger or none");
}

void check_kinds(const Selection& selection, const DataFolders& folders) {
    if (selection.kinds.empty()) {
        return;
    }
    const Table kinds = Table::load(folders, "kinds.tsv", {"kind", "plover"});
    std::vector<std::string_view> known;
    for (std::size_t row = 0; row < kinds.rows(); ++row) {
        known.push_back(kinds.at(row, 0));
        known.push_back(kinds.at(row, 1));
    }
    for (const std::string& kind : selection.kinds) {
        if (std::ranges::none_of(known, [&](std::string_view name) { return same_letters(name, kind); })) {
            const std::string_view near = nearest(kind, known);
            throw UsageError("--kind " + kind + " is not a kind of event; " +
                             (near.empty() ? "see demarche check kinds" : "did you mean " + std::string(near) + "?"));
        }
    }
}

}  // namespace demarche::cli
