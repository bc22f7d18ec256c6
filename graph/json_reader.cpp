#include "json_reader.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>
#include <vector>

#include "json_writer.hpp"
#include "utf8.hpp"

namespace demarche {

namespace {

// Iterative: two million '[' must not overflow the stack. Not kParseFullPrecisionFlag, which takes clz of zero for some numbers:
// all our numbers lie on decimal grids that the reader's fast path hits exactly.
constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;

const rapidjson::Value* as_value(const void* value) { return static_cast<const rapidjson::Value*>(value); }

}  // namespace

struct JsonDocument::Impl {
    std::array<char, 32768> first_chunk;  // most records fit, so that reading one costs few allocations
    rapidjson::MemoryPoolAllocator<> pool{first_chunk.data(), first_chunk.size()};
    rapidjson::Document document{&pool};
};

JsonDocument::JsonDocument(std::string_view text) : impl_(new Impl) {
    impl_->document.Parse<kFlags>(text.data() == nullptr ? "" : text.data(), text.size());
    if (impl_->document.HasParseError()) {
        std::string reason = rapidjson::GetParseError_En(impl_->document.GetParseError());
        while (!reason.empty() && reason.back() == '.') {
            reason.pop_back();
        }
        throw std::runtime_error("not valid JSON at byte " + std::to_string(impl_->document.GetErrorOffset()) + ": " + reason);
    }
}

JsonDocument::~JsonDocument() = default;

JsonValue JsonDocument::root() const { return {static_cast<const rapidjson::Value*>(&impl_->document), nullptr, nullptr, 0}; }

bool JsonValue::is_null() const { return value_ == nullptr || as_value(value_)->IsNull(); }
bool JsonValue::is_text() const { return value_ != nullptr && as_value(value_)->IsString(); }

JsonValue JsonValue::member(const char* name) const {
    if (value_ == nullptr || !as_value(value_)->IsObject()) {
        throw must_be("an object");
    }
    const auto found = as_value(value_)->FindMember(name);
    return {found == as_value(value_)->MemberEnd() ? nullptr : &found->value, this, name, 0};
}

std::size_t JsonValue::size() const {
    if (is_null()) {
        return 0;
    }
    if (!as_value(value_)->IsArray()) {
        throw must_be("an array");
    }
    return as_value(value_)->Size();
}

JsonValue JsonValue::element(std::size_t index) const {
    return {&(*as_value(value_))[static_cast<rapidjson::SizeType>(index)], this, nullptr, index};
}

std::string JsonValue::text() const {
    if (!is_text()) {
        throw must_be("a text");
    }
    std::string value(as_value(value_)->GetString(), as_value(value_)->GetStringLength());
    // \udc00 alone passes RapidJSON as a surrogate in UTF-8; we never hold one.
    return is_utf8(value) ? value : repair_utf8(value);
}

std::string JsonValue::text_or_empty() const { return is_null() ? std::string() : text(); }

double JsonValue::number() const {
    if (value_ == nullptr || !as_value(value_)->IsNumber()) {
        throw must_be("a number");
    }
    return as_value(value_)->GetDouble();
}

std::int64_t JsonValue::integer() const {
    if (value_ == nullptr || !as_value(value_)->IsInt64()) {
        throw must_be("a whole number");
    }
    return as_value(value_)->GetInt64();
}

std::uint64_t JsonValue::unsigned_integer() const {
    if (value_ == nullptr || !as_value(value_)->IsUint64()) {
        throw must_be("a whole number, zero or more");
    }
    return as_value(value_)->GetUint64();
}

std::uint32_t JsonValue::small_unsigned() const {
    if (value_ == nullptr || !as_value(value_)->IsUint()) {
        throw must_be("a whole number from 0 to 4294967295");
    }
    return as_value(value_)->GetUint();
}

double JsonValue::share() const {
    if (is_null()) {
        return 0.0;
    }
    const double value = number();
    if (value < 0.0 || value > 1.0) {
        throw must_be("between 0 and 1");
    }
    return rounded_share(value);
}

std::runtime_error JsonValue::must_be(std::string_view what) const {
    std::string sentence = path();
    if (sentence.empty()) {
        sentence = "the line";
    }
    return std::runtime_error(sentence.append(" must be ").append(what));
}

std::string JsonValue::path() const {
    std::vector<const JsonValue*> way;
    for (const JsonValue* at = this; at != nullptr && at->parent_ != nullptr; at = at->parent_) {
        way.push_back(at);
    }
    std::string text;
    std::reverse(way.begin(), way.end());
    for (const JsonValue* step : way) {
        if (step->name_ == nullptr) {
            text.append("[").append(std::to_string(step->index_)).append("]");
        } else {
            text.append(text.empty() ? "" : ".").append(step->name_);
        }
    }
    return text;
}

}  // namespace demarche
