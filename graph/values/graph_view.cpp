#include "demarche/graph/graph_view.hpp"

namespace demarche {

std::string_view GraphView::id(const Node& node) const {
    switch (node.kind) {
        case NodeKind::event:
            return world->events[node.index].event.id;
        case NodeKind::actor:
            return world->actors[node.index].id;
        case NodeKind::place:
            return world->places[node.index].id;
        case NodeKind::article:
            break;
    }
    return world->articles[node.index].id;
}

}  // namespace demarche
