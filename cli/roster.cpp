#include "roster.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "coding_run.hpp"
#include "demarche/graph/merge.hpp"
#include "output_folder.hpp"
#include "records.hpp"
#include "who/person_names.hpp"

namespace demarche::cli {

namespace {

// Nothing in a cell may look like the end of it.
std::string cell(std::string_view text) {
    std::string clean(text);
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r' || c == '|'; }, ' ');
    return clean;
}

std::string joined(const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) {
        text += (text.empty() ? "" : "|") + cell(value);
    }
    return text;
}

}  // namespace

std::vector<LearnedOffice> load_roster(const std::string& path) {
    std::string file = path;
    std::error_code ignored;
    if (path != "-" && std::filesystem::is_directory(path, ignored)) {
        finish_commit(path);
        file = (std::filesystem::path(path) / "records.jsonl").string();
        if (!std::filesystem::exists(file, ignored)) {
            throw std::runtime_error(path + " has no records.jsonl; make one with demarche build INPUT… -o " + path);
        }
    }
    std::vector<Coding> codings;
    for_each_coding(file, [&](Coding coding, std::uint64_t) {
        if (!is_duplicate(coding)) {
            coding.events.clear();
            coding.links.clear();
            codings.push_back(std::move(coding));
        }
    });
    return gather_roster(codings);
}

std::string roster_table(std::span<const LearnedOffice> roster, const ActorTables& tables) {
    std::string text = "name\taliases\tstate\toffice\tclass\tsurname\tfirst\tlast\tarticles\n";
    for (const LearnedOffice& entry : roster) {
        if (!entry.first || !entry.last) {
            continue;
        }
        std::string name = cell(entry.name);
        if (name.starts_with('#')) {
            name.insert(0, 1, ' ');  // no comment
        }
        for (const std::string& value :
             {name, joined(entry.aliases), cell(entry.state), cell(entry.office),
              std::string(to_string(class_of(entry.office, tables))), cell(demarche::surname_of(entry.name, entry.state, tables)),
              iso_date(*entry.first), iso_date(*entry.last)}) {
            text += value + "\t";
        }
        text += joined(entry.articles) + "\n";
    }
    return text;
}

}  // namespace demarche::cli
