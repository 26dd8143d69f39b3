// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/baseline_access.h"
#include "app/cli/commands/commands.h"
#include "app/cli/reports/drift_report.h"
#include "app/cli/reports/junit.h"
#include "app/cli/reports/sarif.h"
#include "core/base/text_file.h"
#include "core/baseline/drift.h"
#include "core/explain/source_port_hint.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace quaywatch::cli {
namespace {

constexpr const char* kFooter =
    R"(Compares the listeners with the baseline: the system's files
/etc/quaywatch/expected.d/*.toml in the order of their names, and the user's own
expected.toml. Their entries add up; on a port that an entry of the system fixes
(fixed = true), those of the user have no effect. A UDP socket on a port of the
kernel's ephemeral range looks like a client's (DNS, QUIC) and is left out unless an
entry names its port. A hidden program matches no entry that names a program: run it
as the user who wrote the baseline.

Examples:
  quaywatch-cli check
  quaywatch-cli check --baseline deploy/expected.toml --junit ports.xml
  sudo quaywatch-cli check --system --json

Exit codes: 0 as expected; 1 drift; 2 no baseline, or a file of it that is not valid
(the listeners are compared with the other files); 3 not permitted; 4 the system
failed.
)";

struct Options {
    BaselineChoice choice;
    std::optional<std::string> junit;
    std::optional<std::string> sarif;
    bool isJson = false;
    bool includesPassingUdp = false;
};

constexpr std::string_view kStandardOutput = "-";

/// Counts the formats that go to standard output; the text for people is written only if there are
/// none.
int formsOnOutput(const Options& options)
{
    return (options.isJson ? 1 : 0) + (options.junit == kStandardOutput ? 1 : 0) +
           (options.sarif == kStandardOutput ? 1 : 0);
}

Result<void> deliver(const Context& context, const std::optional<std::string>& where,
                     std::string (*make)(const DriftReport&), const DriftReport& report)
{
    if (!where) {
        return {};
    }
    const std::string text = make(report);
    if (*where == kStandardOutput) {
        context.out.text() += text;
        return {};
    }
    return writeTextFile(*where, text);
}

/// The ports with a listener that is expected there, and those with an entry of their own.
std::vector<Port> expectedPorts(const Snapshot& snapshot, const Drift& drift)
{
    std::vector<Port> ports;
    for (const CheckedListener& listener : drift.expected) {
        // An RPC service takes any port that is free.
        if (!listener.answer.entry->rpcProgram) {
            ports.push_back(listener.socket->key.localPort);
        }
    }
    for (const PortId& expected : snapshot.expectedPorts) {
        ports.push_back(expected.port);
    }
    return ports;
}

/// The baseline to compare with, and where it comes from.
struct ChosenBaseline {
    BaselinePtr baseline;  ///< Not null.
    std::vector<Gap> problems;
    std::string path;  ///< The user's or the named file; the system's folder without one.
    std::vector<std::string> systemFiles;
    bool hasOwn = true;  ///< The user's or the named file was read.
};

tl::expected<ChosenBaseline, ExitCode> namedFile(const Context& context, const std::string& named)
{
    const Result<std::string> path = baselinePath(context, named);
    const Result<BaselinePtr> baseline = path.and_then(namedBaseline);
    if (!baseline) {
        return tl::unexpected<ExitCode>(failBaseline(context, baseline.error(), named));
    }
    return ChosenBaseline{*baseline, {}, *path, {}};
}

/// Says what is wrong with the system's files, and why there is no file of the user.
ExitCode failWithoutAny(const Context& context, const BaselineChoice& choice)
{
    BaselineReloader system = reloaderOf(context, {std::nullopt, /*isSystem=*/true});
    system.refresh();
    context.reportGaps(system.problems());
    if (!choice.isSystem) {
        const Result<BaselinePtr> own = baselinePath(context, std::nullopt).and_then(namedBaseline);
        if (!own) {
            return failBaseline(context, own.error(), std::nullopt);
        }
    }
    return context.fail(ExitCode::Usage,
                        "there is no valid file in " + context.machine.systemBaselineFolder);
}

tl::expected<ChosenBaseline, ExitCode> choose(const Context& context, const BaselineChoice& choice)
{
    if (choice.named) {
        return namedFile(context, *choice.named);
    }
    BaselineReloader files = reloaderOf(context, choice);
    files.refresh();
    if (!files.current()) {
        return tl::unexpected<ExitCode>(failWithoutAny(context, choice));
    }
    const bool hasOwn =
        !choice.isSystem && baselinePath(context, std::nullopt).and_then(namedBaseline).has_value();
    return ChosenBaseline{files.current(), files.problems(),
                          hasOwn ? files.path() : files.systemFolder(), files.systemFiles(),
                          hasOwn};
}

