// compile_tables DATA IMAGE: the tables of a data folder as one image that the program maps at start. The build runs it.
#include <cstdio>
#include <exception>

#include "compiled_tables.hpp"

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: compile_tables DATA IMAGE\n", stderr);
        return 2;
    }
    try {
        demarche::compile_tables(argv[1], argv[2]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "compile_tables: %s\n", error.what());
        return 1;
    }
    return 0;
}
