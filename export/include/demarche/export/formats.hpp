// The formats. Each writer streams into an OutputFile, escapes every text, and gives the same bytes for the same world.
#pragma once

#include "demarche/export/output_file.hpp"
#include "demarche/export/selection.hpp"
#include "demarche/graph/graph_view.hpp"

namespace demarche {

void write_graphml(const GraphView& view, const WriteOptions& options, OutputFile& out);
void write_actor_graphml(const ActorProjection& projection, const WriteOptions& options, OutputFile& out);
void write_gexf(const GraphView& view, const WriteOptions& options, OutputFile& out);
void write_timelinejs(const World& world, const WriteOptions& options, OutputFile& out);
void write_vis(const World& world, const WriteOptions& options, OutputFile& out);
void write_events_csv(const World& world, const WriteOptions& options, OutputFile& out);
void write_actors_csv(const World& world, const WriteOptions& options, OutputFile& out);

}  // namespace demarche
