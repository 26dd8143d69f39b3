// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/baseline_access.h"
#include "app/cli/commands/baseline_actions.h"
#include "app/cli/context/values.h"
#include "app/cli/reports/entry_json.h"
#include "core/baseline/baseline_draft.h"
#include "core/baseline/baseline_file.h"
#include "core/baseline/baseline_values.h"
#include "core/baseline/drift.h"
#include "core/baseline/fixed_ports.h"
#include "core/baseline/holder_programs.h"
#include "core/baseline/parse_baseline.h"
#include "core/baseline/rpc_entry.h"
#include "core/message/message_list.h"
#include "core/text/display_text.h"
#include "core/text/json_writer.h"
#include "core/text/text_scan.h"

#include <algorithm>

namespace quaywatch::cli {
namespace {

using Entries = std::vector<BaselineEntry>;

std::optional<Message> setDay(BaselineEntry& entry, std::string_view text)
{
    // "2026-12-31"
    const auto number = [text](std::size_t begin, std::size_t size) {
        return parseUnsigned<unsigned>(text.substr(begin, size)).value_or(0);
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return "--until must be a day such as 2026-12-31";
    }
    const Day day{static_cast<std::uint16_t>(number(0, 4)), static_cast<std::uint8_t>(number(5, 2)),
                  static_cast<std::uint8_t>(number(8, 2))};
    return setUntil(entry, day, std::chrono::hours(24));
}

/// Replaces the values of an entry by those of the options.
/// @return What is wrong with an option.
std::optional<Message> applyWords(BaselineEntry& entry, const BaselineWords& words)
{
    std::optional<Message> wrong;
    if (words.program) {
        entry.programs.clear();
        wrong = setText(entry, "program", *words.program);
        if (!wrong && entry.isAnyProgram) {
            // Another program runs in another unit.
            entry.unit = {"", true};
            entry.unitManager.reset();
        }
    }
    if (!wrong && words.user) {
        wrong = setText(entry, "user", *words.user);
    }
    if (!wrong && words.address) {
        wrong = setText(entry, "address", *words.address);
    }
    if (!wrong && words.note) {
        wrong = setText(entry, "note", *words.note);
    }
    if (!wrong && words.until) {
        wrong = setDay(entry, *words.until);
    }
    entry.isRequired = words.isRequired;
    if (rpcConflict(entry, /*hasPort=*/false)) {
        entry.rpcProgram.reset();  // rpcbind alone must not decide: the port does.
    }
    return wrong;
}

bool holds(const Entries& entries, const BaselineEntry& wanted)
{
    return std::any_of(entries.begin(), entries.end(),
                       [&wanted](const BaselineEntry& entry) { return entry.means(wanted); });
}

struct FoundEntries {
    Entries entries;                        ///< For the listeners on the port, each once.
    const ProcessInfo* nameless = nullptr;  ///< Holds one whose entry would never fit.
};

/// @param hasProgram  The user names the program, so that the entry need not.
FoundEntries entriesAt(const Snapshot& snapshot, const PortTarget& target,
                       const LaterPrograms& later, bool hasProgram)
{
    FoundEntries found;
    for (const SocketRecord& socket : snapshot.sockets) {
        if (!socket.isListener() || socket.key.localPort != target.port ||
            !target.includes(socket.key.protocol)) {
            continue;
        }
        const ProcessInfo* const nameless = hasProgram ? nullptr : namelessOwner(socket);
        if (nameless != nullptr) {
            found.nameless = nameless;
            continue;
        }
        BaselineEntry entry = entryFor(socket, later);
        if (!holds(found.entries, entry)) {
            found.entries.push_back(std::move(entry));
        }
    }
    return found;
}

/// What to say of a listener whose entry would never fit.
std::string neverFitsText(const PortTarget& target, const ProcessInfo& nameless)
{
    return "no entry can name a program on port " + toText(target) + ": it is " +
           displayText(namelessText(nameless)) + "; to expect any program there, add --program any";
}

/// Whether the options define the whole entry, so that no listener is needed.
bool isWholeIdentity(const BaselineWords& words, const PortTarget& target)
{
    return target.protocol && words.program && words.user && words.address;
}

void reportChange(const Context& context, const BaselineWords& words, std::string_view verb,
                  const Entries& entries)
{
    if (words.isJson) {
        JsonWriter json(context.out.text());
        json.beginObject().member("schema", 1).member("baseline", std::string_view(words.path));
        json.member("changed", !words.isDryRun && !entries.empty()).key(verb).beginArray();
        for (const BaselineEntry& entry : entries) {
            json.beginObject();
            writeEntryMembers(json, entry);
            json.endObject();
        }
        json.endArray().endObject();
        context.out.text() += '\n';
        return;
    }
    for (const BaselineEntry& entry : entries) {
        context.out.text() += entryText(entry).value_or("");
    }
}

/// Edits the file; in a dry run, only checks whether the edit is possible.
Result<void> edit(const BaselineWords& words, const BaselineEdit& change)
{
    if (!words.isDryRun) {
        return editBaseline(words.path, change);
    }
    const Result<std::string> text = readTextFile(words.path, kMaxBaselineBytes);
    if (!text && text.error().code != ErrorCode::NotFound) {
        return tl::unexpected<Error>(text.error());
    }
    const auto changed = change(text.value_or(emptyBaselineText()));
    if (!changed) {
        return failure(ErrorCode::Malformed, describe(changed.error(), words.path));
    }
    return {};
}

/// Returns the entries that the arguments of `remove` select.
Result<Entries> meantBy(const std::string& what, const Baseline& baseline)
{
    Entries meant;
    if (what.starts_with("port:")) {
        const Result<PortTarget> target = parsePortWord(what);
        if (!target) {
            return tl::unexpected<Error>(target.error());
        }
        for (const BaselineEntry& entry : baseline.entries()) {
            const bool isPort = !entry.rpcProgram && entry.ports.first == target->port &&
                                entry.ports.last == target->port;
            if (isPort && (!target->protocol || entry.protocol == target->protocol)) {
                meant.push_back(entry);
            }
        }
        return meant;
    }
    constexpr std::string_view kRpcWord = "rpc:";
    if (what.starts_with(kRpcWord)) {
        const auto program = parseRpcText(std::string_view(what).substr(kRpcWord.size()));
        if (!program) {
            return failure(ErrorCode::Malformed, Message(MessageId::InvalidRpc));
        }
        for (const BaselineEntry& entry : baseline.entries()) {
            if (entry.rpcProgram == program) {
                meant.push_back(entry);
            }
        }
        return meant;
    }
    const auto line = parseUnsigned<std::uint32_t>(what);
    if (!line) {
        return failure(
            ErrorCode::Malformed,
            "specify the entry: its line, as shown by `baseline list`, port:N or rpc:NAME");
    }
    for (const BaselineEntry& entry : baseline.entries()) {
        if (entry.line <= *line && *line <= entry.lastLine) {
            meant.push_back(entry);
        }
    }
    return meant;
}

/// Returns the entries that the arguments of `add` describe; reports an error if there are none.
tl::expected<Entries, ExitCode> wantedEntries(const Context& context, const BaselineWords& words,
                                              const PortTarget& target, const Snapshot& snapshot)
{
    auto [found, nameless] =
        entriesAt(snapshot, target, context.machine.activatedPrograms, words.program.has_value());
    if (nameless != nullptr) {
        if (found.empty()) {
            return tl::unexpected<ExitCode>(
                context.fail(ExitCode::NotFound, neverFitsText(target, *nameless)));
        }
        context.reportError(neverFitsText(target, *nameless));
    }
    if (found.empty()) {
        const Gap* const gap = incompleteTable(snapshot);
        if (!isWholeIdentity(words, target) && gap != nullptr) {
            return tl::unexpected<ExitCode>(context.fail(
                ExitCode::Failed, "port " + toText(target) +
                                      " could not be looked up completely: " + gap->why.english()));
        }
        if (!isWholeIdentity(words, target)) {
            return tl::unexpected<ExitCode>(context.fail(
                ExitCode::NotFound, "nothing in this network namespace listens on port " +
                                        toText(target) +
                                        "; to expect it anyway, write port:N/tcp or port:N/udp, "
                                        "--program, --user and --address"));
        }
        found.emplace_back().ports = {target.port, target.port};
        found.back().protocol = target.protocol;
    }
    Entries wanted;
    for (BaselineEntry& entry : found) {
        if (const std::optional<Message> wrong = applyWords(entry, words)) {
            return tl::unexpected<ExitCode>(context.fail(ExitCode::Usage, *wrong));
        }
        if (!holds(wanted, entry)) {
            wanted.push_back(std::move(entry));
        }
    }
    return wanted;
}

/// Adds the missing entries to the text, and lists them in `added`.
tl::expected<std::string, BaselineError> withEntries(std::string_view text, const Entries& wanted,
                                                     Entries& added)
{
    added.clear();
    tl::expected<std::string, BaselineError> result(text);
    for (const BaselineEntry& entry : wanted) {
        const auto before = parseBaseline(*result);
        if (before && holds(before->entries(), entry)) {
            continue;
        }
        result = withEntry(*result, entry);
        if (!result) {
            return result;
        }
        added.push_back(entry);
    }
    return result;
}

}  // namespace

ExitCode addToBaseline(const Context& context, const BaselineWords& words)
{
    const Result<PortTarget> target = parsePortWord(words.what);
    if (!target) {
        return context.fail(target.error());
    }
    const Result<SnapshotPtr> snapshot = context.takeSnapshot(ReadScope::Listeners);
    if (!snapshot) {
        return context.fail(snapshot.error());
    }
    const auto wanted = wantedEntries(context, words, *target, **snapshot);
    if (!wanted) {
        return wanted.error();
    }
    if (!words.named) {
        const BaselinePtr system = loadSystemBaselines(context.machine.systemBaselineFolder);
        if (const Result<void> free = checkNotFixed(system, *wanted, snapshot->get()); !free) {
            return context.fail(ExitCode::NotPermitted, free.error().context);
        }
    }
    Entries added;
    const Result<void> edited =
        edit(words, [&](std::string_view text) { return withEntries(text, *wanted, added); });
    if (!edited) {
        return failBaseline(context, edited.error(), words.named);
    }
    reportChange(context, words, "added", added);
    if (added.empty() && !words.isJson) {
        context.reportError("already expected; nothing to add");
    }
    return ExitCode::Done;
}

ExitCode removeFromBaseline(const Context& context, const BaselineWords& words)
{
    const Result<Baseline> baseline = loadBaseline(words.path);
    if (!baseline) {
        return failBaseline(context, baseline.error(), words.named);
    }
    Result<Entries> meant = meantBy(words.what, *baseline);
    if (!meant) {
        return context.fail(meant.error());
    }
    if (meant->empty()) {
        return context.fail(ExitCode::NotFound, "no entry for " + displayText(words.what, 64));
    }
    const Result<void> edited = edit(words, [&](std::string_view text) {
        tl::expected<std::string, BaselineError> result(text);
        // From the end, so that the line numbers of the other entries stay valid.
        for (auto entry = meant->rbegin(); entry != meant->rend() && result; ++entry) {
            result = withoutEntry(*result, entry->line);
        }
        return result;
    });
    if (!edited) {
        return failBaseline(context, edited.error(), words.named);
    }
    reportChange(context, words, "removed", *meant);
    return ExitCode::Done;
}

}  // namespace quaywatch::cli
