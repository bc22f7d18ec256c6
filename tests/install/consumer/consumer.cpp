// A program of another project: reads articles, codes them, merges them, and writes a graph. docs/library.md tells it step by
// step.
#include <cstdio>
#include <vector>

#include "demarche/export/formats.hpp"
#include "demarche/graph/knowledge_graph.hpp"
#include "demarche/graph/merge.hpp"
#include "demarche/ingest/code.hpp"
#include "demarche/ingest/data.hpp"
#include "demarche/ingest/read.hpp"

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: consumer DATA INPUT\n", stderr);
        return 2;
    }
    const auto data = demarche::Data::load(argv[1], {});
    demarche::ReadOptions reading;
    reading.outlets = &data->outlets();

    demarche::ArticleSource source({argv[2]}, reading);
    demarche::Document document;
    std::vector<demarche::Coding> codings;
    while (const auto raw = source.next()) {
        codings.push_back(demarche::code(demarche::read_article(*raw, reading), *data, {}, document));
        std::printf("%s: %zu events\n", codings.back().article.id.c_str(), codings.back().events.size());
    }

    std::vector<std::string> warnings;
    const demarche::World world = demarche::merge(demarche::merge_partial(std::move(codings), warnings));
    const demarche::KnowledgeGraph graph(world);
    demarche::OutputFile out("/dev/null");
    demarche::write_graphml(graph.view(), {}, out);
    out.commit();
    return 0;
}
