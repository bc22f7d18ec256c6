#include "language/train/vectors.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/filereadstream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

#include "demarche/ingest/table.hpp"

namespace demarche::language::train {

namespace {

class Handler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Handler> {
public:
    explicit Handler(std::size_t most) : most_(most) {}

    bool StartObject() {
        ++depth_;
        in_vectors_ = depth_ == 2 && key_ == "vectors";
        return true;
    }
    bool EndObject(rapidjson::SizeType /*members*/) {
        --depth_;
        in_vectors_ = false;
        return true;
    }
    bool Key(const char* text, rapidjson::SizeType size, bool /*copy*/) {
        key_.assign(text, size);
        return true;
    }
    bool StartArray() {
        row_.clear();
        return true;
    }
    bool EndArray(rapidjson::SizeType /*elements*/) {
        if (in_vectors_) {
            take();
        }
        return true;
    }
    bool Double(double value) {
        if (depth_ == 1 && key_ == "dimensions") {
            dimensions_ = static_cast<std::size_t>(value);
        } else if (in_vectors_) {
            row_.push_back(static_cast<float>(value));
        }
        return true;
    }
    bool Int(int value) { return Double(value); }
    bool Uint(unsigned value) { return Double(value); }
    bool Int64(std::int64_t value) { return Double(static_cast<double>(value)); }
    bool Uint64(std::uint64_t value) { return Double(static_cast<double>(value)); }
    bool Default() { return true; }

    WordVectors vectors;

private:
    void take() {
        if (dimensions_ == 0 || row_.size() != dimensions_ + 2) {
            return;
        }
        const auto place = static_cast<std::size_t>(row_.back());
        if (place >= most_) {
            return;
        }
        if (vectors.words.size() <= place) {
            vectors.words.resize(place + 1);
            vectors.values.values.resize((place + 1) * dimensions_);
        }
        vectors.words[place] = key_;
        std::copy_n(row_.begin(), dimensions_, vectors.values.values.begin() + static_cast<std::ptrdiff_t>(place * dimensions_));
        vectors.values.rows = vectors.words.size();
        vectors.values.columns = dimensions_;
    }

    std::size_t most_;
    std::size_t dimensions_ = 0;
    int depth_ = 0;
    bool in_vectors_ = false;
    std::string key_;
    std::vector<float> row_;
};

}  // namespace

WordVectors read_vectors(const std::string& path, std::size_t most) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
    if (!file) {
        throw DataError(path + ": the word vectors cannot be read; check the path");
    }
    std::vector<char> buffer(std::size_t{1} << 16U);
    rapidjson::FileReadStream stream(file.get(), buffer.data(), buffer.size());
    rapidjson::Reader reader;
    Handler handler(most);
    const rapidjson::ParseResult result = reader.Parse<rapidjson::kParseIterativeFlag>(stream, handler);
    if (!result) {
        throw DataError(path + ": byte " + std::to_string(result.Offset()) + ": " + rapidjson::GetParseError_En(result.Code()) +
                        "; unpack the vectors again");
    }
    if (handler.vectors.words.empty()) {
        throw DataError(path + ": there are no word vectors in it; give the package's JSON file");
    }
    return std::move(handler.vectors);
}

}  // namespace demarche::language::train
