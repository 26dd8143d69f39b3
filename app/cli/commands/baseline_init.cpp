// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/baseline_access.h"
#include "app/cli/commands/baseline_actions.h"
#include "core/base/text_file.h"
#include "core/baseline/baseline_draft.h"
#include "core/baseline/baseline_file.h"
#include "core/baseline/fixed_ports.h"
#include "core/text/json_writer.h"

#include <fmt/format.h>

#include <cstddef>
#include <vector>

namespace quaywatch::cli {
namespace {

/// Removes the listeners whose ports the system's files fix, since entries of a user have no effect
/// there.
/// @return How many these were.
std::size_t leaveOutFixed(const Context& context, std::vector<SocketRecord>& sockets)
{
    const BaselinePtr system = loadSystemBaselines(context.machine.systemBaselineFolder);
    if (!system) {
        return 0;
    }
    return std::erase_if(sockets, [&](const SocketRecord& socket) {
        return socket.isListener() &&
               (system->fixedEntryAbout(socket) != nullptr ||
                fixedEntryFor(*system, entryFor(socket, context.machine.activatedPrograms)) !=
                    nullptr);
    });
}

void writeJson(const Context& context, const BaselineWords& words, const BaselineDraft& draft,
               std::size_t fixedCount)
{
    JsonWriter json(context.out.text());
    json.beginObject().member("schema", 1).member("baseline", std::string_view(words.path));
    json.member("changed", !words.isDryRun).member("entries", draft.entryCount);
    json.member("unexpected", draft.unexpectedCount).member("hidden", draft.hiddenCount);
    json.member("left_out", draft.passingCount).member("unwritable", draft.unwritableCount);
    json.member("never_fits", draft.neverFittingCount).member("fixed", fixedCount);
    json.endObject();
    context.out.text() += '\n';
}

void reportDoubts(const Context& context, const BaselineDraft& draft, std::size_t fixedCount)
{
    if (fixedCount > 0) {
        context.reportError(
            fixedCount == 1
                ? "1 listener is left out: the system's files fix its port"
                : fmt::format("{} listeners are left out: the system's files fix their ports",
                              fixedCount));
    }
    if (draft.unexpectedCount > 0) {
        context.reportError(
            fmt::format("{} of them {} unexpected; search the file for \"unexpected\" and remove "
                        "what should not listen",
                        draft.unexpectedCount, draft.unexpectedCount == 1 ? "is" : "are"));
    }
    if (draft.hiddenCount > 0) {
        const bool isOne = draft.hiddenCount == 1;
        const bool isRoot = context.machine.currentUser().uid == 0;
        context.reportError(
            (isOne ? "1 belongs to a hidden program; it is expected only while that is hidden"
                   : fmt::format("{} belong to hidden programs; they are expected only while these "
                                 "are hidden",
                                 draft.hiddenCount)) +
            (isRoot  ? ""
             : isOne ? ". Run it as root to name it"
                     : ". Run it as root to name them"));
    }
    if (draft.neverFittingCount > 0) {
        const bool isOne = draft.neverFittingCount == 1;
        context.reportError(fmt::format(
            "{} left out: no entry can name {}; search the file for \"never fits\"",
            isOne ? "1 listener is" : fmt::format("{} listeners are", draft.neverFittingCount),
            isOne ? "its program" : "their programs"));
    }
    if (draft.unwritableCount > 0) {
        context.reportError(
            fmt::format("{} cannot be written: {} not valid UTF-8", draft.unwritableCount,
                        draft.unwritableCount == 1 ? "its name is" : "their names are"));
    }
}

}  // namespace

ExitCode initBaseline(const Context& context, const BaselineWords& words)
{
    const Result<FileStamp> there = stampOf(words.path);
    if (there && !words.isForce && !words.isDryRun) {
        return context.fail(ExitCode::Usage, words.path + " already exists; --force replaces it");
    }
    const Result<SnapshotPtr> snapshot = context.takeSnapshot(ReadScope::Listeners, nullptr);
    if (!snapshot) {
        return context.fail(snapshot.error());
    }
    if (const Gap* const gap = incompleteTable(**snapshot)) {
        return context.fail(ExitCode::Failed,
                            "the listeners could not be read completely: " + gap->why.english());
    }
    Snapshot drafted = **snapshot;
    const std::size_t fixedCount = words.named ? 0 : leaveOutFixed(context, drafted.sockets);
    const BaselineDraft draft =
        draftBaseline(drafted, ephemeralPorts(context), context.machine.activatedPrograms);
    if (words.isDryRun && !words.isJson) {
        context.out.text() += draft.text;
    } else if (!words.isDryRun) {
        if (const Result<void> written = replaceTextFile(words.path, draft.text); !written) {
            return context.fail(written.error());
        }
    }
    if (words.isJson) {
        writeJson(context, words, draft, fixedCount);
        return ExitCode::Done;
    }
    if (!words.isDryRun) {
        context.out.line(fmt::format("{} {} in {}", draft.entryCount,
                                     draft.entryCount == 1 ? "entry" : "entries", words.path));
    }
    context.out.flush();
    reportDoubts(context, draft, fixedCount);
    return ExitCode::Done;
}

}  // namespace quaywatch::cli
