// Bytes to UTF-8: byte order marks, UTF-16, declared encodings, Windows-1252, and the repair of broken UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "clean/mapped_text.hpp"

namespace demarche {

[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

// Whether the bytes are no text of any encoding: NUL bytes (UTF-16 apart) or more than a tenth control bytes.
[[nodiscard]] bool is_binary(std::string_view bytes);

// `source` is the place of bytes[0] in the file. `charset` is what the page declares, "" if nothing. Never fails: bytes that are
// no character become U+FFFD.
[[nodiscard]] MappedText decode(std::string_view bytes, std::uint64_t source, std::string_view charset);

}  // namespace demarche
