// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doctor/doctor.h"

#include "core/baseline/baseline_reloader.h"
#include "core/registry/active_registry.h"
#include "core/sampling/sampler.h"
#include "core/text/display_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

using State = DoctorSource::State;

constexpr std::string_view kSocketsId = "sockets";

std::string countText(std::size_t count, std::string_view one, std::string_view many)
{
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// The gaps of one kind as one source: "a; b".
DoctorSource sourceOf(DoctorSource ifComplete, Gap::Kind kind, const Snapshot& snapshot)
{
    DoctorSource source = std::move(ifComplete);
    for (const Gap& gap : snapshot.gaps) {
        if (gap.kind != kind) {
            continue;
        }
        const bool isFirst = source.state == State::Complete;
        const std::string text =
            kind == Gap::Kind::Owner && gap.count
                ? countText(*gap.count, "owner hidden: ", "owners hidden: ") + gap.why.english()
                : gap.why.english();
        source.text = isFirst ? text : source.text + "; " + text;
        source.state = State::Partial;
        if (source.remedy.empty()) {
            source.remedy = gap.remedy.english();
        }
    }
    return source;
}

DoctorSource boundSockets(const Snapshot& snapshot)
{
    DoctorSource source{"bound-sockets",
                        "Bound TCP sockets",
                        State::Complete,
                        "those that are bound and do not listen are listed",
                        {}};
    if (!snapshot.hasBoundTcp) {
        source.state = State::Missing;
        source.text = "those that are bound and do not listen are not listed";
        source.remedy =
            tcpFallback(snapshot) == nullptr ? "a kernel from Linux 6.8 on lists them" : "";
    }
    return source;
}

DoctorSource rpcServices(const Snapshot& snapshot)
{
    const bool isKnown = snapshot.rpcKnowledge != RpcKnowledge::None;
    DoctorSource source{"rpcbind",
                        "RPC services",
                        State::Complete,
                        isKnown ? "rpcbind names them" : "no rpcbind is running here",
                        {}};
    source = sourceOf(std::move(source), Gap::Kind::Rpc, snapshot);
    if (source.state == State::Complete && !isKnown) {
        source.state = State::Unused;
    }
    return source;
}

/// The gap's remedy has names of namespaces, so another one is given.
DoctorSource namespaces(const Snapshot& snapshot)
{
    DoctorSource source = sourceOf({"namespaces",
                                    "Network namespaces",
                                    State::Complete,
                                    "no other one is known than this program's",
                                    {}},
                                   Gap::Kind::Namespace, snapshot);
    if (source.state != State::Complete) {
        source.remedy = "quaywatch-cli list (it prints the commands that list them)";
    }
    return source;
}

DoctorSource closeEvents(const SystemAccess& access)
{
    DoctorSource source{"close-events",
                        "Closed sockets",
                        State::Complete,
                        "the kernel reports them, short connections too",
                        {}};
    if (!access.openCloseEvents) {
        source.state = State::Unused;
        source.text = "their reports are not read";
    } else if (const auto opened = access.openCloseEvents(); !opened) {
        source.state = State::Missing;
        source.text = describe(opened.error()).english();
    }
    return source;
}

DoctorSource userNames(const SystemAccess& access)
{
    return access.hasNameService
               ? DoctorSource{"user-names",
                              "Users' names",
                              State::Complete,
                              "from the system's name service",
                              {}}
               : DoctorSource{"user-names", "Users' names", State::Partial,
                              "from /etc/passwd alone: this is the static program",
                              "install the package in place of the static program"};
}

DoctorSource packages(const SystemFacts& facts)
{
    return facts.hasPackageLists ? DoctorSource{"packages",
                                                "Packages of programs",
                                                State::Complete,
                                                "from dpkg's lists",
                                                {}}
                                 : DoctorSource{"packages",
                                                "Packages of programs",
                                                State::Unused,
                                                "dpkg is not used here",
                                                {}};
}

DoctorSource registrySource()
{
    const registry::ActiveRegistry& is = registry::active();
    return {"registry",
            "Port registry",
            State::Complete,
            fmt::format("IANA's of {}, {}", is.date,
                        is.isBuiltIn() ? std::string("built in")
                                       : fmt::format("imported on {}", is.importedOn)),
            {}};
}

/// The paths and the errors of the files may have names of users and hosts: other commands say
/// them.
DoctorSource systemBaseline(const SystemAccess& access)
{
    DoctorSource source{
        "system-baseline", "The system's expected.d", State::Unused, "it has no files", {}};
    BaselineReloader files({}, BaselineReloader::IfMissing::IsNone, access.systemBaselineFolder);
    files.refresh();
    const std::size_t active = files.systemFiles().size();
    if (active > 0) {
        source.state = State::Complete;
        source.text = countText(active, "file is active", "files are active");
    }
    if (!files.problems().empty()) {
        source.state = active > 0 ? State::Partial : State::Missing;
        source.text = active > 0 ? source.text + "; not all can be used" : "no file can be used";
        source.remedy = "quaywatch-cli check --system (it says where the error is)";
    }
    return source;
}

DoctorSource ownBaseline(const SystemAccess& access)
{
    DoctorSource source{"baseline", "The user's expected.toml", State::Unused, "there is none",
                        "quaywatch-cli baseline init"};
    const Result<std::string> path =
        access.baselinePath ? access.baselinePath() : Result<std::string>(std::string());
    if (!path || path->empty()) {
        source.text = "this user has no home folder";
        source.remedy.clear();
        return source;
    }
    BaselineReloader file(*path);
    file.refresh();
    if (!file.problems().empty()) {
        source.state = State::Missing;
        source.text = "it cannot be used";
        source.remedy = "quaywatch-cli check (it says where the error is)";
    } else if (file.current()) {
        source.state = State::Complete;
        source.text =
            countText(file.current()->entries().size(), "entry is active", "entries are active");
        source.remedy.clear();
    }
    return source;
}

void addSnapshotSources(std::vector<DoctorSource>& sources, const Snapshot& snapshot)
{
    sources.push_back(sourceOf({kSocketsId,
                                "Socket tables",
                                State::Complete,
                                "TCP and UDP, from the kernel's sock_diag",
                                {}},
                               Gap::Kind::Table, snapshot));
    sources.push_back(boundSockets(snapshot));
    sources.push_back(
        sourceOf({"owners", "Owners of sockets", State::Complete, "no owner is hidden", {}},
                 Gap::Kind::Owner, snapshot));
    sources.push_back(
        sourceOf({"processes", "Details of processes", State::Complete, "nothing is missing", {}},
                 Gap::Kind::Process, snapshot));
    sources.push_back(namespaces(snapshot));
    sources.push_back(rpcServices(snapshot));
}

}  // namespace

