// Writes articles of our own sentences as JSON lines, for benchmarks and for checks of merging.
// usage: make_articles --count N [--seed S] [--truth FILE] [--data DIR] > articles.jsonl
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "write_article.hpp"

namespace demarche::bench {
namespace {

constexpr std::size_t kAtOnce = 48;  // events in the news at the same time
constexpr std::uint64_t kDaysCovered = 300;

struct Options {
    std::uint64_t count = 0;
    std::uint64_t seed = 1;
    std::string truth;
    std::string data = DEMARCHE_DATA_DIR;
};

std::uint64_t number(std::string_view option, std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw std::invalid_argument(std::string(option) + " wants a whole number, not \"" + std::string(text) + "\"");
    }
    return value;
}

Options parse(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view option = argv[i];
        if (i + 1 >= argc) {
            throw std::invalid_argument("usage: make_articles --count N [--seed S] [--truth FILE] [--data DIR] > articles.jsonl");
        }
        const std::string_view value = argv[++i];
        if (option == "--count") {
            options.count = number(option, value);
        } else if (option == "--seed") {
            options.seed = number(option, value);
        } else if (option == "--truth") {
            options.truth = value;
        } else if (option == "--data") {
            options.data = value;
        } else {
            throw std::invalid_argument("unknown option " + std::string(option) + "; use --count, --seed, --truth or --data");
        }
    }
    return options;
}

class File {
public:
    explicit File(std::FILE* file) : file_(file) {}
    void write(std::string& text, std::size_t at_least) {
        if (file_ != nullptr && text.size() >= at_least && !text.empty()) {
            if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) {
                throw std::runtime_error("cannot write the output; is the disk full?");
            }
            text.clear();
        }
    }
    void flush(std::string& text) {
        write(text, 0);
        if (file_ != nullptr && std::fflush(file_) != 0) {
            throw std::runtime_error("cannot write the output; is the disk full?");
        }
    }

private:
    std::FILE* file_;
};

void append_json(std::string_view text, std::string& out) {
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
        } else {
            if (c == '"' || c == '\\') {
                out += '\\';
            }
            out += c;
        }
    }
}

void append_two(unsigned value, std::string& out) {
    out += static_cast<char>('0' + value / 10);
    out += static_cast<char>('0' + value % 10);
}

class Maker {
public:
    Maker(const Options& options, const Cast& cast, const Templates& templates)
        : options_(options),
          cast_(cast),
          templates_(templates),
          random_(options.seed),
          zipf_(cast.states.size()),
          events_per_day_(options.count / 3 / kDaysCovered + kAtOnce / 2),
          first_(*day_of(2025, 1, 6)) {}

    void run(File& articles, File& truth) {
        constexpr std::size_t kBuffer = 1U << 20U;
        std::string lines;
        std::string rows = "article\tevent\trole\tkind\tstatus\tday\tstates\tplace\n";
        std::vector<MadeEvent> running(kAtOnce);
        MadeArticle article;
        for (std::uint64_t made = 0; made < options_.count; ++made) {
            MadeEvent& event = running[random_.below(kAtOnce)];
            if (event.articles_left == 0) {
                start(event);
            }
            const Day published = event.reported + std::chrono::duration<int, std::ratio<86400>>(
                                                       event.articles_made < 2 ? 0 : static_cast<int>(random_.below(2)));
            const MadeEvent& other = running[random_.below(kAtOnce)];
            const bool in_passing = random_.chance(25) && &other != &event && other.story != nullptr &&
                                    other.reported <= published && published - other.reported < std::chrono::hours(5 * 24);
            const Newsroom& newsroom = newsrooms()[(event.number + std::uint64_t{event.articles_made} * 5) % newsrooms().size()];
            write_article(event, in_passing ? &other : nullptr, newsroom, published, templates_, random_, article);
            append_line(made, article, newsroom, published, lines);
            append_truth(made, event, "main", rows);
            if (article.also != nullptr) {
                append_truth(made, *article.also, "passing", rows);
            }
            --event.articles_left;
            ++event.articles_made;
            articles.write(lines, kBuffer);
            truth.write(rows, kBuffer);
        }
        articles.flush(lines);
        truth.flush(rows);
    }

private:
    void start(MadeEvent& event) {
        event.number = ++started_;
        event.story = &random_.pick(templates_.stories);
        event.reported = first_ + std::chrono::duration<int, std::ratio<86400>>(static_cast<int>(started_ / events_per_day_));
        const bool planned = event.story->status == "planned";
        event.day =
            event.reported + std::chrono::duration<int, std::ratio<86400>>(planned ? 3 + static_cast<int>(random_.below(40)) : 0);
        std::size_t chosen[3];
        for (std::size_t i = 0; i < 3; ++i) {
            do {
                chosen[i] = zipf_(random_);
            } while ((i > 0 && chosen[i] == chosen[0]) || (i > 1 && chosen[i] == chosen[1]));
            event.states[i] = &cast_.states[chosen[i]];
            event.persons[i] = &random_.pick(event.states[i]->persons);
        }
        // Somebody visits the host in the host's country, and acts at home; who meets may meet anywhere.
        const bool anywhere = meets(event.story->kind);
        const State& host = *event.states[anywhere && random_.chance(40) ? 1 + random_.below(2) : 0];
        event.town = &random_.pick(host.towns);
        event.topic = random_.pick(templates_.topics);
        event.activity = random_.pick(templates_.activities);
        event.product = random_.pick(templates_.products);
        event.office = random_.pick(templates_.offices);
        event.rate = 5 * (1 + static_cast<unsigned>(random_.below(20)));
        event.new_surname = random_.pick(cast_.surnames);
        event.new_name = random_.pick(cast_.given_names) + " " + event.new_surname;
        event.articles_left = 1;
        while (event.articles_left < 8 && random_.chance(60)) {
            ++event.articles_left;
        }
        event.articles_made = 0;
    }

