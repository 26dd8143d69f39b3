// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace quaywatch {

/// Writes JSON into a string, in order, without building a tree: writing 90,000 sockets takes as
/// long as a document library needs to allocate a tenth of them. Bytes that are not UTF-8 are
/// written as U+FFFD, so the result is always valid (RFC 8259). Characters that are not printable
/// (controls, bidi, zero width: see isPrintable()) are written as \uNNNN, so that a terminal can
/// show the result; a parser restores them.
///
/// The caller is responsible for the nesting; the writer adds the commas.
class JsonWriter {
public:
    /// Appends to `out`, which must outlive the writer.
    explicit JsonWriter(std::string& out) noexcept
        : m_out(out)
    {
    }

    JsonWriter& beginObject();
    JsonWriter& endObject();
    JsonWriter& beginArray();
    JsonWriter& endArray();
    /// Writes the name of the next value. `name` must need no escape.
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(bool truth);
    template <std::integral T>
    JsonWriter& value(T number)
    {
        if constexpr (std::is_signed_v<T>) {
            return writeSigned(number);
        } else {
            return writeUnsigned(number);
        }
    }
    JsonWriter& null();
    /// Writes a value that is already JSON.
    JsonWriter& raw(std::string_view json);
    template <class T>
    JsonWriter& value(const std::optional<T>& maybe)
    {
        return maybe ? value(*maybe) : null();
    }
    /// key(name).value(item)
    template <class T>
    JsonWriter& member(std::string_view name, const T& item)
    {
        return key(name).value(item);
    }

private:
    JsonWriter& writeSigned(std::int64_t number);
    JsonWriter& writeUnsigned(std::uint64_t number);
    void separate();

    std::string& m_out;
    bool m_needsComma = false;
};

}  // namespace quaywatch