/// Whether a process that makes a difference has just started. It may not be what it will be:
/// between fork() and the end of exec() it holds its parent's sockets, and a server changes its
/// user after it has bound its port.
bool hasNewProcess(const Drift& drift, const Snapshot& snapshot)
{
    constexpr std::chrono::seconds kNew(1);
    const auto isNew = [&](const ProcessPtr& owner) {
        return owner->startedAt && *owner->startedAt > snapshot.takenAt - kNew;
    };
    return std::any_of(drift.unexpected.begin(), drift.unexpected.end(),
                       [&](const CheckedListener& listener) {
                           const OwnerSet& owners = listener.socket->owners();
                           return std::any_of(owners.begin(), owners.end(), isNew);
                       });
}

/// Reads the listeners; once more while a new process makes a difference.
Result<SnapshotPtr> readListeners(const Context& context, const ChosenBaseline& chosen,
                                  const DriftOptions& options)
{
    constexpr int kMaxReads = 3;
    Result<Sampler> sampler = context.openSampler(chosen.baseline, chosen.problems);
    if (!sampler) {
        return tl::unexpected<Error>(std::move(sampler.error()));
    }
    Result<SnapshotUpdate> read = sampler->sample(ReadScope::Listeners);
    for (int i = 1; i < kMaxReads && read; ++i) {
        if (!hasNewProcess(driftOf(*read->after, *chosen.baseline, options), *read->after)) {
            break;
        }
        read = sampler->sample(ReadScope::Listeners);
    }
    return read.map([](const SnapshotUpdate& update) { return update.after; });
}

ExitCode report(const Context& context, const Options& options, const DriftReport& report)
{
    if (options.isJson) {
        context.out.line(driftJson(report));
    } else if (formsOnOutput(options) == 0) {
        context.out.text() += driftText(report, context.terminal.width().value_or(0));
    }
    for (const Result<void>& delivered : {deliver(context, options.junit, driftJunit, report),
                                          deliver(context, options.sarif, driftSarif, report)}) {
        if (!delivered) {
            return context.fail(ExitCode::Failed, describe(delivered.error()));
        }
    }
    context.out.flush();
    if (!options.isJson) {
        context.reportGaps(report.snapshot.gaps);
    }
    // What a broken file expects is not known, so a difference is not certain.
    if (report.hasBrokenFile) {
        return ExitCode::Usage;
    }
    if (!report.drift.isNone()) {
        return ExitCode::NotFound;
    }
    return incompleteTable(report.snapshot) == nullptr
               ? ExitCode::Done
               : context.fail(ExitCode::Failed, "the listeners could not be compared completely");
}

}  // namespace

ExitCode runCheck(const Context& context, const Arguments& arguments)
{
    Options options;
    CommandLine line("check", "Compares the listeners of this machine with the expected ones.");
    line.option("-b,--baseline", options.choice.named, "FILE", "This file alone");
    line.flag("--system", options.choice.isSystem, "Only the system's files, not the user's own");
    line.flag("--ephemeral", options.includesPassingUdp, "Include client-like UDP sockets");
    line.option("--junit", options.junit, "FILE", "Write a JUnit report; - for standard output");
    line.option("--sarif", options.sarif, "FILE", "Write a SARIF 2.1.0 report; - likewise");
    line.flag("--json", options.isJson, "One JSON object");
    line.footer(kFooter);
    if (const std::optional<ExitCode> end = line.parse(context, arguments)) {
        return *end;
    }
    if (formsOnOutput(options) > 1) {
        return context.fail(ExitCode::Usage, "only one report can go to standard output");
    }
    if (const std::optional<ExitCode> wrong = checkChoice(context, options.choice)) {
        return *wrong;
    }
    const tl::expected<ChosenBaseline, ExitCode> chosen = choose(context, options.choice);
    if (!chosen) {
        return chosen.error();
    }
    const Baseline& baseline = *chosen->baseline;
    const DriftOptions driftOptions{ephemeralPorts(context), options.includesPassingUdp};
    const Result<SnapshotPtr> snapshot = readListeners(context, *chosen, driftOptions);
    if (!snapshot) {
        return context.fail(snapshot.error());
    }
    Drift drift = driftOf(**snapshot, baseline, driftOptions);
    auto hint = sourcePortHint(expectedPorts(**snapshot, drift), context.machine.bindRules(),
                               context.machine.currentUser());
    return report(context, options,
                  {.snapshot = **snapshot,
                   .baseline = baseline,
                   .path = chosen->path,
                   .drift = std::move(drift),
                   .hint = std::move(hint),
                   .systemFiles = chosen->systemFiles,
                   .hasBrokenFile = !chosen->problems.empty(),
                   .hasOwn = chosen->hasOwn});
}

}  // namespace quaywatch::cli
