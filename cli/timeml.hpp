// A TimeML file (TimeML 1.2.1) whose text is to be marked with TIMEX3 tags: the bytes stay as they are, only tags are put in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/ingest/article.hpp"
#include "when/timex.hpp"

namespace demarche::cli {

class TimemlFile {
public:
    // Throws std::runtime_error (one sentence with file and line) if the bytes are no XML, have no <TEXT>, or are annotated.
    TimemlFile(std::string path, std::string bytes);

    [[nodiscard]] const Article& article() const { return article_; }

    // The file with the expressions in <TEXT> tagged. A tag that would cross another element's is left out.
    [[nodiscard]] std::string annotated(const std::vector<when::Timex>& timexes) const;

private:
    // Text between two tags, as it stands in the article and in the file.
    struct Piece {
        std::uint32_t text = 0;    // where it begins in the article's text
        std::uint32_t parent = 0;  // number of the element that holds it
    };

    [[nodiscard]] const Piece& piece_of(std::uint32_t at) const;
    void add_text(std::string_view raw, std::size_t offset, std::uint32_t parent);

    std::string path_;
    std::string bytes_;
    std::vector<Piece> pieces_;
    std::vector<std::uint32_t> offsets_;  // of each byte of the text, in the file
    std::size_t creation_begin_ = 0;      // a <DCT> without TIMEX3: its text
    std::size_t creation_end_ = 0;
    std::string creation_;  // its value
    Article article_;
};

}  // namespace demarche::cli
