// Everything in data/ that coding needs, loaded once, immutable, shared by all threads.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace demarche {

class Outlets;
class LanguageTables;
class ActorTables;
class PlaceTables;
class Rules;

class Data {
public:
    // Loads the tables of `base` (the program's data folder) and then of each folder in `extra`, whose files of the same
    // name add rows. Throws DataError (file, line, what to do) if anything is missing or malformed.
    static std::shared_ptr<const Data> load(const std::string& base, const std::vector<std::string>& extra);

    Data(const Data&) = delete;
    Data& operator=(const Data&) = delete;
    ~Data();

    [[nodiscard]] const Outlets& outlets() const { return *outlets_; }
    [[nodiscard]] const LanguageTables& language() const { return *language_; }
    [[nodiscard]] const ActorTables& actors() const { return *actors_; }
    [[nodiscard]] const PlaceTables& places() const { return *places_; }
    [[nodiscard]] const Rules& rules() const { return *rules_; }
    [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }  // "xxh3:…" of every file used

private:
    Data();
    std::unique_ptr<const Outlets> outlets_;
    std::unique_ptr<const LanguageTables> language_;
    std::unique_ptr<const ActorTables> actors_;
    std::unique_ptr<const PlaceTables> places_;
    std::unique_ptr<const Rules> rules_;
    std::string fingerprint_;
};

}  // namespace demarche
