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

/// Writes JSON into a string, in order, without a tree: 90,000 sockets are written in the time a
/// document library takes to allocate a tenth of them. Text that is not UTF-8 is written with
/// U+FFFD for what cannot be decoded, so the result is always valid (RFC 8259). Characters that
/// are not showable (controls, bidi, zero width: see isPrintable()) become \uNNNN, so that the
/// result may go to a terminal; a parser gives them back.
///
/// The caller keeps the nesting right; commas are set by the writer.
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
    /// Names the next value. `name` must need no escape.
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
    /// A value that is JSON already.
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
