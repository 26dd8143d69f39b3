// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/alert_states.h"

#include "core/watch/service_key.h"
#include "core/watch/watch_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

namespace quaywatch {
namespace {

using Time = AlertState::Time;

constexpr std::string_view kName = "quaywatch-alerts ";
constexpr std::string_view kHeader = "quaywatch-alerts 1";
constexpr std::string_view kRead = "acknowledged";
constexpr std::string_view kUnread = "unread";
constexpr std::int64_t kYear2200 = 7'258'118'400'000;

/// Escapes a key: it contains paths, which can contain any byte, so bytes that could end a field or
/// a line are written as %XX.
std::string escaped(std::string_view key)
{
    std::string text;
    for (const char c : key) {
        if (c > ' ' && c <= '~' && c != '%') {
            text += c;
        } else {
            fmt::format_to(std::back_inserter(text), "%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return text;
}

std::optional<std::string> unescaped(std::string_view text)
{
    std::string key;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            key += text[i];
            continue;
        }
        const std::string_view digits = text.substr(i + 1, 2);
        unsigned byte = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
        if (digits.size() != 2 || error != std::errc() || end != digits.data() + 2) {
            return std::nullopt;
        }
        key += static_cast<char>(byte);
        i += 2;
    }
    return key;
}

std::optional<Severity> parseSeverity(std::string_view text)
{
    for (const Severity each : {Severity::Info, Severity::Low, Severity::Medium, Severity::High}) {
        if (token(each) == text) {
            return each;
        }
    }
    return std::nullopt;
}

std::optional<Time> parseTime(std::string_view text)
{
    std::int64_t milliseconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), milliseconds);
    if (error != std::errc() || end != text.data() + text.size() || milliseconds < 0 ||
        milliseconds > kYear2200) {
        return std::nullopt;
    }
    return Time(std::chrono::milliseconds(milliseconds));
}

/// The five fields of a line; empty if there are more or less.
std::optional<std::array<std::string_view, 5>> fieldsOf(std::string_view line)
{
    std::array<std::string_view, 5> fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::size_t end = line.find('\t');
        if ((end == std::string_view::npos) != (i + 1 == fields.size())) {
            return std::nullopt;
        }
        fields.at(i) = line.substr(0, end);
        line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    }
    return fields;
}

std::optional<std::pair<std::pair<WatchRule, std::string>, AlertState>> parseLine(
    std::string_view line)
{
    const auto fields = fieldsOf(line);
    if (!fields) {
        return std::nullopt;
    }
    const auto rule = parseWatchRule((*fields)[0]);
    const auto severity = parseSeverity((*fields)[1]);
    const auto firstSeen = parseTime((*fields)[2]);
    const bool isRead = (*fields)[3] == kRead;
    const auto key = unescaped((*fields)[4]);
    if (!rule || !severity || !firstSeen || (!isRead && (*fields)[3] != kUnread) || !key ||
        key->empty() || key->size() > AlertStates::kLongestKey) {
        return std::nullopt;
    }
    AlertState record;
    record.severity = *severity;
    record.firstSeen = *firstSeen;
    record.isAcknowledged = isRead;
    record.isFromBefore = true;
    return std::pair{std::pair{*rule, *key}, record};
}

/// Whether an alert of the rule can be about the row.
bool isOfKind(WatchRule rule, const SocketRecord& row)
{
    switch (rule) {
        case WatchRule::UnassignedPeer:
        case WatchRule::Probe:
            return !row.isListener() && row.assessment.verdict == Verdict::Unexpected;
        case WatchRule::CloseWaitPileUp:
            return row.state == SocketState::CloseWait;
        default:
            return row.isListener();
    }
}

/// Adds the keys that alerts of the rules about the row would have.
void addKeysOf(const SocketRecord& row, const std::set<WatchRule>& rules,
               std::set<std::pair<WatchRule, std::string>>& keys)
{
    for (const WatchRule rule : rules) {
        if (isOfKind(rule, row)) {
            keys.insert({rule, alertKeyOf(rule, row)});
        }
    }
}

}  // namespace

bool AlertStates::isOfLaterVersion(std::string_view text) noexcept
{
    const std::string_view line = text.substr(0, text.find('\n'));
    return line.starts_with(kName) && line != kHeader;
}

std::size_t AlertStates::read(std::string_view text)
{
    std::size_t leftOut = 0;
    bool isHeader = true;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (std::exchange(isHeader, false)) {
            if (line != kHeader) {
                return 1;  // A file of another program, or damaged from the first byte on.
            }
            continue;
        }
        auto parsed = parseLine(line);
        if (parsed && m_records.size() < kMaximum) {
            m_records.insert_or_assign(std::move(parsed->first), parsed->second);
        } else {
            ++leftOut;
        }
    }
    return leftOut;
}

