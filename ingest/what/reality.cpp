#include "what/reality.hpp"

namespace demarche {

std::string_view to_string(Reality reality) {
    switch (reality) {
        case Reality::same:
            return "same";
        case Reality::occurred:
            return "occurred";
        case Reality::ongoing:
            return "ongoing";
        case Reality::planned:
            return "planned";
        case Reality::possible:
            return "possible";
        case Reality::denied:
            return "denied";
        case Reality::off:
            return "off";
    }
    return "";
}

Reality reality_of(Status status) {
    switch (status) {
        case Status::planned:
            return Reality::planned;
        case Status::possible:
            return Reality::possible;
        case Status::denied:
            return Reality::denied;
        default:
            return Reality::same;
    }
}

Status status_of(Reality reality, Status otherwise) {
    switch (reality) {
        case Reality::occurred:
            return Status::occurred;
        case Reality::ongoing:
            return Status::ongoing;
        case Reality::planned:
            return Status::planned;
        case Reality::possible:
            return Status::possible;
        case Reality::denied:
            return Status::denied;
        default:
            return otherwise;
    }
}

}  // namespace demarche
