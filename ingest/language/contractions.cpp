#include "language/contractions.hpp"

#include <algorithm>

namespace demarche::language {

namespace {

void cut_tail(const Chunk& chunk, std::size_t begin, std::size_t mark, std::size_t tail_begin, std::size_t tail_end, Cuts& cuts) {
    const std::string_view tail = chunk.text.substr(tail_begin, tail_end - tail_begin);
    const bool one = tail.size() == 1;
    const char first = ascii_lower(tail[0]);
    const char second = tail.size() == 2 ? ascii_lower(tail[1]) : '\0';
    if (one && first == 't' && mark - begin >= 2 && ascii_lower(chunk.text[mark - 1]) == 'n') {
        cuts.add(mark - 1);  // "do" + "n't"
        cuts.add(tail_end);
        return;
    }
    // A decade is one token ("the 1990's").
    const bool decade =
        one && first == 's' && mark - begin >= 2 && chunk.text[mark - 1] == '0' && is_ascii_digit(chunk.text[begin]);
    const bool clitic = (one && (first == 's' || first == 'm' || first == 'd')) || (first == 'r' && second == 'e') ||
                        (first == 'v' && second == 'e') || (first == 'l' && second == 'l');
    if (clitic && !decade) {
        cuts.add(mark);
    }
    cuts.add(tail_end);
}

// The word that begins at text[at] after blanks, in lower case if it fits; empty if none does.
std::string_view next_lower(const Chunk& chunk, std::size_t at, std::array<char, 12>& buffer) {
    std::size_t size = 0;
    for (at = chunk.over_blanks(at); is_ascii_letter(chunk.byte(at)); ++at) {
        if (size == buffer.size()) {
            return {};
        }
        buffer[size++] = ascii_lower(chunk.byte(at));
    }
    return {buffer.data(), size};
}

bool applies(const Contraction& contraction, const Chunk& chunk, std::size_t begin, std::size_t end,
             std::span<const Token> before) {
    const auto at_start = [&] {
        constexpr std::string_view kEnds = ".!?\"";
        return before.empty() || kEnds.find(before.back().form.back()) != std::string_view::npos;
    };
    switch (contraction.when) {
        case Contraction::When::always:
            return true;
        case Contraction::When::start:
            return at_start();
        case Contraction::When::unnamed: {
            if (!is_ascii_upper(chunk.text[begin])) {
                return true;
            }
            const bool lower_follows = is_ascii_lower(chunk.byte(chunk.over_blanks(end)));
            return lower_follows && at_start();
        }
        case Contraction::When::before: {
            std::array<char, 12> buffer;
            const std::string_view next = next_lower(chunk, end, buffer);
            return end == chunk.end &&
                   std::find(contraction.before.begin(), contraction.before.end(), next) != contraction.before.end();
        }
    }
    return false;
}

}  // namespace

Cuts cut_at_apostrophe(const Chunk& chunk, std::size_t begin, std::size_t mark) {
    Cuts cuts;
    for (;;) {
        const std::size_t after = mark + chunk.peek(mark).length;
        const std::size_t tail_end = chunk.letters_end(after);
        if (tail_end == after) {  // "ministers'"
            cuts.add(mark);
            return cuts;
        }
        const bool more = is_apostrophe(chunk.peek(tail_end)) && is_word(chunk.peek(tail_end + chunk.peek(tail_end).length));
        if (!more) {
            cut_tail(chunk, begin, mark, after, tail_end, cuts);
            return cuts;
        }
        mark = tail_end;  // "rock'n'roll", "couldn't've"
    }
}

Cuts cut_fused(const Contraction& contraction, const Chunk& chunk, std::size_t begin, std::size_t end,
               std::span<const Token> before) {
    Cuts cuts;
    if (applies(contraction, chunk, begin, end, before)) {
        std::size_t at = begin;
        for (const std::uint8_t part : contraction.parts) {
            if (part != 0) {
                cuts.add(at += part);
            }
        }
    } else {
        cuts.add(end);
    }
    return cuts;
}

bool is_clitic(std::string_view tail, bool begins_chunk) {
    if (!begins_chunk) {
        return tail == "s" || tail == "S";
    }
    const bool years = tail.size() >= 2 && tail.size() <= 3 && is_ascii_digit(tail[0]) && is_ascii_digit(tail[1]) &&
                       (tail.size() == 2 || tail[2] == 's');
    return years || tail == "s" || tail == "em" || tail == "til" || tail == "cause" || tail == "ll" || tail == "re" ||
           tail == "ve";
}

}  // namespace demarche::language
