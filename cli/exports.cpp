#include "exports.hpp"

#include <array>
#include <filesystem>
#include <stdexcept>

#include "demarche/graph/world_json.hpp"
#include "interrupt.hpp"
#include "lines.hpp"
#include "output_folder.hpp"

namespace demarche::cli {

std::span<const ExportFormat> export_formats() {
    using W = const World&;
    using G = const KnowledgeGraph&;
    using O = const WriteOptions&;
    static constexpr std::array<ExportFormat, 7> formats{{
        {"graphml", "graph.graphml", [](W, G graph, O options, OutputFile& out) { write_graphml(graph.view(), options, out); }},
        {"actors-graphml", "actors.graphml",
         [](W, G graph, O options, OutputFile& out) { write_actor_graphml(graph.actor_projection(), options, out); }},
        {"gexf", "graph.gexf", [](W, G graph, O options, OutputFile& out) { write_gexf(graph.view(), options, out); }},
        {"timelinejs", "timeline.json", [](W world, G, O options, OutputFile& out) { write_timelinejs(world, options, out); }},
        {"vis", "vis.json", [](W world, G, O options, OutputFile& out) { write_vis(world, options, out); }},
        {"events-csv", "events.csv", [](W world, G, O options, OutputFile& out) { write_events_csv(world, options, out); }},
        {"actors-csv", "actors.csv", [](W world, G, O options, OutputFile& out) { write_actors_csv(world, options, out); }},
    }};
    return formats;
}

void export_all(const World& world, const WriteOptions& options, const std::function<std::string(std::string_view)>& path_of) {
    const KnowledgeGraph graph(world);
    for (const ExportFormat& format : export_formats()) {
        stop_if_interrupted();
        OutputFile out(path_of(format.file));
        format.write(world, graph, options, out);
        out.commit();
    }
}

WriteOptions write_options(Quotes quotes) {
    WriteOptions options;
    options.quotes = quotes;
    options.attribution =
        "Made by demarche " DEMARCHE_VERSION
        ". Place names and coordinates: GeoNames (CC BY 4.0). Persons, offices and organisations: Wikidata (CC0). "
        "Texts of articles belong to their publishers.";
    return options;
}

World load_world(const std::string& path) {
    std::error_code ignored;
    std::string file = path;
    if (path != "-" && std::filesystem::is_directory(path, ignored)) {
        finish_commit(path);
        file = (std::filesystem::path(path) / "world.jsonl").string();
        if (!std::filesystem::exists(file, ignored)) {
            throw std::runtime_error(path + " has no world.jsonl; make one with demarche build INPUT… -o " + path);
        }
    }
    const std::string bytes = read_file(file);
    try {
        return parse_world(bytes);
    } catch (const std::runtime_error& error) {
        throw std::runtime_error(file + " is not a world that demarche wrote (" + error.what() +
                                 "); make it again with demarche build or merge");
    }
}

}  // namespace demarche::cli
