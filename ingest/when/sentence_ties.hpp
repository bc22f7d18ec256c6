// What the words of a sentence say of the tie between a time expression and a trigger.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "when/attach.hpp"
#include "when/attach_words.hpp"

namespace demarche::when {

class SentenceTies {
public:
    SentenceTies(const Document& document, const EventDateQuestion& question)
        : document_(document),
          question_(question),
          begin_(document.sentences[question.sentence].tokens.begin),
          range_(window(document, question)) {}

    // What lies farther from the trigger does not date it; the bound keeps a sentence of a million words linear.
    static TokenRange window(const Document& document, const EventDateQuestion& question);

    [[nodiscard]] const Token& token(std::uint32_t at) const { return document_.tokens[at]; }
    [[nodiscard]] bool noun_trigger() const;
    // "Agreed to meet on Monday"; but "met to discuss fish on Monday".
    [[nodiscard]] bool takes_complement() const { return complement_verb(token(question_.trigger.begin)); }
    [[nodiscard]] bool in_trigger(std::uint32_t at) const { return question_.trigger.contains(at); }

    // ", a Seoul official said Friday"; "told reporters in Seoul on Friday"; "officials on Friday said"
    [[nodiscard]] bool speaks(const TimeMention& time) const;

    // "ahead of the Aug. 1 deadline", "after Thursday's summit": the time of the event that this one is measured by.
    [[nodiscard]] std::string_view of_other_event(const TimeMention& time) const;

    // "the 1953 armistice", "Friday's ruling": the time is part of another thing's name.
    [[nodiscard]] bool names_other_thing(const TimeMention& time) const;

    // The clause of the trigger hangs on the time: "in August, when he was named".
    [[nodiscard]] bool opens_clause(const TimeMention& time) const;

    // "The ministers, meeting in Bern on Monday, condemned": the time of what is inserted before the verb.
    [[nodiscard]] bool inserted(const TimeMention& time) const;

    // Nothing between time and trigger that could part them.
    [[nodiscard]] bool direct(const TimeMention& time) const;

    [[nodiscard]] Bound bound(const TimeMention& time) const;

    // Nothing but modifiers between the time and the noun that it stands before, or which it is part of.
    [[nodiscard]] bool modifies(const TimeMention& time) const;

    // How well the time goes with the trigger; below zero it does not.
    [[nodiscard]] int score(const TimeMention& time) const;

private:
    static bool determiner(const Token& word);
    static bool nominal(const Token& word);

    // A participle right behind a noun, with nothing that makes a verb group of it: "troops killed".
    [[nodiscard]] bool reduced_relative(std::uint32_t at) const;

    // "Will visit Bern this week for talks": the purpose has the time of the act.
    [[nodiscard]] bool purpose(const TimeMention& time) const;

    [[nodiscard]] bool holds_trigger(std::uint32_t from, std::uint32_t to) const;

    [[nodiscard]] bool closes_quote_before(std::uint32_t from, std::uint32_t to) const;

    [[nodiscard]] bool verb_between(std::uint32_t from, std::uint32_t to) const;

    [[nodiscard]] bool deadline_behind(std::uint32_t at) const;

    // A verb before the time, in the same stretch between commas, that is not the trigger.
    [[nodiscard]] bool governed_before(const TimeMention& time) const;

    const Document& document_;
    const EventDateQuestion& question_;
    std::uint32_t begin_ = 0;  // of the sentence
    TokenRange range_;         // what is looked at
};

}  // namespace demarche::when
