// What a rule asks of the words around its trigger, besides arguments: particle, object, subject, "within", "with", "without",
// negation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "what/candidate.hpp"
#include "what/rules.hpp"
#include "what/shape.hpp"
#include "what/status.hpp"

namespace demarche {

class Conditions {
public:
    // All of them outlive it.
    Conditions(const Document& document, const Shape& shape, const ArgumentFinder& finder, const StatusReader& statuses)
        : document_(document), shape_(shape), finder_(finder), statuses_(statuses) {}

    // Sets trigger and object of the candidate as far as the conditions tell them.
    [[nodiscard]] bool verb(const Predicate& predicate, const Rules::VerbEntry& entry, Candidate& candidate) const;
    [[nodiscard]] bool noun(std::uint32_t token, const Rules::NounEntry& entry) const;
    [[nodiscard]] bool asked_for(const Predicate& predicate) const;

private:
    [[nodiscard]] std::int64_t find_particle(const Predicate& predicate, std::string_view particle) const;
    [[nodiscard]] bool match_subject(const Predicate& predicate, const Rule& rule) const;
    [[nodiscard]] bool in_patient(const Predicate& predicate, const std::vector<std::string>& words) const;
    [[nodiscard]] bool match_object(const Predicate& predicate, const Rules::VerbEntry& entry, Candidate& candidate) const;

    const Document& document_;
    const Shape& shape_;
    const ArgumentFinder& finder_;
    const StatusReader& statuses_;
};

}  // namespace demarche
