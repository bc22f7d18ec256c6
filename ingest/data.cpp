#include "demarche/ingest/data.hpp"

#include "clean/outlets.hpp"
#include "demarche/ingest/table.hpp"
#include "fingerprint.hpp"
#include "language/language_tables.hpp"
#include "what/rules.hpp"
#include "where/place_tables.hpp"
#include "who/actor_tables.hpp"

namespace demarche {

Data::Data() = default;
Data::~Data() = default;

std::shared_ptr<const Data> Data::load(const std::string& base, const std::vector<std::string>& extra) {
    const DataFolders folders{base, extra};
    std::shared_ptr<Data> data(new Data);
    data->outlets_ = Outlets::load(folders);
    data->language_ = LanguageTables::load(folders);
    data->actors_ = ActorTables::load(folders);
    data->places_ = PlaceTables::load(folders);
    data->rules_ = Rules::load(folders);
    data->fingerprint_ = fingerprint_of(folders);
    return data;
}

}  // namespace demarche
