#include "demarche/ingest/data.hpp"

#include "clean/outlets.hpp"
#include "compiled_tables.hpp"
#include "demarche/ingest/table.hpp"
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
    const DataFiles files(folders);
    data->outlets_ = Outlets::load(folders);
    data->language_ = LanguageTables::load(folders);
    NameTables names = load_name_tables(folders, files);
    data->actors_ = std::move(names.actors);
    data->places_ = std::move(names.places);
    data->rules_ = Rules::load(folders);
    data->fingerprint_ = files.fingerprint();
    return data;
}

}  // namespace demarche
