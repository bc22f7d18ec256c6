#include "compiled_tables.hpp"

#include <array>

#include "where/place_tables.hpp"
#include "who/actor_tables.hpp"

namespace demarche {

namespace {

constexpr std::size_t kActors = 0;
constexpr std::size_t kPlaces = 1;

// Beside the tables where the program is installed, else where the build has put it.
std::shared_ptr<const TableImage> find_image(const std::string& base, std::uint64_t source) {
    std::shared_ptr<const TableImage> image = TableImage::open(base + "/tables.image", source);
    return image != nullptr ? image : TableImage::open(DEMARCHE_TABLE_IMAGE, source);
}

template <class Tables>
std::unique_ptr<const Tables> load(const DataFolders& folders, const std::shared_ptr<const TableImage>& image, std::size_t part) {
    if (image != nullptr) {
        try {
            return Tables::from(image, part);
        } catch (const ImageError&) {
            // Written by a program that walks otherwise: the text says the same.
        }
    }
    return Tables::load(folders);
}

}  // namespace

void compile_tables(const std::string& base, const std::string& path) {
    const DataFolders folders{base, {}};
    ImageWriter image;
    image.begin_part();
    ActorTables::load(folders)->write(image);
    image.begin_part();
    PlaceTables::load(folders)->write(image);
    image.save(path, DataFiles(folders).base_tables());
}

NameTables load_name_tables(const DataFolders& folders, const DataFiles& files) {
    const bool own_actors = files.user_has("who/");
    const bool own_places = files.user_has("where/");
    std::shared_ptr<const TableImage> image;
    if (!own_actors || !own_places) {
        image = find_image(folders.base, files.base_tables());
    }
    NameTables tables;
    tables.actors = load<ActorTables>(folders, own_actors ? nullptr : image, kActors);
    tables.places = load<PlaceTables>(folders, own_places ? nullptr : image, kPlaces);
    tables.compiled = image != nullptr;
    return tables;
}

}  // namespace demarche
