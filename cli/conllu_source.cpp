#include "conllu_source.hpp"

#include <filesystem>
#include <iostream>
#include <stdexcept>

#include "demarche/ingest/read.hpp"
#include "language/conllu.hpp"

namespace demarche::cli {

namespace {

constexpr std::size_t kRun = std::size_t{128} << 10U;  // bytes of sentences that are one piece, about 2,500 words

}  // namespace

bool ConlluSource::open_next() {
    if (next_path_ == paths_.size()) {
        return false;
    }
    path_ = paths_[next_path_++];
    line_ = 0;
    pieces_ = 0;
    if (path_ == "-") {
        path_ = "standard input";
        in_ = &std::cin;
        return true;
    }
    file_ = std::ifstream(path_, std::ios::binary);
    std::error_code ignored;
    if (!file_ || std::filesystem::is_directory(path_, ignored)) {
        throw std::runtime_error(path_ + " cannot be read; give a file in CoNLL-U, or - for standard input");
    }
    in_ = &file_;
    return true;
}

std::string ConlluSource::message(std::uint64_t line, const std::string& what) const {
    return path_ + ":" + std::to_string(line) + ": " + what;
}

void ConlluSource::add_line(Block& block, std::string_view line) const {
    const std::string_view comment = line.starts_with('#') ? line.substr(1) : std::string_view();
    const std::string_view words = comment.substr(std::min(comment.find_first_not_of(' '), comment.size()));
    block.begins_document = block.begins_document || words.starts_with("newdoc");
    if (block.rejected.empty() && block.bytes.size() + line.size() > longest_) {
        block.rejected = message(block.line, "the sentence that begins here is longer than --max-line allows; shorten it");
    }
    if (block.rejected.empty()) {
        block.bytes += line;
    } else {
        block.bytes.clear();
    }
}

std::optional<ConlluSource::Block> ConlluSource::read_block() {
    room_.resize(language::ConlluReader::kLongestLine + 2);
    Block block;
    block.line = line_ + 1;
    while (true) {
        in_->getline(room_.data(), static_cast<std::streamsize>(room_.size()));
        auto length = static_cast<std::size_t>(in_->gcount());
        if (in_->bad()) {
            throw std::runtime_error(path_ + " cannot be read to its end; check the disk");
        }
        if (length == 0) {
            break;
        }
        ++line_;
        if (in_->fail() && !in_->eof()) {  // no line feed in as many bytes as there is room for
            block.rejected = message(line_, "the line is longer than 4 MB; shorten it");
            while (in_->fail() && !in_->eof() && in_->gcount() > 0) {
                in_->clear();
                in_->getline(room_.data(), static_cast<std::streamsize>(room_.size()));
            }
            continue;
        }
        if (!in_->eof()) {
            room_[length - 1] = '\n';  // getline() puts a zero there
        }
        add_line(block, {room_.data(), length});
        if (length == 1 && room_[0] == '\n') {
            return block;
        }
    }
    const bool nothing = block.bytes.empty() && block.rejected.empty();
    return nothing ? std::nullopt : std::optional(std::move(block));
}

void ConlluSource::start(RawArticle& raw, const Block& block) {
    raw.path = path_;
    raw.line = block.line;
    const std::string stem = in_ == &std::cin ? "stdin" : std::filesystem::path(path_).stem().string();
    raw.fallback_id = nmtoken(stem + "-" + std::to_string(++pieces_));
}

void ConlluSource::add(RawArticle& raw, const Block& block) const {
    if (raw.rejected.empty()) {
        raw.rejected = block.rejected;
    }
    if (raw.rejected.empty() && raw.bytes.size() + block.bytes.size() > longest_) {
        raw.rejected = message(raw.line, "the document that begins here is longer than --max-line allows; raise it");
    }
    if (raw.rejected.empty()) {
        raw.bytes += block.bytes;
    } else {
        raw.bytes.clear();
    }
}

std::optional<RawArticle> ConlluSource::next() {
    while (in_ != nullptr || open_next()) {
        RawArticle raw;
        bool begun = false;
        while (held_ || (held_ = read_block())) {
            const bool full = cut_ == Cut::sentences && raw.rejected.empty() && raw.bytes.size() >= kRun;
            if (begun && (held_->begins_document || full)) {
                return raw;
            }
            if (!begun) {
                start(raw, *held_);
                begun = true;
            }
            add(raw, *held_);
            held_.reset();
        }
        in_ = nullptr;
        if (begun) {
            return raw;
        }
    }
    return std::nullopt;
}

}  // namespace demarche::cli
