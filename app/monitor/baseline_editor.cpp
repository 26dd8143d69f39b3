// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/baseline_editor.h"

#include "core/baseline/baseline_file.h"
#include "core/baseline/baseline_reloader.h"
#include "core/baseline/fixed_ports.h"
#include "core/baseline/parse_baseline.h"

#include <QMetaObject>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <utility>

namespace quaywatch {
namespace {

using Edited = tl::expected<std::string, BaselineError>;

/// Returns the entry of the text that has the same meaning; null if there is none.
const BaselineEntry* sameIn(const Baseline& baseline, const BaselineEntry& wanted)
{
    const auto& entries = baseline.entries();
    const auto found =
        std::find_if(entries.begin(), entries.end(),
                     [&wanted](const BaselineEntry& entry) { return entry.means(wanted); });
    return found == entries.end() ? nullptr : &*found;
}

Edited added(std::string_view text, const BaselineEntry& entry)
{
    const auto before = parseBaseline(text);
    if (before && sameIn(*before, entry) != nullptr) {
        return std::string(text);  // Another program has already made this change.
    }
    return withEntry(text, entry);
}

Edited removed(std::string_view text, const BaselineEntry& entry)
{
    const auto before = parseBaseline(text);
    if (!before) {
        return tl::unexpected<BaselineError>(before.error());
    }
    const BaselineEntry* const same = sameIn(*before, entry);
    return same == nullptr ? Edited(std::string(text)) : withoutEntry(text, same->line);
}

/// Applies an edit for one entry after the other; the first problem ends it.
Edited editedBy(Edited (*edit)(std::string_view, const BaselineEntry&), std::string_view text,
                const std::vector<BaselineEntry>& entries)
{
    Edited edited{std::string(text)};
    for (const BaselineEntry& entry : entries) {
        edited = edit(*edited, entry);
        if (!edited) {
            break;
        }
    }
    return edited;
}

/// Finds an entry of the system that expects one of the listeners; a user cannot remove it.
Result<void> checkNotOfSystem(const BaselinePtr& system, const std::vector<SocketRecord>& listeners)
{
    const auto now = std::chrono::system_clock::now();
    for (const SocketRecord& listener : listeners) {
        const Baseline::Answer answer = system ? system->ask(listener, now) : Baseline::Answer{};
        if (answer.kind == Baseline::Answer::Kind::Expected) {
            return failure(ErrorCode::PermissionDenied, systemEntryText(*answer.entry));
        }
    }
    return {};
}

/// @param system  The baseline of the system's files; may be null.
ExpectedBy expecting(const Baseline& baseline, const BaselinePtr& system,
                     const std::vector<SocketRecord>& listeners)
{
    using Kind = Baseline::Answer::Kind;
    ExpectedBy by;
    const auto now = std::chrono::system_clock::now();
    for (const SocketRecord& listener : listeners) {
        const Baseline::Answer answer = baseline.ask(listener, now);
        if (answer.kind != Kind::Expected) {
            const bool isOfSystem = system && system->ask(listener, now).kind == Kind::Expected;
            ++(isOfSystem ? by.ofSystem : by.unmatched);
            continue;
        }
        const std::uint32_t line = answer.entry->line;
        const auto place = std::lower_bound(
            by.entries.begin(), by.entries.end(), line,
            [](const BaselineEntry& entry, std::uint32_t wanted) { return entry.line < wanted; });
        if (place == by.entries.end() || place->line != line) {
            by.entries.insert(place, *answer.entry);
        }
    }
    return by;
}

}  // namespace

BaselineEditor::BaselineEditor(std::string path, QObject* parent, std::string systemFolder)
    : QObject(parent)
    , m_path(std::move(path))
    , m_systemFolder(std::move(systemFolder))
{
}

std::uint64_t BaselineEditor::add(const BaselineEntry& entry)
{
    return addAll({entry});
}

std::uint64_t BaselineEditor::addAll(const std::vector<BaselineEntry>& entries)
{
    return change([entries, folder = m_systemFolder](const std::string& path) {
        return checkNotFixed(loadSystemBaselines(folder), entries).and_then([&] {
            return editBaseline(
                path, [&entries](std::string_view text) { return editedBy(added, text, entries); });
        });
    });
}

std::uint64_t BaselineEditor::remove(const BaselineEntry& entry)
{
    return removeAll({entry});
}

/// From the last to the first, so that a text to which they were added becomes what it was.
std::uint64_t BaselineEditor::removeAll(const std::vector<BaselineEntry>& entries)
{
    return change([backwards = std::vector<BaselineEntry>(entries.rbegin(), entries.rend())](
                      const std::string& path) {
        return editBaseline(path, [&backwards](std::string_view text) {
            return editedBy(removed, text, backwards);
        });
    });
}

std::uint64_t BaselineEditor::findExpecting(const std::vector<SocketRecord>& listeners)
{
    const std::uint64_t number = ++m_requests;
    m_thread.start([this, number, path = m_path, folder = m_systemFolder, listeners] {
        const BaselinePtr system = loadSystemBaselines(folder);
        Result<Baseline> own = loadBaseline(path);
        if (!own && own.error().code == ErrorCode::NotFound && !path.empty()) {
            own = Baseline();  // Without a file there is no entry.
        }
        Result<ExpectedBy> by = own.map([&, number](const Baseline& baseline) {
            ExpectedBy found = expecting(baseline, system, listeners);
            found.request = number;
            return found;
        });
        if (!by || by->entries.empty()) {
            if (Result<void> free = checkNotOfSystem(system, listeners); !free) {
                by = tl::unexpected<Error>(std::move(free.error()));
            }
        }
        QMetaObject::invokeMethod(
            this, [this, number, by] { by ? emit found(*by) : emit refused(by.error(), number); },
            Qt::QueuedConnection);
    });
    return number;
}

std::uint64_t BaselineEditor::change(std::function<Result<void>(const std::string& path)> job)
{
    const std::uint64_t number = ++m_requests;
    m_thread.start([this, number, path = m_path, job = std::move(job)] {
        const Result<void> done =
            path.empty() ? failure(ErrorCode::NotFound, "this user's expected.toml") : job(path);
        QMetaObject::invokeMethod(
            this,
            [this, number, done] {
                done ? emit changed(number) : emit refused(done.error(), number);
            },
            Qt::QueuedConnection);
    });
    return number;
}

}  // namespace quaywatch
