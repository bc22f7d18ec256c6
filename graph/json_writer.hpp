// Writes JSON onto the end of a string. RapidJSON's Writer behind a plain interface, so that its header stays in one .cpp;
// it escapes, we repair bad UTF-8 and write numbers by shortest round trip. Keys and values are given in the order of the text.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace demarche {

class JsonWriter {
public:
    explicit JsonWriter(std::string& out);  // borrows `out`
    ~JsonWriter();
    JsonWriter(const JsonWriter&) = delete;
    JsonWriter& operator=(const JsonWriter&) = delete;

    void begin_object();
    void end_object();
    void begin_array();
    void end_array();
    void key(std::string_view name);

    void null();
    void text(std::string_view value);
    void text_or_null(std::string_view value);  // "" is null
    void integer(std::int64_t value);
    void unsigned_integer(std::uint64_t value);
    void share(double value);    // 0 .. 1, four decimals: more would be noise
    void degrees(double value);  // seven decimals, a centimetre on the ground; null if not finite: JSON has no word for it

    void field(std::string_view name, std::string_view value) { key(name), text(value); }
    void field_or_null(std::string_view name, std::string_view value) { key(name), text_or_null(value); }

    // Ends the line and makes the writer ready for the next value.
    void end_line();

private:
    void number(double value);

    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// `value` on the grid that JsonWriter::share writes; anything outside 0 .. 1 is brought to the nearer end.
[[nodiscard]] double rounded_share(double value);

// `value` on the grid that JsonWriter::degrees writes. REQUIRES a finite value.
[[nodiscard]] double rounded_degrees(double value);

}  // namespace demarche
