// The coding record: everything that was read out of one article. The contract between coding and merging.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "demarche/graph/event.hpp"

namespace demarche {

// Where an article's bytes stand, so that `explain` can read them again and point into the file.
struct SourceRef {
    std::string path;    // as given on the command line or found below it; "-" for standard input
    std::string format;  // "text", "jsonl", "html"
    std::uint64_t begin = 0;
    std::uint64_t end = 0;  // bytes [begin, end) of the file

    friend bool operator==(const SourceRef&, const SourceRef&) = default;
};

struct ArticleInfo {
    std::string id;  // NMTOKEN
    std::string url;
    std::string outlet;
    std::string title;
    std::optional<Published> published;
    std::string language;             // "en"; "" if not known
    std::string hash;                 // "xxh3:…" of the input bytes
    std::optional<std::string> text;  // cleaned text, only with --with-text
    SourceRef source;

    friend bool operator==(const ArticleInfo&, const ArticleInfo&) = default;
};

struct RosterEntry {
    std::string name;
    std::string state;
    std::string office;
    std::optional<Day> seen;

    friend bool operator==(const RosterEntry&, const RosterEntry&) = default;
};

struct Coder {
    std::string version;
    std::string data;  // "xxh3:…" of all tables and rules in use

    friend bool operator==(const Coder&, const Coder&) = default;
};

struct Coding {
    Coder coder;
    ArticleInfo article;
    std::vector<Event> events;
    std::vector<Link> links;
    std::vector<RosterEntry> roster;
    std::string rejected;  // one sentence; "" (written null) if the article was coded

    friend bool operator==(const Coding&, const Coding&) = default;
};

}  // namespace demarche
