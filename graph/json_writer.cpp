#include "json_writer.hpp"

#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "utf8.hpp"

namespace demarche {

namespace {

// RapidJSON's output stream concept, onto a string.
class StringSink {
public:
    using Ch = char;
    explicit StringSink(std::string& out) : out_(&out) {}
    void Put(char c) { out_->push_back(c); }
    void Flush() {}

private:
    std::string* out_;
};

using Writer = rapidjson::Writer<StringSink, rapidjson::UTF8<>, rapidjson::UTF8<>, rapidjson::CrtAllocator,
                                 rapidjson::kWriteValidateEncodingFlag>;

}  // namespace

struct JsonWriter::Impl {
    explicit Impl(std::string& target) : out(&target), sink(target), writer(sink) {}

    std::string* out;
    StringSink sink;
    Writer writer;
};

JsonWriter::JsonWriter(std::string& out) : impl_(std::make_unique<Impl>(out)) {}
JsonWriter::~JsonWriter() = default;

void JsonWriter::begin_object() { impl_->writer.StartObject(); }
void JsonWriter::end_object() { impl_->writer.EndObject(); }
void JsonWriter::begin_array() { impl_->writer.StartArray(); }
void JsonWriter::end_array() { impl_->writer.EndArray(); }
void JsonWriter::key(std::string_view name) { impl_->writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
void JsonWriter::null() { impl_->writer.Null(); }

void JsonWriter::text(std::string_view value) {
    if (is_utf8(value)) {
        impl_->writer.String(value.data() == nullptr ? "" : value.data(), static_cast<rapidjson::SizeType>(value.size()));
    } else {
        const std::string repaired = repair_utf8(value);
        impl_->writer.String(repaired.data(), static_cast<rapidjson::SizeType>(repaired.size()));
    }
}

void JsonWriter::text_or_null(std::string_view value) {
    if (value.empty()) {
        null();
    } else {
        text(value);
    }
}

void JsonWriter::integer(std::int64_t value) { impl_->writer.Int64(value); }
void JsonWriter::unsigned_integer(std::uint64_t value) { impl_->writer.Uint64(value); }

void JsonWriter::number(double value) {
    // RapidJSON's own digits (Grisu2) are not always the shortest.
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    impl_->writer.RawValue(digits.data(), static_cast<std::size_t>(end - digits.data()), rapidjson::kNumberType);
}

void JsonWriter::share(double value) { number(rounded_share(value)); }

void JsonWriter::degrees(double value) {
    if (std::isfinite(value)) {
        number(rounded_degrees(value));
    } else {
        null();
    }
}

void JsonWriter::end_line() {
    impl_->out->push_back('\n');
    impl_->writer.Reset(impl_->sink);
}

double rounded_share(double value) {
    if (!(value > 0.0)) {  // also NaN
        return 0.0;
    }
    return std::round(std::min(value, 1.0) * 10000.0) / 10000.0;
}

double rounded_degrees(double value) { return (std::round(value * 1e7) / 1e7) + 0.0; }  // + 0.0: no negative zero

}  // namespace demarche
