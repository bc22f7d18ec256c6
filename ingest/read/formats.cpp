#include "read/formats.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "clean/letters.hpp"
#include "clean/stamp.hpp"

namespace demarche {

std::string_view to_string(Format format) {
    switch (format) {
        case Format::text:
            return "text";
        case Format::jsonl:
            return "jsonl";
        case Format::html:
            return "html";
    }
    return "text";
}

std::optional<Format> format_from(std::string_view text) {
    for (const Format format : {Format::text, Format::jsonl, Format::html}) {
        if (to_string(format) == text) {
            return format;
        }
    }
    return std::nullopt;
}

Format find_format(std::string_view first_bytes, std::string_view path) {
    constexpr std::size_t enough = 4096;
    std::string head;
    if (first_bytes.starts_with("\xFF\xFE") || first_bytes.starts_with("\xFE\xFF")) {
        const std::size_t low = first_bytes.front() == '\xFF' ? 0 : 1;  // UTF-16: the ASCII halves are enough to tell
        for (std::size_t i = 2 + low; i < first_bytes.size() && head.size() < enough; i += 2) {
            head.push_back(first_bytes[i]);
        }
    } else {
        head = first_bytes.substr(first_bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0, enough);
    }
    std::string_view rest = trim(head);
    if (rest.starts_with('{')) {
        const std::string_view inside = trim(rest.substr(1));
        if (inside.starts_with('"') || inside.starts_with('}')) {
            return Format::jsonl;
        }
    }
    if (rest.starts_with('<')) {
        const std::string lower = folded(rest);
        for (const std::string_view tag :
             {"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<div", "<p>", "<h1"}) {
            const std::size_t at = lower.find(tag);
            // Comments, an XML declaration or a script may stand before the first telling tag.
            if (at == 0 || (at != std::string::npos &&
                            (lower.starts_with("<!--") || lower.starts_with("<?xml") || lower.starts_with("<script")))) {
                return Format::html;
            }
        }
    }
    const std::string ending =
        folded(path.substr(std::min(path.size(), path.rfind('.') == std::string_view::npos ? path.size() : path.rfind('.'))));
    if (ending == ".jsonl" || ending == ".ndjson" || ending == ".json") {
        return Format::jsonl;
    }
    return Format::text;
}

std::string nmtoken(std::string_view text) {
    std::string token;
    token.reserve(text.size());
    for (const char c : text) {
        const bool stays = is_alpha(c) || is_digit(c) || c == '_' || c == '.' || c == ':' || c == '-';
        token.push_back(stays ? c : '-');
    }
    return token.empty() ? "-" : token;
}

std::string stem_of(std::string_view path) {
    if (path == "-") {
        return "stdin";
    }
    path = path.substr(path.rfind('/') + 1);
    const std::size_t dot = path.rfind('.');
    return nmtoken(dot == std::string_view::npos || dot == 0 ? path : path.substr(0, dot));
}

std::string place_of(const RawArticle& raw) {
    const std::string name = raw.path == "-" ? std::string("standard input") : raw.path;
    return raw.format == Format::jsonl ? name + ", line " + std::to_string(raw.line) : name;
}

std::string hash_of(std::string_view bytes) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "xxh3:%016llx",
                  static_cast<unsigned long long>(XXH3_64bits(bytes.data(), bytes.size())));
    return text.data();
}

std::optional<Published> published_from(std::string_view text, const Outlets& outlets, std::string_view outlet_name,
                                        std::string_view url) {
    text = trim(text);
    const Outlet* outlet = outlet_name.empty() ? nullptr : outlets.by_name(outlet_name);
    outlet = outlet == nullptr && !outlet_name.empty() ? outlets.by_domain(outlet_name) : outlet;
    outlet = outlet == nullptr && !url.empty() ? outlets.by_domain(url) : outlet;
    if (auto published = parse_published(text)) {
        if (outlet != nullptr && !outlet->world && published->second_of_day && published->offset_minutes == 0 &&
            (text.ends_with('Z') || text.ends_with('z'))) {
            // The zone's offset is looked up for the UTC time as if it were local; only in the hour of a clock change it could
            // differ.
            const int minutes = Outlets::offset(*outlet, published->day, *published->second_of_day);
            int second = *published->second_of_day + (minutes * 60);
            constexpr int day_seconds = 86400;
            const int days = second < 0 ? -1 : second / day_seconds;
            second -= days * day_seconds;
            published->day += std::chrono::duration<int, std::ratio<86400>>{days};
            published->second_of_day = second;
            published->offset_minutes = minutes;
        }
        return published;
    }
    if (text.size() > 100) {
        return std::nullopt;
    }
    const auto stamp = find_stamp(text, outlets, outlet);
    return stamp ? std::optional(stamp->published) : std::nullopt;
}

std::optional<std::uint64_t> SourceMap::to_source(std::uint32_t clean) const {
    const auto behind = std::partition_point(runs.begin(), runs.end(), [&](const Run& run) { return run.clean <= clean; });
    if (behind == runs.begin()) {
        return std::nullopt;
    }
    const Run& run = *(behind - 1);
    return clean < run.clean + run.length ? std::optional(run.source + (clean - run.clean)) : std::nullopt;
}

}  // namespace demarche
