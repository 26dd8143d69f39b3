// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/baseline_text.h"

#include "core/baseline/parse_baseline.h"
#include "core/baseline/rpc_entry.h"
#include "core/message/message_list.h"
#include "core/text/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace quaywatch {
namespace {

using Failure = tl::unexpected<BaselineError>;

Failure failed(Message text)
{
    return Failure(BaselineError{0, 0, std::move(text)});
}

/// The text as a TOML string; empty if it is not UTF-8.
std::optional<std::string> tomlString(std::string_view text)
{
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint step = decodeUtf8(text, i);
        if (!step.character) {
            return std::nullopt;
        }
        const char32_t c = *step.character;
        if (c == U'"' || c == U'\\') {
            out += '\\';
            out += static_cast<char>(c);
        } else if (isPrintable(c)) {
            out += text.substr(i, step.size);
        } else {
            const auto code = static_cast<std::uint32_t>(c);
            out += code > 0xFFFF ? fmt::format("\\U{:08X}", code) : fmt::format("\\u{:04X}", code);
        }
        i += step.size;
    }
    return out + '"';
}

/// Collects the lines of an entry; remembers whether a text could not be written.
class EntryWriter {
public:
    void line(std::string_view key, std::string_view value)
    {
        m_text += fmt::format("{} = {}\n", key, value);
    }
    void text(std::string_view key, std::string_view value)
    {
        if (const std::optional<std::string> valid = tomlString(value)) {
            line(key, *valid);
        } else {
            m_unwritable = key;
        }
    }
    void part(std::string_view key, const ExpectedText& part, bool isNeeded)
    {
        if (part.isAny || isNeeded || !part.text.empty()) {
            text(key, part.isAny ? "any" : std::string_view(part.text));
        }
    }
    void programs(const BaselineEntry& entry)
    {
        if (entry.isAnyProgram || entry.programs.size() < 2) {
            const bool isNone = entry.programs.empty();
            text("program", entry.isAnyProgram ? "any" : isNone ? "" : entry.programs.front());
        } else {
            list("program", entry.programs);
        }
    }
    void users(const BaselineEntry& entry)
    {
        if (entry.user.isAny || entry.otherUsers.empty()) {
            part("user", entry.user, /*isNeeded=*/true);
            return;
        }
        std::vector<std::string> users{entry.user.text};
        users.insert(users.end(), entry.otherUsers.begin(), entry.otherUsers.end());
        list("user", users);
    }

    [[nodiscard]] Result<std::string> result() &&
    {
        if (!m_unwritable.empty()) {
            return failure(ErrorCode::Malformed, Message(MessageId::NotUtf8, m_unwritable));
        }
        return std::move(m_text);
    }

private:
    void list(std::string_view key, const std::vector<std::string>& values)
    {
        std::string joined;
        for (const std::string& value : values) {
            const std::optional<std::string> valid = tomlString(value);
            if (!valid) {
                m_unwritable = key;
                return;
            }
            joined += (joined.empty() ? "" : ", ") + *valid;
        }
        line(key, "[" + joined + "]");
    }

    std::string m_text = "[[expect]]\n";
    std::string_view m_unwritable;
};

std::string_view lineFeedOf(std::string_view text) noexcept
{
    return text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
}

/// The offset of the line; the size of the text if there is no such line.
std::size_t lineBegin(std::string_view text, std::uint32_t line) noexcept
{
    std::size_t begin = 0;
    for (std::uint32_t i = 1; i < line; ++i) {
        const std::size_t end = text.find('\n', begin);
        if (end == std::string_view::npos) {
            return text.size();
        }
        begin = end + 1;
    }
    return begin;
}

/// Removes a line feed, and the carriage return before it, from the end.
/// @return Whether there was a line feed.
bool dropLineFeed(std::string_view& text) noexcept
{
    if (!text.ends_with('\n')) {
        return false;
    }
    text.remove_suffix(text.ends_with("\r\n") ? 2 : 1);
    return true;
}

bool meansTheSame(const std::vector<BaselineEntry>& a, const std::vector<BaselineEntry>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const BaselineEntry& x, const BaselineEntry& y) { return x.means(y); });
}

/// Checks the result of an edit: since edits work on lines alone, the new text is parsed again and
/// compared with the intended entries before it is used.
tl::expected<std::string, BaselineError> verified(std::string text,
                                                  const std::vector<BaselineEntry>& wanted)
{
    const tl::expected<Baseline, BaselineError> parsed = parseBaseline(text);
    if (!parsed) {
        return failed(Message(MessageId::ChangeNotValid, parsed.error().text));
    }
    if (!meansTheSame(parsed->entries(), wanted)) {
        return failed(Message(MessageId::ChangeNotWritable));
    }
    return text;
}

}  // namespace

