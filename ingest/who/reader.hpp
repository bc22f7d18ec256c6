// Reads the noun phrases of a document that name actors, left to right: affiliation ("South Korean", "the State Department",
// "Seoul's"), ranks and titles, names, bodies, officials. Each phrase is read once; see find_actors.cpp for the loop.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "who/registry.hpp"
#include "who/scene.hpp"

namespace demarche {

struct Affiliation {
    std::vector<std::uint32_t> entities;  // the states or organisations named
    std::string state;                    // of the first
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Ground ground = Ground::name;
    bool possessive = false;
    bool adjective = false;
    bool seat = false;
    bool town = false;

    [[nodiscard]] bool any() const { return end > begin; }
};

struct TitlePhrase {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    OfficeClass office_class = OfficeClass::none;
    std::string office;
    std::string state;  // of "of France", "of the IAEA"
    bool former = false;
    bool counterpart = false;
    bool nominee = false;
    std::string usual_state;  // of an office that only one state has
    bool plural = false;

    [[nodiscard]] bool any() const { return end > begin; }
};

class Reader {
public:
    Reader(Scene& scene, Registry& registry) : scene_(scene), registry_(registry) {}

    void read();  // the whole document

private:
    std::uint32_t read_at(std::uint32_t i);  // the token to go on from
    // A phrase and where its parts begin: ranks, affiliation, head; `skipped` is the head behind ranks.
    struct Phrase {
        std::uint32_t i = 0;
        std::uint32_t begin = 0;
        std::uint32_t head = 0;
        std::uint32_t skipped = 0;
        std::uint32_t limit = 0;  // end of the sentence
        bool former = false;
        Affiliation of;
    };
    std::uint32_t read_phrase(std::uint32_t i);
    std::uint32_t body_phrase(const Phrase& phrase);
    std::uint32_t title_phrase(const Phrase& phrase, const TitlePhrase& office);
    std::uint32_t state_phrase(const Phrase& phrase);
    std::uint32_t official_phrase(const Phrase& phrase);
    std::uint32_t collective_phrase(const Phrase& phrase);
    std::uint32_t read_collective(std::uint32_t i);
    std::uint32_t read_group_name(std::uint32_t i, const Affiliation& of);
    std::uint32_t read_acronym(std::uint32_t i);
    std::uint32_t read_name(std::uint32_t i);
    std::uint32_t read_surname(std::uint32_t i);
    bool has_namesake(std::uint32_t i, const PersonRow& head);
    std::uint32_t read_coreference(std::uint32_t i);

    std::uint32_t read_it(std::uint32_t i);
    [[nodiscard]] bool acts_by_tree(std::uint32_t i) const;
    std::uint32_t read_prefixed(std::uint32_t i);
    void settle_pending();
    void settle_offices();
    std::uint32_t aide_of_person(const TitlePhrase& office);
    [[nodiscard]] std::uint32_t leader_of(const std::string& state, std::uint32_t word) const;
    [[nodiscard]] std::uint32_t sending_state() const;
    [[nodiscard]] std::vector<std::uint32_t> pair_in_view(std::uint32_t i, bool states);
    [[nodiscard]] bool modifies(std::uint32_t next) const;  // a noun follows, adjectives between

    [[nodiscard]] std::uint32_t quantity_begin(std::uint32_t begin) const;
    // Where the noun phrase from i on ends if its head is a collective; `row` is that head's. i if it is none.
    std::uint32_t collective_end(std::uint32_t i, std::uint32_t& row) const;

