#include "demarche/graph/knowledge_graph.hpp"
#include "demarche/graph/coding_json.hpp"
#include "demarche/graph/world_json.hpp"
#include "demarche/graph/merge.hpp"