std::string AlertStates::text() const
{
    std::string text = std::string(kHeader) + "\n";
    for (const auto& [key, record] : m_records) {
        if (record.goneSince) {
            continue;
        }
        const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(
            record.firstSeen.time_since_epoch());
        const std::string line = fmt::format(
            "{}\t{}\t{}\t{}\t{}\n", token(key.first), token(record.severity), since.count(),
            record.isAcknowledged ? kRead : kUnread, escaped(key.second));
        if (text.size() + line.size() > kMaxBytes) {
            break;
        }
        text += line;
    }
    return text;
}

const AlertState* AlertStates::before(const Alert& alert) const
{
    if (!alert.key) {
        return nullptr;
    }
    const auto found = m_records.find({alert.rule, *alert.key});
    const bool isKnown = found != m_records.end() && found->second.isFromBefore &&
                         !found->second.goneSince && alert.severity <= found->second.severity &&
                         found->second.firstSeen <= alert.at;
    return isKnown ? &found->second : nullptr;
}

void AlertStates::note(const Alert& alert, const AlertState& record)
{
    if (!alert.key || alert.key->empty() || alert.key->size() > kLongestKey) {
        return;
    }
    const Key key{alert.rule, *alert.key};
    if (!m_records.contains(key)) {
        makeRoom();
    }
    const auto [known, isNew] = m_records.try_emplace(key, record);
    AlertState& kept = known->second;
    const Time firstSeen = std::min(kept.firstSeen, record.firstSeen);
    kept = record;
    kept.firstSeen = firstSeen;
    kept.severity = alert.severity;
    kept.isFromBefore = false;
    kept.goneSince.reset();
}

void AlertStates::acknowledge(std::uint64_t entry)
{
    for (auto& [key, record] : m_records) {
        record.isAcknowledged = record.isAcknowledged || (entry != 0 && record.entry == entry);
    }
}

bool AlertStates::follow(const SnapshotUpdate& update)
{
    if (m_records.empty()) {
        return false;
    }
    const bool isLess = findGone(update);
    return forgetLongGone(update.after->takenAt) || isLess;
}

/// The rules for which there are records. Only rows that these rules can be about are checked, so
/// that a burst of connections costs nothing if no record is about one.
std::set<WatchRule> AlertStates::rules() const
{
    std::set<WatchRule> rules;
    for (const auto& [key, record] : m_records) {
        rules.insert(key.first);
    }
    return rules;
}

/// The keys of the records whose subjects the removed and added rows may have ended or restored.
std::set<AlertStates::Key> AlertStates::touchedBy(const SnapshotUpdate& update) const
{
    const std::set<WatchRule> rules = this->rules();
    std::set<Key> touched;
    const auto touch = [&](const Snapshot& snapshot, const std::vector<RowRun>& runs) {
        forEachRow(snapshot, runs,
                   [&](const SocketRecord& row) { addKeysOf(row, rules, touched); });
    };
    touch(*update.before, update.steps.removed);
    touch(*update.after, update.steps.added);
    std::erase_if(touched, [this](const Key& key) { return !m_records.contains(key); });
    return touched;
}

std::set<AlertStates::Key> AlertStates::standingIn(const Snapshot& snapshot) const
{
    const std::set<WatchRule> rules = this->rules();
    std::set<Key> standing;
    for (const SocketRecord& row : snapshot.sockets) {
        addKeysOf(row, rules, standing);
    }
    return standing;
}

bool AlertStates::findGone(const SnapshotUpdate& update)
{
    if (update.isFirst) {
        return forgetAbsent(*update.after);
    }
    const std::set<Key> touched = touchedBy(update);
    if (touched.empty()) {
        return false;
    }
    const std::set<Key> standing = standingIn(*update.after);
    bool isOther = false;
    for (const Key& key : touched) {
        AlertState& record = m_records.at(key);
        const bool isStanding = standing.contains(key);
        if (isStanding == record.goneSince.has_value()) {
            record.goneSince = isStanding ? std::nullopt : std::optional(update.after->takenAt);
            isOther = true;
        }
    }
    return isOther;
}

bool AlertStates::forgetAbsent(const Snapshot& snapshot)
{
    // Sockets that could not be listed may still exist.
    const bool isWhole = std::none_of(snapshot.gaps.begin(), snapshot.gaps.end(),
                                      [](const Gap& gap) { return gap.kind == Gap::Kind::Table; });
    if (!isWhole) {
        return false;
    }
    const std::set<Key> standing = standingIn(snapshot);
    return std::erase_if(m_records,
                         [&](const auto& each) { return !standing.contains(each.first); }) > 0;
}

bool AlertStates::forgetLongGone(Time now)
{
    const auto forgotten = std::erase_if(m_records, [now](const auto& each) {
        const auto& since = each.second.goneSince;
        return since && (now < *since || now - *since > WatchRules{}.forgetAfter);
    });
    return forgotten > 0;
}

void AlertStates::makeRoom()
{
    if (m_records.size() < kMaximum) {
        return;
    }
    const auto oldest =
        std::min_element(m_records.begin(), m_records.end(), [](const auto& a, const auto& b) {
            return std::pair(a.second.isAcknowledged, a.second.firstSeen) <
                   std::pair(b.second.isAcknowledged, b.second.firstSeen);
        });
    m_records.erase(oldest);
}

}  // namespace quaywatch
