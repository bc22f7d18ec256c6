#include "demarche/ingest/read.hpp"
