// Who says what stands in quotation marks: the speaker of each sentence, also where a quotation runs on over sentences and
// paragraphs, and whom "we", "us" and "our" mean in it.
#pragma once

#include <optional>
#include <vector>

#include "demarche/ingest/document.hpp"
#include "what/candidate.hpp"

namespace demarche {

// A reporting verb and its subject, as tokens.
struct Saying {
    std::uint32_t speaker = 0;
    std::uint32_t verb = 0;
};

struct Sayings {
    std::vector<std::optional<Saying>> of_sentence;
    std::vector<bool> quoted;  // by token: inside quotation marks
};

// Verbs that tell what somebody says and are no event by themselves, by lemma.
[[nodiscard]] bool is_reporting_verb(std::string_view lemma);

// REQUIRES trees, at least of the sentences that may hold an event. Linear time.
[[nodiscard]] Sayings find_sayings(const Document& document);

// Mentions for the first person inside quotations: "we" is the speaker, "our troops" are his state's. Keeps the order of
// mentions.
void name_first_persons(Document& document, const Sayings& sayings);

// Matches inside a quotation that name no speaker themselves get the one whose quotation it is.
void attribute_quotations(const Document& document, const Sayings& sayings, std::vector<Candidate>& candidates);

}  // namespace demarche
