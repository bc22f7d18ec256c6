// read_page: reads an HTML page from standard input and prints it as `demarche read` does, also if it is rejected as not English:
// the reader's work on a page does not depend on what comes after it.
#include <cstdio>
#include <exception>
#include <iterator>
#include <string>

#include "article_json.hpp"
#include "clean/outlets.hpp"
#include "demarche/ingest/read.hpp"
#include "demarche/ingest/table.hpp"

int main() {
    using namespace demarche;
    try {
        const auto outlets = Outlets::load({DEMARCHE_DATA_DIR, {}});
        ReadOptions options;
        options.outlets = outlets.get();
        options.format = Format::html;
        ArticleSource source({"-"}, options);
        if (const auto raw = source.next()) {
            std::string line;
            cli::append_article_line(line, read_article(*raw, options));
            std::fwrite(line.data(), 1, line.size(), stdout);
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "read_page: %s\n", error.what());
        return 1;
    }
    return 0;
}
