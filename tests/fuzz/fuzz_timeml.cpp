// Reads arbitrary bytes as a TimeML file. What is read comes out with tags put in and nothing else changed: without the tags it
// is the input again, and it is still well-formed.
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include "demarche/ingest/stages.hpp"
#include "language/language_tables.hpp"
#include "timeml.hpp"

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

std::string without_tags(std::string text) {
    for (const std::string_view tag : {"<TIMEX3 tid=\"t", "</TIMEX3>"}) {
        for (std::size_t at = text.find(tag); at != std::string::npos; at = text.find(tag, at)) {
            text.erase(at, text.find('>', at) + 1 - at);
        }
    }
    return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto tables = demarche::LanguageTables::load({DEMARCHE_DATA_DIR, {}});
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.find("TIMEX3") != std::string::npos) {
        return 0;  // the tag of a creation time stays: there is nothing to compare with
    }
    try {
        const demarche::cli::TimemlFile file("input", bytes);
        demarche::Document document;
        document.article = &file.article();
        demarche::read_language(document, *tables);
        require(without_tags(file.annotated(demarche::when::find_timexes(document))) == bytes);
    } catch (const std::runtime_error& error) {
        require(error.what()[0] != '\0');
    }
    return 0;
}
