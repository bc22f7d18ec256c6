// Names of states, organisations, groups and office holders, and the words of offices; read once, then shared by all threads.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "demarche/graph/date_span.hpp"
#include "demarche/graph/event.hpp"
#include "demarche/ingest/table.hpp"
#include "tables/frozen.hpp"
#include "tables/table_image.hpp"
#include "who/lexicon.hpp"

namespace demarche {

enum class OfficeClass : std::uint8_t {
    none,
    head_of_state,
    head_of_government,
    deputy_head,
    foreign_minister,
    deputy_foreign_minister,
    defence_minister,
    deputy_defence_minister,
    finance_minister,
    trade_minister,
    minister,
    national_security_adviser,
    intelligence_chief,
    envoy,
    ambassador,
    spokesperson,
    military_chief,
    igo_head,
    legislator,
    subnational,
    royal,
    leader
};

struct StateRow {
    std::string id;
    std::string name;
    bool seat_is_town = true;
    bool heads_by_surname = false;  // the world's press names its heads by the surname alone
};

struct OrganisationRow {
    std::string id;
    std::string name;
    std::string state;
    ActorKind kind = ActorKind::organisation;
    bool media = false;
};

struct PersonRow {  // views live as long as the tables
    std::string_view name;
    std::string_view state;
    std::string_view office;
    std::string_view surname;
    OfficeClass office_class = OfficeClass::none;
    Day first{};  // in office, both days included, as far as a source attests
    Day last{};
};

struct WordRow {
    OfficeClass office_class = OfficeClass::none;
    std::string slug;   // of bodies
    std::string state;  // of titles that one state alone gives ("Secretary of State"), if nothing else tells
};

// Agents without a name: "gunmen", "court", "protesters".
struct CollectiveRow {
    std::string slug;  // of the class: one entity a class and state
    ActorKind kind = ActorKind::group;
    bool place = false;     // acts for the state behind "in" and "of" as well, as courts do
    bool alone = false;     // an actor even if no state or group is named
    bool acted_on = false;  // alone, but then no source of an event
    bool plural = false;
};

struct SeatRow {
    std::uint32_t actor = 0;    // row of the states, or of the organisations
    bool organisation = false;  // "Brussels"
    bool town = true;           // a town is a place first; a palace or ministry acts wherever it stands
};

// A state's name that is often something else ("Georgia", "Jordan").
struct HomographRow {
    std::uint64_t name = 0;
    std::vector<std::uint64_t> needs;     // one of these words in the article, if any are listed
    std::vector<std::uint64_t> next;      // not before one of these
    std::vector<std::uint64_t> previous;  // not after one of these
};

class ActorTables {
public:
    // Throws DataError with file and line for a missing table or column, an unknown role or class, a day that is none.
    static std::unique_ptr<const ActorTables> load(const DataFolders& folders);

    // What load() gave when the image was written. Throws ImageError if the image holds something else.
    static std::unique_ptr<const ActorTables> from(std::shared_ptr<const TableImage> image, std::size_t part);
    void write(ImageWriter& image) const;

    [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
    [[nodiscard]] const StateRow& state(std::uint32_t i) const { return states_[i]; }
    [[nodiscard]] const OrganisationRow& organisation(std::uint32_t i) const { return organisations_[i]; }
    [[nodiscard]] const PersonRow& person(std::uint32_t i) const { return persons_[i]; }
    [[nodiscard]] const WordRow& word(std::uint32_t i) const { return words_[i]; }
    [[nodiscard]] const CollectiveRow& collective(std::uint32_t i) const { return collectives_[i]; }
    [[nodiscard]] const SeatRow& seat(std::uint32_t i) const { return seats_[i]; }
    [[nodiscard]] const HomographRow* homograph(std::uint64_t name) const;
    [[nodiscard]] std::uint32_t find_state(std::string_view id) const;  // row, or npos
    [[nodiscard]] bool given_name(std::uint64_t word) const;
    [[nodiscard]] bool family_first(std::uint64_t word) const;
    // Rows of the persons whose surname has this hash (fold_hash).
    [[nodiscard]] std::span<const std::pair<std::uint64_t, std::uint32_t>> with_surname(std::uint64_t surname) const;

    static constexpr std::uint32_t npos = 0xFFFFFFFFU;

private:
    template <class Self, class Image>
    static void walk(Self& self, Image& image);  // along the members, for images

    void load_states(const DataFolders& folders);
    void load_organisations(const DataFolders& folders, std::string_view file);
    void load_surname_states(const DataFolders& folders);
    void load_seats(const DataFolders& folders);
    void load_persons(const DataFolders& folders, std::string_view file);
    void load_collectives(const DataFolders& folders);
    void load_words(const DataFolders& folders);
    void load_names(const DataFolders& folders);
    void load_homographs(const DataFolders& folders);
    void index_states();

    Lexicon lexicon_;
    std::vector<StateRow> states_;
    std::vector<OrganisationRow> organisations_;
    std::vector<PersonRow> persons_;
    std::vector<WordRow> words_;
    std::vector<CollectiveRow> collectives_;
    std::vector<SeatRow> seats_;
    std::vector<HomographRow> homographs_;
    std::vector<std::pair<std::string, std::uint32_t>> state_ids_;     // sorted
    std::unordered_map<std::string, std::uint32_t> organisation_ids_;  // while loading
    std::vector<std::pair<std::uint64_t, std::uint32_t>> surnames_;    // sorted
    Frozen<std::uint64_t> given_;                                      // sorted
    Frozen<std::uint64_t> family_first_;                               // sorted
    std::vector<std::unique_ptr<std::string>> texts_;                  // what the persons' views look into, or
    std::shared_ptr<const TableImage> image_;
};

// The class that a table writes ("foreign_minister"); `known` is false for a word that is none.
[[nodiscard]] OfficeClass office_class_from(std::string_view text, bool& known);

}  // namespace demarche