std::string untilText(BaselineEntry::Time until)
{
    using namespace std::chrono;
    const auto dayEnd = floor<days>(until);
    const bool isMidnight = dayEnd == until;
    const sys_days day = isMidnight ? dayEnd - days(1) : dayEnd;
    const year_month_day date(day);
    std::string text =
        fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                    static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    if (!isMidnight) {
        const hh_mm_ss clock(floor<seconds>(until - day));
        text += fmt::format("T{:02}:{:02}:{:02}Z", clock.hours().count(), clock.minutes().count(),
                            clock.seconds().count());
    }
    return text;
}

std::string addressText(const ExpectedAddress& address)
{
    switch (address.scope) {
        case ExpectedAddress::Scope::Any:
            return "any";
        case ExpectedAddress::Scope::Loopback:
            return "loopback";
        case ExpectedAddress::Scope::Network:
            break;
    }
    const IpNetwork& network = address.network;
    return network.prefixLength == network.address.bytes().size() * 8
               ? network.address.toString()
               : fmt::format("{}/{}", network.address.toString(), network.prefixLength);
}

Result<std::string> entryText(const BaselineEntry& entry)
{
    EntryWriter out;
    const auto [first, last] = entry.ports;
    if (entry.rpcProgram) {
        out.text("rpc", rpcText(*entry.rpcProgram));
    } else {
        out.line("port",
                 first == last ? std::to_string(first) : fmt::format("\"{}-{}\"", first, last));
    }
    out.text("protocol", entry.protocol ? token(*entry.protocol) : "any");
    out.text("address", addressText(entry.address));
    out.programs(entry);
    out.users(entry);
    out.part("unit", entry.unit, /*isNeeded=*/false);
    if (entry.unitManager) {
        out.text("unit-manager", token(*entry.unitManager));
    }
    out.part("container", entry.container, /*isNeeded=*/false);
    if (entry.until) {
        out.line("until", untilText(*entry.until));
    }
    if (entry.isRequired) {
        out.line("required", "true");
    }
    if (entry.isFixed) {
        out.line("fixed", "true");
    }
    if (!entry.note.empty()) {
        out.text("note", entry.note);
    }
    return std::move(out).result();
}

tl::expected<std::string, BaselineError> withEntry(std::string_view text,
                                                   const BaselineEntry& entry)
{
    const tl::expected<Baseline, BaselineError> before = parseBaseline(text);
    if (!before) {
        return Failure(before.error());
    }
    const Result<std::string> lines = entryText(entry);
    if (!lines) {
        return failed(lines.error().context);
    }
    // Exactly one blank line is put before the entry, so that withoutEntry() can remove it again.
    const std::string_view lineFeed = lineFeedOf(text);
    const bool isOpenEnded = !text.empty() && !text.ends_with('\n');
    std::string result(text);
    result += isOpenEnded ? lineFeed : "";
    result += lineFeed;
    for (const char c : *lines) {
        if (c == '\n') {
            result += lineFeed;
        } else {
            result += c;
        }
    }
    if (isOpenEnded) {
        result.resize(result.size() - lineFeed.size());
    }
    std::vector<BaselineEntry> wanted = before->entries();
    wanted.push_back(entry);
    return verified(std::move(result), wanted);
}

tl::expected<std::string, BaselineError> withoutEntry(std::string_view text, std::uint32_t line)
{
    const tl::expected<Baseline, BaselineError> before = parseBaseline(text);
    if (!before) {
        return Failure(before.error());
    }
    std::vector<BaselineEntry> wanted = before->entries();
    const auto entry =
        std::find_if(wanted.begin(), wanted.end(),
                     [line](const BaselineEntry& candidate) { return candidate.line == line; });
    if (entry == wanted.end()) {
        return failed(Message(MessageId::NoEntryAtLine, line));
    }
    std::string_view head = text.substr(0, lineBegin(text, entry->line));
    const std::string_view tail = text.substr(lineBegin(text, entry->lastLine + 1));
    const bool isOpenEnded = tail.empty() && !text.ends_with('\n');
    std::string_view shorter = head;
    if (dropLineFeed(shorter) && (shorter.empty() || shorter.ends_with('\n'))) {
        head = shorter;
    }
    if (isOpenEnded) {
        dropLineFeed(head);
    }
    wanted.erase(entry);
    return verified(std::string(head) + std::string(tail), wanted);
}

std::string emptyBaselineText()
{
    return R"(# What may listen on this machine. Quaywatch and `quaywatch-cli check` use this file;
# `man quaywatch-cli` describes the entries. Comments and order are kept when the
# programs change it.
schema = 1
)";
}

}  // namespace quaywatch
