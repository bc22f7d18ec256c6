// How the dependency tree hangs a time expression on a trigger.
#pragma once

#include <cstdint>

#include "demarche/ingest/document.hpp"

namespace demarche::when {

enum class Hang : std::uint8_t {
    unknown,  // no tree
    own,      // under the trigger, or under the verb that holds it
    frame,    // of the clause in whose time the trigger's lies: "on Wednesday, meeting …", "meeting on Thursday, condemned …"
    before,   // the trigger came before it: "in March, after …"
    after,    // the trigger came after it: "in March, before …"
    since,    // the trigger has gone on, or been done, since then: "has closed the port since the rebels came in 2007"
    purpose,  // the trigger is what the dated act is for: "is due on Friday to discuss …"
    other     // of another verb
};

struct Hung {
    Hang hang = Hang::unknown;
    std::uint32_t verb = 0;  // the verb that the time hangs on, unless unknown
};

// `speech`: the trigger is an act of speech, so that the verb that tells it ("stressed that he was ready") has its time.
// Bounded by the depth of the tree, at most some dozen steps.
[[nodiscard]] Hung hang(const Document& document, TokenRange trigger, TokenRange time, bool speech);

}  // namespace demarche::when
