#include "progress.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>

#include "terminal.hpp"

namespace demarche::cli {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

std::string one_decimal(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), value < 10.0 ? "%.1f" : "%.0f", value);
    return text.data();
}

std::string remaining_text(double seconds) {
    if (seconds >= 90.0) {
        return std::to_string(std::lround(seconds / 60.0)) + " min";
    }
    return std::to_string(std::lround(seconds)) + " s";
}

// The sentence of a rejection without the file and line it begins with: `where` says them already.
std::string_view without_place(std::string_view sentence, std::string_view where) {
    const std::string_view path = where.substr(0, where.rfind(':'));
    if (path.empty() || !sentence.starts_with(path)) {
        return sentence;
    }
    std::string_view rest = sentence.substr(path.size());
    if (rest.starts_with(", line ")) {
        rest.remove_prefix(std::min(rest.find(':'), rest.size()));
    }
    if (rest.starts_with(':')) {
        const std::size_t end = rest.find_first_not_of("0123456789", 1);
        rest.remove_prefix(end == std::string_view::npos || end == 1 ? 0 : end);
    }
    return rest.starts_with(": ") ? rest.substr(2) : sentence;
}

// What articles that were rejected on the same ground have in common: the sentence up to its first particulars.
std::string ground_of(std::string_view sentence) {
    if (sentence.starts_with("duplicate id")) {
        return "duplicate id";
    }
    const std::string_view head = sentence.substr(0, sentence.find_first_of(";:,("));
    std::string ground;
    for (const char c : head) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit) {
            ground += c;
        } else if (ground.empty() || ground.back() != '#') {
            ground += '#';
        }
    }
    while (!ground.empty() && ground.back() == ' ') {
        ground.pop_back();
    }
    return ground;
}

}  // namespace

Progress::Progress(const BytesRead& bytes, bool quiet)
    : bytes_(bytes),
      visible_(!quiet && standard_error_is_terminal()),
      begin_(Clock::now()),
      next_(begin_ + std::chrono::milliseconds(500)) {}

Progress::~Progress() { clear(); }

void Progress::article_done() {
    ++articles_;
    if (visible_ && Clock::now() >= next_) {
        show();
        next_ = Clock::now() + std::chrono::milliseconds(200);
    }
}

void Progress::clear() {
    if (shown_) {
        std::fputs("\r\x1b[K", stderr);
        shown_ = false;
    }
}

void Progress::show() {
    const double seconds = seconds_since(begin_);
    std::string line = counted(articles_, "article") + ", " + one_decimal(static_cast<double>(articles_) / seconds) + " a second";
    const std::uint64_t total = bytes_.total.load();
    const std::uint64_t read = std::min(bytes_.read.load(), total);
    if (total > 0 && read > 0) {
        const double part = static_cast<double>(read) / static_cast<double>(total);
        line += ", " + std::to_string(static_cast<int>(part * 100.0)) + " %, about " + remaining_text(seconds / part - seconds) +
                " left";
    }
    std::fputs(("\r" + line + "\x1b[K").c_str(), stderr);
    std::fflush(stderr);
    shown_ = true;
}

void Summary::add_article(std::string_view rejected, std::string_view where) {
    ++articles_;
    if (rejected.empty()) {
        return;
    }
    ++rejected_;
    const std::string_view whole = rejected;
    rejected = without_place(rejected, where);
    const std::string ground = ground_of(rejected);
    Reason& reason = reasons_[ground];
    if (++reason.count == 1) {
        // A sentence may name a line of its own, inside the article.
        const bool own_line = whole.starts_with(where.substr(0, where.rfind(':') + 1)) && whole.size() > rejected.size();
        reason.first = own_line ? std::string(whole) : std::string(where) + ": " + std::string(rejected);
    }
}

std::string Summary::text(std::string_view coded, std::string_view found) const {
    std::string result = counted(articles_, "article") + " read, " + std::to_string(articles_ - rejected_) + " " +
                         std::string(coded) + ", " + std::to_string(rejected_) + " rejected";
    if (!found.empty()) {
        result += ", " + std::string(found);
    }
    result += ", " + one_decimal(seconds_since(begin_)) + " s\n";
    for (const auto& [ground, reason] : reasons_) {
        result += "  " + std::to_string(reason.count) + " rejected: " + ground + "; first " + reason.first + "\n";
    }
    return result;
}

std::string counted(std::uint64_t count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

void print_note(std::string_view text) {
    std::string safe;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        safe += printable(text.substr(0, end)) + "\n";
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    std::fputs(safe.c_str(), stderr);
}

}  // namespace demarche::cli
