// Subjects, objects and agents as the dependency tree has them, put in place of what was guessed from the order of words.
#include <algorithm>
#include <string_view>
#include <vector>

#include "what/shape.hpp"

namespace demarche {

namespace {

class TreeReader {
public:
    TreeReader(const Document& document, Shape& shape) : document_(document), shape_(shape), seen_(shape.predicates.size()) {}

    void run() {
        for (std::uint32_t at = shape_.tokens.begin; at < shape_.tokens.end; ++at) {
            const Token& token = document_.tokens[at];
            if (token.head < 0 || !shape_.tokens.contains(static_cast<std::uint32_t>(token.head))) {
                continue;
            }
            const auto head = static_cast<std::uint32_t>(token.head);
            const std::int32_t predicate = shape_.predicate_at(head);
            if (predicate != kNone && shape_.predicates[static_cast<std::size_t>(predicate)].verb == head) {
                take(at, token.deprel, shape_.predicates[static_cast<std::size_t>(predicate)]);
            }
        }
    }

private:
    struct Seen {
        bool subject = false;
        bool object = false;
    };

    void take(std::uint32_t at, std::string_view relation, Predicate& predicate) {
        const std::int32_t chunk = shape_.chunk_at(at);
        if (chunk == kNone || shape_.chunks[static_cast<std::size_t>(chunk)].time) {
            return;
        }
        // Of two subjects or objects the first is meant; and what stands behind a preposition is no subject, whatever the tree
        // says.
        Seen& seen = seen_[static_cast<std::size_t>(&predicate - shape_.predicates.data())];
        if (relation == "nsubj" || relation == "nsubj:pass") {
            if (!seen.subject && !behind_preposition(chunk)) {
                seen.subject = true;
                replace(predicate.subject, chunk);
            }
        } else if (relation == "obj" && !predicate.passive) {
            if (!seen.object) {
                seen.object = true;
                replace(predicate.object, chunk);
            }
        } else if (relation == "obl:agent") {
            replace(predicate.agent, chunk);
        }
    }

    [[nodiscard]] bool behind_preposition(std::int32_t chunk) const {
        while (shape_.chunks[static_cast<std::size_t>(chunk)].joined_to != kNone) {
            chunk = shape_.chunks[static_cast<std::size_t>(chunk)].joined_to;
        }
        return shape_.chunks[static_cast<std::size_t>(chunk)].prep != kNone;
    }

    // The chunk and those that are coordinated with its head, each hanging on the first. A list that holds the chunk already is
    // left as it is.
    void replace(Few& list, std::int32_t chunk) {
        if (std::find(list.begin(), list.end(), static_cast<std::uint32_t>(chunk)) != list.end()) {
            return;
        }
        Few fresh;
        fresh.add(static_cast<std::uint32_t>(chunk));
        const TokenRange first = shape_.chunks[static_cast<std::size_t>(chunk)].tokens;
        for (std::size_t next = static_cast<std::size_t>(chunk) + 1; next < shape_.chunks.size(); ++next) {
            const Token& head = document_.tokens[shape_.chunks[next].head];
            if (head.deprel == "conj" && head.head >= 0 && first.contains(static_cast<std::uint32_t>(head.head))) {
                fresh.add(static_cast<std::uint32_t>(next));
            }
        }
        list = fresh;
    }

    const Document& document_;
    Shape& shape_;
    std::vector<Seen> seen_;  // by predicate
};

}  // namespace

void attach_by_tree(const Document& document, Shape& shape) { TreeReader(document, shape).run(); }

}  // namespace demarche
