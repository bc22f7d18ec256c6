// Who takes part in what a predicate says: what the tree hangs on it as subject, object or agent, or a relative clause says of
// its noun; where the tree went wrong, what stands beside it.
#include <algorithm>
#include <array>
#include <vector>

#include "what/chunk_lists.hpp"
#include "what/shape.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 5> kRelatives{"who", "which", "that", "whom", "whose"};

constexpr std::uint32_t kAgentReach = 14;  // words
constexpr int kListLength = 12;            // chunks

class Attacher {
public:
    Attacher(const Document& document, Shape& shape) : document_(document), shape_(shape) {}

    void run() {
        done_.assign(shape_.predicates.size(), false);
        for (std::size_t i = 0; i < shape_.predicates.size(); ++i) {
            attach_from_above(static_cast<std::int32_t>(i));
        }
        for (std::uint32_t i = 0; i < shape_.predicates.size(); ++i) {
            set_clause(i);
        }
    }

private:
    [[nodiscard]] const Token& token(std::uint32_t index) const { return document_.tokens[index]; }
    [[nodiscard]] std::string_view label(std::uint32_t index) const { return document_.tokens[index].deprel; }
    [[nodiscard]] Predicate& predicate(std::int32_t index) { return shape_.predicates[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const Chunk& chunk(std::int32_t index) const { return shape_.chunks[static_cast<std::size_t>(index)]; }

    // Governors before what they govern, since subjects are handed down.
    void attach_from_above(std::int32_t index) {
        chain_.clear();
        for (std::int32_t at = index; at != kNone && !done_[static_cast<std::size_t>(at)]; at = predicate(at).governor) {
            chain_.push_back(at);
        }
        for (; !chain_.empty(); chain_.pop_back()) {
            Predicate& here = predicate(chain_.back());
            take_children(here);
            take_neighbours(here);
            imply_arguments(document_, shape_, here);
            done_[static_cast<std::size_t>(chain_.back())] = true;
        }
    }

    // ------------------------------------------------------------------------------------------- what the tree says

    void take_children(Predicate& predicate) {
        // A copula below another predicate's verb ("are to hold talks") shares its subject and nothing else.
        const std::int32_t owner = shape_.node_of[predicate.node - shape_.tokens.begin];
        const bool shares =
            predicate.node != predicate.verb && shape_.predicates[static_cast<std::size_t>(owner)].verb == predicate.node;
        bool relative_object = false;
        bool relative_subject = false;
        for (const std::uint32_t at : shape_.tree.children(predicate.node)) {
            const std::string_view relation = label(at);
            const bool subject = relation == "nsubj" || relation == "nsubj:pass" || relation == "nsubj:outer";
            const bool object = !shares && (relation == "obj" || relation == "iobj");
            if ((subject || object) && one_of(token(at).lower, kRelatives) && shape_.chunk_at(at) == kNone) {
                (subject ? relative_subject : relative_object) = true;
            } else if (subject && predicate.subject.empty() && names(at)) {
                const std::int32_t head = phrase_head(shape_.chunk_at(at));
                if (head != kNone) {
                    add_list(document_, shape_, predicate.subject, behind_opener(head));
                }
            } else if (object && names(at)) {
                add_list(document_, shape_, predicate.object, shape_.chunk_at(at));
            } else if (relation == "xcomp" && names(at) && shape_.node_of[at - shape_.tokens.begin] == kNone) {
                predicate.predicative.add(static_cast<std::uint32_t>(shape_.chunk_at(at)));
            } else if (relation == "obl:agent" || (relation == "obl" && predicate.passive && has_case(at, "by"))) {
                if (predicate.agent.empty() && names(at)) {
                    add_list(document_, shape_, predicate.agent, shape_.chunk_at(at));
                }
            }
        }
        if (relative_subject && !predicate.subject.empty()) {  // "a forum which ASEAN hosts"
            relative_subject = false;
            relative_object = true;
        }
        if (predicate.relation == Relation::relative) {
            take_antecedent(predicate, relative_subject, relative_object);
        }
    }

    // "the envoy who met", "the envoy whom Kenya expelled", "tariffs (that) Peru plans to impose", "a forum hosted by".
    void take_antecedent(Predicate& predicate, bool as_subject, bool as_object) {
        const bool clause = label(predicate.node) == "acl:relcl";
        const std::string_view mark =
            predicate.mark == kNone ? std::string_view{} : token(static_cast<std::uint32_t>(predicate.mark)).lower;
        if (mark == "where" || mark == "when" || mark == "why") {  // "Peru, where the two had worked"
            return;
        }
        if (as_subject || (predicate.subject.empty() && (!clause || !as_object))) {
            add_joined(shape_, predicate.subject, predicate.noun);
            add_behind(predicate);
        } else if (predicate.object.empty() && !predicate.passive && (as_object || !has_label(predicate.node, "xcomp"))) {
            predicate.object.add(static_cast<std::uint32_t>(predicate.noun));
        }
    }

    // "Chile, Peru and Togo, meeting in Lima, …": the tree hangs the clause on the first of the list.
    void add_behind(Predicate& predicate) {
        Few list;
        add_list(document_, shape_, list, predicate.noun);
        for (const std::uint32_t member : list) {
            const bool before = shape_.chunks[member].tokens.end <= predicate.group.begin;
            if (before && static_cast<std::int32_t>(member) > predicate.noun) {
                predicate.subject.add(member);
            }
        }
    }

    [[nodiscard]] bool has_label(std::uint32_t node, std::string_view wanted) const {
        for (const std::uint32_t child : shape_.tree.children(node)) {
            if (label(child) == wanted) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool has_case(std::uint32_t node, std::string_view word) const {
        for (const std::uint32_t child : shape_.tree.children(node)) {
            if (label(child) == "case" && token(child).lower == word) {
                return true;
            }
        }
        return false;
    }

    // A phrase that can be an argument: no time, nothing outside the chunks.
    [[nodiscard]] bool names(std::uint32_t at) const { return shape_.chunk_at(at) != kNone && !chunk(shape_.chunk_at(at)).time; }

    // The first of the list that the chunk stands in.
    [[nodiscard]] std::int32_t list_begin(std::int32_t at) const {
        while (chunk(at).joined_to != kNone) {
            at = chunk(at).joined_to;
        }
        return at;
    }

    // What stands behind a preposition is no subject, whatever the tree says: back over "talks between A and | B | will begin" to
    // what heads the phrase; kNone if nothing does.
    [[nodiscard]] std::int32_t phrase_head(std::int32_t at) const {
        while (true) {
            const std::int32_t first = list_begin(at);
            if (chunk(first).prep == kNone || opens_clause(chunk(first))) {
                return at;
            }
            if (first == 0 || chunk(first - 1).tokens.end != static_cast<std::uint32_t>(chunk(first).prep) ||
                chunk(first - 1).time) {
                return kNone;
            }
            at = first - 1;
        }
    }

    // "as South Korea and | Japan | have been": where the list opens a clause, all of it is the subject.
    [[nodiscard]] std::int32_t behind_opener(std::int32_t at) const {
        return opens_clause(chunk(list_begin(at))) ? list_begin(at) : at;
    }

    // "as South Korea and Japan have …": what is taken for a preposition opens the clause.
    [[nodiscard]] bool opens_clause(const Chunk& here) const {
        static constexpr std::array<std::string_view, 7> openers{"as", "after", "before", "since", "until", "while", "than"};
        return here.prep != kNone && one_of(token(static_cast<std::uint32_t>(here.prep)).lower, openers);
    }

    // ------------------------------------------------------------------------------------------- what the neighbours say

    // Where the tree went wrong over a verb, as it does over names and headlines, the phrases right beside it still tell.
    void take_neighbours(Predicate& predicate) {
        const bool clause = predicate.form == VerbForm::finite && predicate.relation != Relation::relative &&
                            predicate.relation != Relation::coordinate;
        if (predicate.subject.empty() && clause && predicate.group.begin > shape_.tokens.begin) {
            const std::int32_t left = shape_.chunk_at(predicate.group.begin - 1);
            const std::int32_t head = left == kNone || chunk(left).time ? kNone : phrase_head(left);
            if (head != kNone) {
                add_joined(shape_, predicate.subject, head);
            }
        }
        if (predicate.subject.empty() && predicate.relation == Relation::coordinate && predicate.form == VerbForm::finite) {
            take_opened_clause(predicate);
        }
        if (predicate.passive) {
            if (predicate.agent.empty()) {
                find_agent(predicate);
            }
        } else if (predicate.object.empty() && predicate.group.end + 1 < shape_.tokens.end &&
                   !has_label(predicate.node, "ccomp")) {
            const bool particle = label(predicate.group.end) == "compound:prt";  // "singled out Azerbaijan"
            const std::int32_t right = shape_.chunk_at(predicate.group.end + (particle ? 1 : 0));
            if (right != kNone && !chunk(right).time && !is_subject(right)) {
                add_list(document_, shape_, predicate.object, owned_by(right));
            }
        }
    }

    // "…, and negotiations between A and B, its partner, are under way": what follows ", and" is the subject, not one more
    // object.
    void take_opened_clause(Predicate& predicate) {
        std::uint32_t at = predicate.group.begin;
        if (at > shape_.tokens.begin && token(at - 1).form == ",") {
            --at;
        }
        std::int32_t head = at > shape_.tokens.begin ? shape_.chunk_at(at - 1) : kNone;
        for (int steps = 0; head != kNone && steps < kListLength; ++steps) {
            const std::int32_t next = chunk(head).apposed_to != kNone ? chunk(head).apposed_to : phrase_head(head);
            const std::int32_t first = next != kNone && chunk(next).joined_to != kNone ? chunk(next).joined_to : next;
            if (first == head) {
                break;
            }
            head = first;
        }
        if (head == kNone || chunk(head).time || chunk(head).tokens.begin < shape_.tokens.begin + 2) {
            return;
        }
        const std::uint32_t begin = chunk(head).tokens.begin;
        if (token(begin - 1).upos != Upos::cconj || token(begin - 2).form != ",") {
            return;
        }
        add_list(document_, shape_, predicate.subject, head);
        for (Predicate& other : shape_.predicates) {
            other.object.remove(static_cast<std::uint32_t>(head));
        }
    }

    // Is the chunk somebody's subject in the tree?
    [[nodiscard]] bool is_subject(std::int32_t at) const {
        for (std::uint32_t word = chunk(at).tokens.begin; word < chunk(at).tokens.end; ++word) {
            if (label(word).starts_with("nsubj")) {
                return true;
            }
        }
        return false;
    }

    // "Seoul's | decision": the noun that is owned.
    [[nodiscard]] std::int32_t owned_by(std::int32_t at) const {
        while (static_cast<std::size_t>(at) + 1 < shape_.chunks.size() && chunk(at + 1).possessor == at) {
            ++at;
        }
        return at;
    }

    // "was granted to the diplomat by Mexico": the next "by", before any other verb.
    void find_agent(Predicate& predicate) {
        for (std::uint32_t at = predicate.group.end; at < std::min(predicate.group.end + kAgentReach, shape_.tokens.end); ++at) {
            if (shape_.predicate_at(at) != kNone) {
                return;
            }
            const std::int32_t here = shape_.chunk_at(at);
            if (here != kNone && !chunk(here).time && chunk(here).prep != kNone &&
                token(static_cast<std::uint32_t>(chunk(here).prep)).lower == "by") {
                add_list(document_, shape_, predicate.agent, owned_by(here));
                return;
            }
        }
    }

    // From where its subject or its group begins to the next predicate's.
    void set_clause(std::uint32_t index) {
        Predicate& predicate = shape_.predicates[index];
        std::uint32_t begin = index == 0 ? shape_.tokens.begin : predicate.group.begin;
        if (index > 0 && !predicate.subject.empty()) {
            const std::uint32_t subject = shape_.chunks[predicate.subject.front()].tokens.begin;
            if (subject >= shape_.predicates[index - 1].group.end) {
                begin = std::min(begin, subject);
            }
        }
        const std::uint32_t end =
            index + 1 < shape_.predicates.size() ? shape_.predicates[index + 1].group.begin : shape_.tokens.end;
        predicate.clause = {begin, end};
    }

    const Document& document_;
    Shape& shape_;
    std::vector<bool> done_;
    std::vector<std::int32_t> chain_;
};

}  // namespace

void attach_arguments(const Document& document, Shape& shape) { Attacher(document, shape).run(); }

}  // namespace demarche
