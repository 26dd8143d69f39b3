// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/parse_baseline.h"

#include "core/baseline/baseline_values.h"
#include "core/baseline/toml_scan.h"
#include "core/message/message_list.h"

// Slow to compile: only this file includes it. The library reports an error by an exception; no
// exception leaves this file.
#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch {
namespace {

/// Converts the tree of a text to entries. Keeps the error with the first position in the text,
/// because the tree is sorted by name.
class Reader {
public:
    [[nodiscard]] const std::optional<BaselineError>& error() const noexcept { return m_error; }

    std::vector<BaselineEntry> read(const toml::table& root)
    {
        readSchema(root);
        std::vector<BaselineEntry> entries;
        for (auto&& [key, value] : root) {
            if (key.str() == "expect") {
                entries = readEntries(value);
            } else if (key.str() != "schema") {
                fail(key.source(), unknownKeyText(key.str(), kTopKeys));
            }
        }
        return entries;
    }

private:
    void fail(const toml::source_region& place, Message text)
    {
        failAt(place.begin.line, place.begin.column, std::move(text));
    }

    void failAt(std::uint32_t line, std::uint32_t column, Message text)
    {
        if (!m_error || std::pair(line, column) < std::pair(m_error->line, m_error->column)) {
            m_error = BaselineError{line, column, std::move(text)};
        }
    }

    void readSchema(const toml::table& root)
    {
        const toml::node* schema = root.get("schema");
        if (schema == nullptr) {
            failAt(1, 1, Message(MessageId::SchemaMissing));
        } else if (schema->value<std::int64_t>() != 1 || !schema->is_integer()) {
            fail(schema->source(), Message(MessageId::OtherSchema));
        }
    }

    std::vector<BaselineEntry> readEntries(const toml::node& value)
    {
        std::vector<BaselineEntry> entries;
        const toml::array* array = value.as_array();
        if (array == nullptr || array->empty()) {
            fail(value.source(), Message(MessageId::EntryOutsideTable));
            return entries;
        }
        if (array->size() > kMaxBaselineEntries) {
            fail((*array)[kMaxBaselineEntries].source(), Message(MessageId::TooManyEntries));
            return entries;
        }
        for (const toml::node& element : *array) {
            const toml::table* table = element.as_table();
            if (table == nullptr || table->is_inline()) {
                fail(element.source(), Message(MessageId::EntryOutsideTable));
                return entries;
            }
            entries.push_back(readEntry(*table));
        }
        return entries;
    }

    BaselineEntry readEntry(const toml::table& table)
    {
        BaselineEntry entry;
        entry.line = table.source().begin.line;
        entry.lastLine = entry.line;
        for (auto&& [key, value] : table) {
            entry.lastLine =
                std::max({entry.lastLine, key.source().end.line, value.source().end.line});
            if (std::optional<Message> wrong = readValue(entry, key.str(), value)) {
                const bool isKey = !isEntryKey(key.str());
                fail(isKey ? key.source() : value.source(), std::move(*wrong));
            }
        }
        const bool hasRpc = table.contains(kRpcKey);
        if (auto wrong = rpcConflict(entry, table.contains("port")); wrong && !m_error) {
            fail(table.get(kRpcKey)->source(), *std::move(wrong));
        }
        // A misspelt key is missing too; only the misspelling is reported.
        for (const std::string_view needed : kNeededKeys) {
            const bool isReplaced = hasRpc && needed == "port";
            if (!m_error && !isReplaced && !table.contains(needed)) {
                failAt(entry.line, 1, missingKeyText(needed));
            }
        }
        return entry;
    }

    /// @return The error, if there is one.
    static std::optional<Message> readValue(BaselineEntry& entry, std::string_view key,
                                            const toml::node& value)
    {
        if (key == "port" && value.is_integer()) {
            return setPort(entry, value.as_integer()->get());
        }
        if (key == kRpcKey && value.is_integer()) {
            return setRpc(entry, value.as_integer()->get());
        }
        if (key == "program" && value.is_array()) {
            return readPrograms(entry, *value.as_array());
        }
        if (key == "user" && value.is_array()) {
            return readUsers(entry, *value.as_array());
        }
        if (key == "until") {
            return readUntil(entry, value);
        }
        if (key == "required") {
            if (!value.is_boolean()) {
                return Message(MessageId::InvalidRequired);
            }
            entry.isRequired = value.as_boolean()->get();
            return std::nullopt;
        }
        if (key == "fixed") {
            if (!value.is_boolean()) {
                return Message(MessageId::InvalidFixed);
            }
            entry.isFixed = value.as_boolean()->get();
            return std::nullopt;
        }
        if (isEntryKey(key) && !value.is_string()) {
            return wrongKindText(key);
        }
        return isEntryKey(key) ? setText(entry, key, value.as_string()->get())
                               : unknownKeyText(key, kEntryKeys);
    }

    static std::optional<Message> readPrograms(BaselineEntry& entry, const toml::array& array)
    {
        if (array.empty()) {
            return Message(MessageId::NoProgramInList);
        }
        for (const toml::node& element : array) {
            if (!element.is_string()) {
                return wrongKindText("program");
            }
            if (element.as_string()->get() == "any") {
                return Message(MessageId::AnyProgramInList);
            }
            if (auto wrong = setText(entry, "program", element.as_string()->get())) {
                return wrong;
            }
        }
        return std::nullopt;
    }

    static std::optional<Message> readUsers(BaselineEntry& entry, const toml::array& array)
    {
        if (array.empty()) {
            return Message(MessageId::NoUserInList);
        }
        bool isFirst = true;
        for (const toml::node& element : array) {
            if (!element.is_string()) {
                return wrongKindText("user");
            }
            const std::string& user = element.as_string()->get();
            if (user == "any") {
                return Message(MessageId::AnyUserInList);
            }
            if (auto wrong = isFirst ? setText(entry, "user", user) : addUser(entry, user)) {
                return wrong;
            }
            isFirst = false;
        }
        return std::nullopt;
    }

    static std::optional<Message> readUntil(BaselineEntry& entry, const toml::node& value)
    {
        if (const auto* date = value.as_date()) {
            const toml::date day = date->get();
            return setUntil(entry, {day.year, day.month, day.day}, std::chrono::hours(24));
        }
        const auto* dateTime = value.as_date_time();
        if (dateTime == nullptr || !dateTime->get().offset) {
            return Message(MessageId::InvalidUntil);
        }
        const toml::date_time& at = dateTime->get();
        const auto sinceMidnight = std::chrono::hours(at.time.hour) +
                                   std::chrono::minutes(at.time.minute - at.offset->minutes) +
                                   std::chrono::seconds(at.time.second);
        return setUntil(entry, {at.date.year, at.date.month, at.date.day}, sinceMidnight);
    }

    std::optional<BaselineError> m_error;
};

}  // namespace

tl::expected<Baseline, BaselineError> parseBaseline(std::string_view text, std::string_view name)
{
    if (std::optional<BaselineError> unreadable = findUnsafeSyntax(text)) {
        return tl::unexpected<BaselineError>(*std::move(unreadable));
    }
    toml::table root;
    try {
        root = toml::parse(text);
    } catch (const toml::parse_error& error) {
        return tl::unexpected<BaselineError>({error.source().begin.line,
                                              error.source().begin.column,
                                              std::string(error.description())});
    }
    Reader reader;
    std::vector<BaselineEntry> entries = reader.read(root);
    if (reader.error()) {
        return tl::unexpected<BaselineError>(*reader.error());
    }
    return Baseline(std::move(entries), std::string(name));
}

}  // namespace quaywatch
