#include "demarche/export/formats.hpp"
