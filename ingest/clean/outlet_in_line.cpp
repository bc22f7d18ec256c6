#include "clean/outlet_in_line.hpp"

#include <algorithm>
#include <vector>

#include "clean/letters.hpp"
#include "demarche/graph/span.hpp"

namespace demarche {

std::string_view host_of_mail(std::string_view line) {
    std::string_view host = line.substr(line.find('@') + 1);
    const auto end =
        std::find_if_not(host.begin(), host.end(), [](char c) { return is_alpha(c) || is_digit(c) || c == '.' || c == '-'; });
    return host.substr(0, static_cast<std::size_t>(end - host.begin()));
}

// The longest outlet's name of up to five words in a line of copyright or credit; names of one short word need brackets or
// a legal line around them, which these lines are.
const Outlet* outlet_in_line(std::string_view line, const Outlets& outlets) {
    constexpr std::size_t most_words = 5;
    std::vector<Span> words;
    for (std::uint32_t i = 0; i < line.size();) {
        if (!is_alpha(line[i]) && !is_high(line[i])) {
            ++i;
            continue;
        }
        std::uint32_t end = i;
        while (end < line.size() &&
               (is_alpha(line[end]) || is_high(line[end]) || is_digit(line[end]) || line[end] == '\'' || line[end] == '-')) {
            ++end;
        }
        words.push_back({i, end});
        i = end;
    }
    for (std::size_t length = most_words; length > 0; --length) {
        for (std::size_t i = 0; i + length <= words.size(); ++i) {
            const std::string_view name = line.substr(words[i].begin, words[i + length - 1].end - words[i].begin);
            if (!is_upper(name.front()) || (length == 1 && name.size() < 3)) {
                continue;
            }
            if (const Outlet* named = outlets.by_name(name)) {
                return named;
            }
        }
    }
    return nullptr;
}

}  // namespace demarche
