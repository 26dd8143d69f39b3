// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/baseline_values.h"

#include "core/baseline/rpc_entry.h"
#include "core/message/message_list.h"
#include "core/text/text_scan.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace quaywatch {
namespace {

using Wrong = std::optional<Message>;

constexpr std::string_view kAny = "any";
constexpr std::size_t kLongestText = 4096;
constexpr std::uint16_t kFirstYear = 1970;
constexpr std::uint16_t kLastYear = 2199;

/// The edit distance: letters to insert, remove or replace to turn one text into the other.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

std::optional<Port> portOf(std::string_view digits)
{
    const auto port = parseUnsigned<Port>(digits);
    return port != Port{0} ? port : std::nullopt;
}

Wrong setPorts(BaselineEntry& entry, std::string_view text)
{
    const std::size_t dash = text.find('-');
    const std::optional<Port> first = portOf(text.substr(0, dash));
    const std::optional<Port> last =
        dash == std::string_view::npos ? first : portOf(text.substr(dash + 1));
    if (!first || !last || *first > *last) {
        return Message(MessageId::InvalidPort);
    }
    entry.ports = {*first, *last};
    return std::nullopt;
}

Wrong setProtocol(BaselineEntry& entry, std::string_view text)
{
    if (text == kAny) {
        entry.protocol.reset();
        return std::nullopt;
    }
    entry.protocol = parseProtocol(text);
    if (entry.protocol != Protocol::Tcp && entry.protocol != Protocol::Udp) {
        return Message(MessageId::InvalidProtocol);
    }
    return std::nullopt;
}

Wrong setAddress(BaselineEntry& entry, std::string_view text)
{
    using Scope = ExpectedAddress::Scope;
    if (text == kAny || text == "loopback") {
        entry.address = {text == kAny ? Scope::Any : Scope::Loopback, {}};
        return std::nullopt;
    }
    const Result<IpNetwork> network = IpNetwork::parse(text);
    if (!network) {
        return Message(MessageId::InvalidAddress);
    }
    // Listeners are compared in their IPv4 form, as by the filter addr:.
    entry.address = {Scope::Network, network->unmapped()};
    return std::nullopt;
}

Wrong addProgram(BaselineEntry& entry, std::string_view text)
{
    if (text == kAny) {
        entry.isAnyProgram = true;
        return std::nullopt;
    }
    const bool isPath = text.starts_with('/') || (text.size() > 2 && text.substr(1, 2) == ":\\");
    if (!text.empty() && !isPath) {
        return Message(MessageId::InvalidProgram);
    }
    entry.programs.emplace_back(text);
    return std::nullopt;
}

void setExpected(ExpectedText& part, std::string_view text)
{
    part.isAny = text == kAny;
    part.text = part.isAny ? std::string() : std::string(text);
}

Wrong setUnit(BaselineEntry& entry, std::string_view text)
{
    if (text != kAny && !text.empty() && text.find('.') == std::string_view::npos) {
        return Message(MessageId::InvalidUnit);
    }
    setExpected(entry.unit, text);
    return std::nullopt;
}

Wrong setUnitManager(BaselineEntry& entry, std::string_view text)
{
    for (const UnitManager manager : {UnitManager::System, UnitManager::User}) {
        if (text == token(manager)) {
            entry.unitManager = manager;
            return std::nullopt;
        }
    }
    return Message(MessageId::InvalidUnitManager);
}

}  // namespace

bool isEntryKey(std::string_view key) noexcept
{
    return std::find(kEntryKeys.begin(), kEntryKeys.end(), key) != kEntryKeys.end();
}

Message unknownKeyText(std::string_view key, std::span<const std::string_view> known)
{
    constexpr std::size_t kLongest = 40;
    const std::string_view start = key.substr(0, kLongest);
    const auto farness = [start](std::string_view candidate) {
        return start.size() > 2 && candidate.starts_with(start) ? 0 : distance(start, candidate);
    };
    const auto closest = std::min_element(
        known.begin(), known.end(),
        [&farness](std::string_view a, std::string_view b) { return farness(a) < farness(b); });
    return farness(*closest) <= 2 ? Message(MessageId::MisspeltKey, start, *closest)
                                  : Message(MessageId::UnknownKey, start);
}

Message missingKeyText(std::string_view key)
{
    if (key == "port") {
        return Message(MessageId::EntryWithoutPort);
    }
    return Message(MessageId::EntryWithoutKey, key, key);
}

Message wrongKindText(std::string_view key)
{
    if (key == "port") {
        return Message(MessageId::InvalidPort);
    }
    return key == kRpcKey ? Message(MessageId::InvalidRpc)
                          : Message(MessageId::NoTextInQuotes, key);
}

Wrong setPort(BaselineEntry& entry, std::int64_t port)
{
    if (port < 1 || port > 65535) {
        return wrongKindText("port");
    }
    entry.ports = {static_cast<Port>(port), static_cast<Port>(port)};
    return std::nullopt;
}

Wrong setRpc(BaselineEntry& entry, std::int64_t program)
{
    if (program < 1 || program > UINT32_MAX) {
        return wrongKindText(kRpcKey);
    }
    entry.rpcProgram = static_cast<std::uint32_t>(program);
    return std::nullopt;
}

Wrong rpcConflict(const BaselineEntry& entry, bool hasPort)
{
    if (!entry.rpcProgram) {
        return std::nullopt;
    }
    if (hasPort) {
        return Message(MessageId::PortAndRpc);
    }
    return entry.isAnyProgram && entry.user.isAny ? Wrong(Message(MessageId::RpcOfAnyone))
                                                  : std::nullopt;
}

Wrong setText(BaselineEntry& entry, std::string_view key, std::string_view text)
{
    if (text.size() > kLongestText) {
        return Message(MessageId::TextTooLong);
    }
    if (key == "port") {
        return setPorts(entry, text);
    }
    if (key == kRpcKey) {
        return setRpc(entry, parseRpcText(text).value_or(0));
    }
    if (key == "protocol") {
        return setProtocol(entry, text);
    }
    if (key == "address") {
        return setAddress(entry, text);
    }
    if (key == "program") {
        return addProgram(entry, text);
    }
    if (key == "unit") {
        return setUnit(entry, text);
    }
    if (key == "unit-manager") {
        return setUnitManager(entry, text);
    }
    if (key == "user") {
        setExpected(entry.user, text);
        entry.otherUsers.clear();
    } else if (key == "container") {
        setExpected(entry.container, text);
    } else {
        entry.note = text;
    }
    return std::nullopt;
}

Wrong addUser(BaselineEntry& entry, std::string_view text)
{
    if (text.size() > kLongestText) {
        return Message(MessageId::TextTooLong);
    }
    entry.otherUsers.emplace_back(text);
    return std::nullopt;
}

Wrong setUntil(BaselineEntry& entry, const Day& day, std::chrono::seconds sinceMidnight)
{
    // Outside these years the clock's count would overflow.
    if (day.year < kFirstYear || day.year > kLastYear) {
        return Message(MessageId::UntilOutOfRange, kFirstYear, kLastYear);
    }
    const std::chrono::year_month_day date =
        std::chrono::year(day.year) / std::chrono::month(day.month) / std::chrono::day(day.day);
    if (!date.ok()) {
        return Message(MessageId::UntilIsNoDate);
    }
    entry.until = BaselineEntry::Time(std::chrono::sys_days(date)) + sinceMidnight;
    return std::nullopt;
}

}  // namespace quaywatch