    static bool meets(std::string_view kind) {
        return kind == "talks" || kind == "conference" || kind == "agreement" || kind == "negotiation" || kind == "agree-to-meet";
    }

    void append_line(std::uint64_t made, const MadeArticle& article, const Newsroom& newsroom, Day published, std::string& out) {
        const std::string day = iso_date(published);
        const std::string id = std::to_string(made + 1);
        out += "{\"id\":\"made-" + id + "\",\"url\":\"https://";
        out += newsroom.domain;
        out += "/" + day + "/" + id + "\",\"outlet\":\"";
        append_json(newsroom.name, out);
        out += "\",\"published\":\"" + day + "T";
        append_two(static_cast<unsigned>(7 + random_.below(15)), out);
        out += ':';
        append_two(static_cast<unsigned>(random_.below(60)), out);
        out += ":00";
        const int offset = newsroom.offset_minutes;
        out += offset < 0 ? '-' : '+';
        append_two(static_cast<unsigned>((offset < 0 ? -offset : offset) / 60), out);
        out += ':';
        append_two(static_cast<unsigned>((offset < 0 ? -offset : offset) % 60), out);
        out += "\",\"title\":\"";
        append_json(article.title, out);
        out += "\",\"text\":\"";
        append_json(article.text, out);
        out += "\"}\n";
    }

    static void append_truth(std::uint64_t made, const MadeEvent& event, std::string_view role, std::string& out) {
        out += "made-" + std::to_string(made + 1) + "\tevent-" + std::to_string(event.number) + "\t";
        out += role;
        out += "\t" + event.story->kind + "\t" + event.story->status + "\t" + iso_date(event.day) + "\t";
        out += event.states[0]->iso3 + "|" + event.states[1]->iso3 + "|" + event.states[2]->iso3 + "\t" + event.town->name + "\n";
    }

    const Options& options_;
    const Cast& cast_;
    const Templates& templates_;
    Random random_;
    Zipf zipf_;
    std::uint64_t events_per_day_;
    Day first_;
    std::uint64_t started_ = 0;
};

int run(int argc, char** argv) {
    const Options options = parse(argc, argv);
    const Cast cast = Cast::load({options.data, {}});
    const Templates templates = Templates::load(DEMARCHE_TEMPLATES_DIR);
    const auto close = [](std::FILE* file) { std::fclose(file); };
    std::unique_ptr<std::FILE, decltype(close)> truth_file(nullptr, close);
    if (!options.truth.empty()) {
        truth_file.reset(std::fopen(options.truth.c_str(), "wb"));
        if (truth_file == nullptr) {
            throw std::runtime_error(options.truth + ": cannot be opened for writing");
        }
    }
    File articles(stdout);
    File truth(truth_file.get());
    Maker(options, cast, templates).run(articles, truth);
    return 0;
}

}  // namespace
}  // namespace demarche::bench

int main(int argc, char** argv) {
    try {
        return demarche::bench::run(argc, argv);
    } catch (const std::invalid_argument& error) {
        std::fprintf(stderr, "make_articles: %s\n", error.what());
        return 2;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "make_articles: %s\n", error.what());
        return 1;
    }
}
