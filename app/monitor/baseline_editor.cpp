// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/baseline_editor.h"

#include "core/baseline/baseline_file.h"
#include "core/baseline/parse_baseline.h"

#include <QMetaObject>

#include <algorithm>
#include <chrono>
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

Result<ExpectedBy> expecting(const std::string& path, const SocketRecord& listener)
{
    return loadBaseline(path).map([&listener](const Baseline& baseline) {
        const Baseline::Answer answer = baseline.ask(listener, std::chrono::system_clock::now());
        const bool isExpected = answer.kind == Baseline::Answer::Kind::Expected;
        return ExpectedBy{isExpected ? std::optional(*answer.entry) : std::nullopt};
    });
}

}  // namespace

BaselineEditor::BaselineEditor(std::string path, QObject* parent)
    : QObject(parent)
    , m_path(std::move(path))
{
}

void BaselineEditor::add(const BaselineEntry& entry)
{
    change([entry](const std::string& path) {
        return editBaseline(path, [&entry](std::string_view text) { return added(text, entry); });
    });
}

void BaselineEditor::remove(const BaselineEntry& entry)
{
    change([entry](const std::string& path) {
        return editBaseline(path, [&entry](std::string_view text) { return removed(text, entry); });
    });
}

void BaselineEditor::findExpecting(const SocketRecord& listener)
{
    m_thread.start([this, path = m_path, listener] {
        const Result<ExpectedBy> by = expecting(path, listener);
        QMetaObject::invokeMethod(
            this, [this, by] { by ? emit found(*by) : emit refused(by.error()); },
            Qt::QueuedConnection);
    });
}

void BaselineEditor::change(std::function<Result<void>(const std::string& path)> job)
{
    m_thread.start([this, path = m_path, job = std::move(job)] {
        const Result<void> done =
            path.empty() ? failure(ErrorCode::NotFound, "this user's expected.toml") : job(path);
        QMetaObject::invokeMethod(
            this, [this, done] { done ? emit changed() : emit refused(done.error()); },
            Qt::QueuedConnection);
    });
}

}  // namespace quaywatch