    [[nodiscard]] Affiliation affiliation(std::uint32_t i);
    [[nodiscard]] Affiliation mixed_list(std::uint32_t i);
    [[nodiscard]] Affiliation both_koreas(std::uint32_t i);
    [[nodiscard]] bool people_of(const Affiliation& of) const;
    [[nodiscard]] std::uint32_t dangling_hyphen(std::uint32_t i) const;  // where the affiliation really stands; i if here
    [[nodiscard]] std::vector<std::uint32_t> members(std::uint32_t organisation);
    [[nodiscard]] std::vector<std::uint32_t> states_after(std::uint32_t i, std::uint32_t& end);
    [[nodiscard]] bool plural_head(std::uint32_t i) const;
    std::uint32_t counterparts_of(const TitlePhrase& office);
    bool government_of_person(std::uint32_t begin, std::uint32_t of);
    void office_without_name(std::uint32_t begin, const TitlePhrase& office, const std::vector<std::uint32_t>& owners,
                             const std::string& owner, bool former);
    [[nodiscard]] Affiliation one_affiliation(std::uint32_t i);
    [[nodiscard]] TitlePhrase title(std::uint32_t i);
    void complement(TitlePhrase& phrase);
    [[nodiscard]] std::uint32_t body_of_state(TitlePhrase& phrase);
    [[nodiscard]] bool begins_name(std::uint32_t i) const;
    [[nodiscard]] std::uint32_t name_end(std::uint32_t i) const;
    [[nodiscard]] std::optional<std::uint32_t> state_after(std::uint32_t i,
                                                           std::uint32_t& end);  // entity of "of France", "in Seoul"
    [[nodiscard]] bool homograph(std::uint32_t i) const;                         // the state name at i means something else here
    [[nodiscard]] bool seat_acts(std::uint32_t i, std::uint32_t end) const;
    [[nodiscard]] std::uint32_t state_row(std::uint32_t i,
                                          Sense sense) const;  // "Korean", "Congolese": the one the article is about
    [[nodiscard]] bool acts_on(std::uint32_t i) const;         // a verb whose object is a party, not a place
    void find_context();
    [[nodiscard]] std::uint32_t named_state(std::string_view name) const;

    void affiliated_state(const Affiliation& of, std::uint32_t next);
    std::uint32_t person_phrase(std::uint32_t begin, const TitlePhrase& office, const Affiliation& of, std::uint32_t name,
                                std::uint32_t end);
    std::uint32_t apposition(std::uint32_t begin, std::uint32_t end);
    void mention(std::uint32_t begin, std::uint32_t end, const std::vector<std::uint32_t>& entities, Ground ground,
                 bool adjective = false, bool anonymous = false);
    void note_coordination();
    [[nodiscard]] std::uint32_t body_state_fallback() const;
    [[nodiscard]] std::vector<std::uint32_t> recent_set(std::uint32_t token, std::size_t size, int kind,
                                                        std::uint32_t sentences) const;

    struct Set {
        std::vector<std::uint32_t> entities;
        std::uint32_t sentence = 0;
        bool persons = false;
    };

    struct Pending {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        std::size_t count = 0;
    };

    // An office of a state whose holder the article has not named so far.
    struct OpenOffice {
        std::size_t mention = 0;
        OfficeClass office_class = OfficeClass::none;
        std::string state;
    };

    struct Acronym {
        std::uint64_t word = 0;
        std::uint32_t entity = 0;
    };

    Scene& scene_;
    Registry& registry_;
    std::vector<Acronym> acronyms_;                      // that the article itself explains: "… Liberation Front (OLF)"
    std::unordered_map<std::uint64_t, bool> namesakes_;  // has_namesake(), by the hash of the surname
    std::vector<Set> sets_;
    std::vector<std::uint32_t> coordination_;
    std::uint32_t coordination_end_ = 0;
    std::uint32_t last_person_ = Registry::npos;  // singular, in subject position
    std::uint32_t last_person_sentence_ = 0;
    std::uint32_t last_subject_ = Registry::npos;  // state or organisation in subject position
    std::uint32_t last_subject_sentence_ = 0;
    std::uint32_t last_official_ = Registry::npos;  // entity for which an unnamed official spoke last
    bool speaker_unnamed_ = false;                  // the last one in subject position was an unnamed official
    std::uint32_t speaker_sentence_ = 0;
    std::vector<Pending> pending_;
    std::vector<OpenOffice> open_offices_;
    std::uint32_t last_any_person_ = Registry::npos;
    std::uint32_t dateline_state_ = Registry::npos;  // row of the states
    bool both_koreas_ = false;
    bool south_only_ = true;  // "Korean" is of the South
    bool brazzaville_ = false;
    std::uint32_t kor_ = 0, prk_ = 0, usa_ = 0;  // rows
};

}  // namespace demarche
