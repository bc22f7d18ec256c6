// The frame of one sentence: its noun chunks and verb groups, and, by the dependency tree, how the verb groups hang on each other
// and who is subject, object and agent of what, also where control, raising, coordination or a relative clause leave it unsaid.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "demarche/ingest/document.hpp"

namespace demarche {

// A few indexes without an allocation; more than fit are dropped (lists of a dozen parties are read as far as that).
class Few {
public:
    void add(std::uint32_t index) {
        if (size_ < items_.size()) {
            items_[size_++] = index;
        }
    }
    void remove(std::uint32_t index) {
        size_ = static_cast<std::size_t>(std::remove(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(size_), index) -
                                         items_.begin());
    }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] const std::uint32_t* begin() const { return items_.data(); }
    [[nodiscard]] const std::uint32_t* end() const { return items_.data() + size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::uint32_t front() const { return items_[0]; }
    [[nodiscard]] std::uint32_t back() const { return items_[size_ - 1U]; }

private:
    std::array<std::uint32_t, 12> items_{};
    std::size_t size_ = 0;
};

constexpr std::int32_t kNone = -1;

// A base noun phrase: determiner to head noun. "South Korea's efforts" is two chunks, the first the possessor of the second.
struct Chunk {
    TokenRange tokens;
    std::uint32_t head = 0;
    std::int32_t prep = kNone;        // token of the preposition right before it
    std::int32_t possessor = kNone;   // chunk
    std::int32_t joined_to = kNone;   // chunk before it in a coordination ("A, B and C": C -> B -> A)
    std::int32_t apposed_to = kNone;  // chunk that it explains, between commas
    bool time = false;                // a time expression: "Friday", "early June"
};

enum class VerbForm : std::uint8_t { finite, infinitive, gerund, participle };
enum class Tense : std::uint8_t { past, perfect, present, future, none };

// How a verb group hangs on what stands before it.
enum class Relation : std::uint8_t {
    main,        // its own clause
    coordinate,  // shares the subject of `governor`
    complement,  // infinitive of a verb: "agreed to meet"
    adverbial,   // participle behind a comma or preposition: ", prompting …", "after meeting …"
    relative,    // modifies `noun`: "who took office", "hosted by", "to be imposed"
    said         // inside what `governor` says: "said it would …"
};

struct Predicate {
    TokenRange group;
    std::uint32_t verb = 0;  // token of the main verb
    VerbForm form = VerbForm::finite;
    Tense tense = Tense::none;
    bool passive = false;
    bool negated = false;
    bool progressive = false;
    std::string_view modal;  // "will", "could", "would", …; "" if none
    Few subject;             // chunks; for a passive the patient
    Few object;              // chunks; of a passive what its patient is given or called ("was offered a loan")
    Few predicative;         // chunks: "became a member", "declared the envoy persona non grata"
    Few agent;               // chunks of a passive's "by"
    Relation relation = Relation::main;
    std::uint32_t node = 0;         // token by which the tree knows it: its verb, or what a copula belongs to ("are due")
    std::int32_t governor = kNone;  // predicate; following it always leads up the tree
    std::int32_t noun = kNone;      // chunk that it modifies
    std::int32_t mark = kNone;      // token of the conjunction or preposition that opens it ("after", "if", "that")
    TokenRange clause;              // its words up to the next predicate
};

// The dependency tree of one sentence, turned round: who hangs on a token. Tokens without a parse have neither head nor children.
class Tree {
public:
    void build(const Document& document, TokenRange tokens);

    // The head of `token` inside the sentence; kNone for the root.
    [[nodiscard]] std::int32_t head(std::uint32_t token) const { return head_[token - begin_]; }
    // The tokens that hang on `token`, in text order.
    class Children {
    public:
        class Iterator {
        public:
            Iterator(const Tree& tree, std::int32_t at) : tree_(&tree), at_(at) {}
            [[nodiscard]] std::uint32_t operator*() const { return static_cast<std::uint32_t>(at_); }
            Iterator& operator++() {
                at_ = tree_->next_[static_cast<std::uint32_t>(at_) - tree_->begin_];
                return *this;
            }
            [[nodiscard]] bool operator==(const Iterator& other) const { return at_ == other.at_; }

        private:
            const Tree* tree_;
            std::int32_t at_;
        };

        Children(const Tree& tree, std::int32_t first) : tree_(tree), first_(first) {}
        [[nodiscard]] Iterator begin() const { return {tree_, first_}; }
        [[nodiscard]] Iterator end() const { return {tree_, kNone}; }

    private:
        const Tree& tree_;
        std::int32_t first_;
    };
    [[nodiscard]] Children children(std::uint32_t token) const { return {*this, first_[token - begin_]}; }

private:
    std::uint32_t begin_ = 0;
    std::vector<std::int32_t> head_;
    std::vector<std::int32_t> first_;
    std::vector<std::int32_t> next_;
};

struct Shape {
    TokenRange tokens;
    Tree tree;
    std::vector<Chunk> chunks;
    std::vector<Predicate> predicates;
    std::vector<std::int32_t> chunk_of;      // by token - tokens.begin
    std::vector<std::int32_t> predicate_of;  // by token - tokens.begin
    std::vector<std::int32_t> node_of;       // by token - tokens.begin: the predicate whose node in the tree the token is

    [[nodiscard]] std::int32_t chunk_at(std::uint32_t token) const {
        return tokens.contains(token) ? chunk_of[token - tokens.begin] : kNone;
    }
    [[nodiscard]] std::int32_t predicate_at(std::uint32_t token) const {
        return tokens.contains(token) ? predicate_of[token - tokens.begin] : kNone;
    }
};

// Fills `shape` (reused) for one sentence. Linear in its tokens.
void read_shape(const Document& document, std::uint32_t sentence, Shape& shape);

// The parts of it, in order.
void find_chunks(const Document& document, const Sentence& sentence, Shape& shape);
void relate_chunks(const Document& document, Shape& shape);  // appositions and lists
void find_verb_groups(const Document& document, Shape& shape);
void hang_clauses(const Document& document, Shape& shape);
void attach_arguments(const Document& document, Shape& shape);

}  // namespace demarche