std::string_view token(DoctorSource::State state) noexcept
{
    switch (state) {
        case State::Complete:
            return "complete";
        case State::Partial:
            return "partial";
        case State::Missing:
            return "missing";
        case State::Unused:
            break;
    }
    return "unused";
}

bool DoctorReport::canReadSockets() const noexcept
{
    return std::none_of(sources.begin(), sources.end(), [](const DoctorSource& source) {
        return source.id == kSocketsId && source.state == State::Missing;
    });
}

DoctorReport examine(const SystemAccess& access, std::string_view version)
{
    DoctorReport report{
        std::string(version), access.systemFacts ? access.systemFacts() : SystemFacts{}, {}};
    Result<SnapshotUpdate> update =
        access.openSource().and_then([&access](std::unique_ptr<SocketSource> source) {
            Sampler sampler(std::move(source), access.askRpcbind, access.evidence);
            return sampler.sample(ReadScope::EverythingAndBound);
        });
    if (update) {
        addSnapshotSources(report.sources, *update->after);
    } else {
        report.sources.push_back(
            {kSocketsId, "Socket tables", State::Missing, describe(update.error()).english(), {}});
    }
    report.sources.push_back(closeEvents(access));
    report.sources.push_back(userNames(access));
    report.sources.push_back(packages(report.system));
    report.sources.push_back(registrySource());
    report.sources.push_back(systemBaseline(access));
    report.sources.push_back(ownBaseline(access));
    for (DoctorSource& source : report.sources) {
        source.text = displayText(source.text);
        source.remedy = displayText(source.remedy);
    }
    return report;
}

}  // namespace quaywatch
