// What a person sees while articles are coded: rate and remaining time on a terminal, and a summary at the end.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace demarche::cli {

// Bytes of the input, kept by the thread that reads and looked at by the one that shows.
struct BytesRead {
    std::atomic<std::uint64_t> read{0};
    std::atomic<std::uint64_t> total{0};  // 0: not known
};

class Progress {
public:
    // Shows nothing if `quiet` or if standard error is not a terminal. Borrows `bytes`.
    Progress(const BytesRead& bytes, bool quiet);
    ~Progress();  // clears the line
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void article_done();
    void clear();

private:
    void show();

    const BytesRead& bytes_;
    bool visible_;
    bool shown_ = false;
    std::uint64_t articles_ = 0;
    std::chrono::steady_clock::time_point begin_;
    std::chrono::steady_clock::time_point next_;
};

// Counts for the closing summary.
class Summary {
public:
    Summary() : begin_(std::chrono::steady_clock::now()) {}

    // `rejected` is the sentence of the record, "" if the article was coded; `where` is "path:line".
    void add_article(std::string_view rejected, std::string_view where);

    [[nodiscard]] std::uint64_t articles() const { return articles_; }

    // "read 12 articles: 10 coded, 2 rejected, 18 events, 23 actors, 0.4 s", then a line for each reason with its first example.
    // `coded` is the word for an article that was not rejected; `found` is put after the counts.
    [[nodiscard]] std::string text(std::string_view coded, std::string_view found) const;

private:
    struct Reason {
        std::uint64_t count = 0;
        std::string first;
    };
    std::uint64_t articles_ = 0;
    std::uint64_t rejected_ = 0;
    std::map<std::string, Reason, std::less<>> reasons_;
    std::chrono::steady_clock::time_point begin_;
};

// "1 event", "2 events".
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view noun);

// Prints to standard error, made safe for a terminal line by line.
void print_note(std::string_view text);

}  // namespace demarche::cli
