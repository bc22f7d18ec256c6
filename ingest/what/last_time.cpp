// A negation that tells of an event after all (Karttunen 1974, "Until": a negated punctual verb with "until" entails its event).
#include <algorithm>

#include "what/candidate.hpp"

namespace demarche {

std::int32_t last_time(const Document& document, const Predicate& predicate, std::uint32_t end) {
    const auto first = std::lower_bound(document.times.begin(), document.times.end(), predicate.group.end,
                                        [](const TimeMention& time, std::uint32_t token) { return time.tokens.end <= token; });
    for (auto time = first; time != document.times.end() && time->tokens.begin < end; ++time) {
        const auto opens = [&](std::string_view word) {
            return document.tokens[time->tokens.begin].lower == word ||
                   (time->tokens.begin > predicate.group.end && document.tokens[time->tokens.begin - 1].lower == word);
        };
        const bool since = opens("since") && predicate.tense == Tense::perfect;
        const bool until = opens("until") && predicate.tense == Tense::past;
        if ((since || until) && time->date.known()) {
            return static_cast<std::int32_t>(time - document.times.begin());
        }
    }
    return kNone;
}

}  // namespace demarche
