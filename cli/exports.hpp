// The export formats by name, and the one place that knows which writer a name stands for.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "demarche/export/formats.hpp"
#include "demarche/graph/knowledge_graph.hpp"
#include "demarche/graph/world.hpp"

namespace demarche::cli {

struct ExportFormat {
    std::string_view name;  // "graphml"
    std::string_view file;  // "graph.graphml"
    void (*write)(const World& world, const KnowledgeGraph& graph, const WriteOptions& options, OutputFile& out);
};

[[nodiscard]] std::span<const ExportFormat> export_formats();

// Writes every format to the path that `path_of` gives for its file name, each whole or not at all.
void export_all(const World& world, const WriteOptions& options,
                const std::function<std::string(std::string_view file)>& path_of);

// Where the data in an export comes from; goes into each file.
[[nodiscard]] WriteOptions write_options(Quotes quotes);

// The world of a file, of standard input ("-"), or of a build's output folder. Throws std::runtime_error.
[[nodiscard]] World load_world(const std::string& path);

}  // namespace demarche::cli
