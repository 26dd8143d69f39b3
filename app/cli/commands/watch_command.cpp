// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/baseline_access.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/filter_arguments.h"
#include "app/cli/commands/registry_update.h"
#include "app/cli/context/values.h"
#include "app/cli/reports/journal_event_lines.h"
#include "app/cli/reports/json_event_lines.h"
#include "app/cli/reports/text_event_lines.h"
#include "core/monitor/monitor.h"

#include <algorithm>
#include <chrono>
#include <memory>

namespace quaywatch::cli {
namespace {

using namespace std::chrono_literals;

constexpr const char* kBegin =
    R"(Alert rules:
)";
constexpr const char* kEnd =
    R"(
The first poll prints nothing or, if something is unexpected, one alert that sums it
up. A socket that opened and closed between two polls has a 'closed' line too, since
the kernel reports it: with both ends, for TCP its bytes, and the owners of the
listener that accepted it (--json: "seen":false, state "closed"). If the kernel
drops such reports, a 'gap' line says since when some are missing. Stop with Ctrl+C.
If the output is not a terminal, SIGHUP makes it read the baseline and the registry
again.

Examples:
  quaywatch-cli watch is:listener
  quaywatch-cli watch --journal --system        (as quaywatch-watch.service does)
  quaywatch-cli watch --json port:0-1023 | jq -r 'select(.event == "alert").reason'

Exit codes: 0 interrupted, or the reader has gone; 2 not a filter, an interval or
a baseline.
)";

struct Options {
    Filter filter;
    std::chrono::milliseconds interval = 1s;
    bool isInitial = false;
    WatchRules rules = watchRulesOfThisMachine();
    BaselineChoice choice;
    bool isJournal = false;
};

class WatchLoop {
public:
    WatchLoop(const Context& context, const EventLines& lines, Options options)
        : m_context(context)
        , m_lines(lines)
        , m_options(std::move(options))
        , m_monitor(context.machine, reloaderOf(context, m_options.choice))
    {
        m_monitor.setRules(m_options.rules);
        m_monitor.setFilter(m_options.filter);
    }

    /// Runs until it is interrupted or the reader of the output has closed it.
    ExitCode run()
    {
        if (!m_options.choice.named && !m_options.choice.isSystem) {
            if (std::optional<Gap> gap = missingHomeGap(m_context)) {
                m_monitor.setMissingBaseline(*std::move(gap));
            }
        }
        // A terminal that is gone no longer looks like one.
        const bool isOnTerminal = m_context.terminal.isTerminal(Terminal::Stream::Output);
        for (;;) {
            const Result<MonitorUpdate> poll = m_monitor.poll();
            if (poll) {
                poll->update.isFirst ? reportFirst(*poll) : reportNext(*poll);
                m_isFailing = false;
            } else if (m_monitor.current() == nullptr) {
                return m_context.fail(poll.error());
            } else {
                reportFailure(poll.error(), m_monitor.current()->takenAt);
            }
            if (!m_context.out.isOpen()) {
                return ExitCode::Done;
            }
            switch (m_context.terminal.waitFor(m_options.interval)) {
                case Terminal::Wakeup::TimeOver:
                    break;
                case Terminal::Wakeup::Interrupted:
                    return finish();
                case Terminal::Wakeup::HungUp:
                    if (isOnTerminal) {
                        return finish();
                    }
                    readFilesAgain();
                    break;
                case Terminal::Wakeup::ReaderGone:
                    m_context.out.readerHasGone();
                    return ExitCode::Done;
            }
        }
    }

private:
    /// Nothing that was found may be lost because it was to be reported later.
    ExitCode finish()
    {
        reportAlerts(m_monitor.finish());
        return ExitCode::Done;
    }

    void readFilesAgain()
    {
        m_monitor.reloadBaseline();
        startUsersRegistry(m_context);
    }

    void print(const std::string& line)
    {
        m_context.out.line(line);
        m_context.out.flush();
    }

    void reportFirst(const MonitorUpdate& poll)
    {
        const Snapshot& snapshot = *poll.update.after;
        if (m_options.isInitial) {
            for (const SocketRecord& socket : snapshot.sockets) {
                if (m_options.filter.matches(socket)) {
                    print(m_lines.event({EventKind::Opened, &socket, nullptr}, snapshot.takenAt));
                }
            }
        }
        reportAlerts(poll.alerts);
        std::vector<Gap> others;
        for (const Gap& gap : snapshot.gaps) {
            // Which alerts there are depends on the baseline, so the reader of the alerts gets it.
            if (gap.kind == Gap::Kind::Baseline || m_options.isJournal) {
                print(m_lines.gap(gap, snapshot.takenAt));
            } else {
                others.push_back(gap);
            }
        }
        m_context.reportGaps(others);
    }

    void reportNext(const MonitorUpdate& poll)
    {
        const SnapshotUpdate& update = poll.update;
        const Snapshot& snapshot = *update.after;
        const std::vector<SocketEvent> events = eventsOf(update);
        for (const SocketEvent& event : events) {
            if (m_options.filter.matches(*event.socket)) {
                print(m_lines.event(event, snapshot.takenAt));
            }
        }
        reportAlerts(poll.alerts);
        reportNewGaps(update);
        reportLostEvents(update);
    }

    void reportAlerts(const std::vector<Alert>& alerts)
    {
        for (const Alert& alert : alerts) {
            // Repeats are not reported, except for the summary of an alert burst.
            if (!alert.isRepeat || alert.rule == WatchRule::AlertBurst) {
                print(m_lines.alert(alert));
            }
        }
    }

    /// A gap of a kind that existed before is not reported again, even if its count has changed;
    /// of the baseline's files each is reported.
    void reportNewGaps(const SnapshotUpdate& update)
    {
        const std::vector<Gap>& old = update.before->gaps;
        for (const Gap& gap : update.after->gaps) {
            const auto isSame = [&gap](const Gap& other) {
                return other.kind == gap.kind &&
                       (gap.kind != Gap::Kind::Baseline || other.why == gap.why);
            };
            if (std::none_of(old.begin(), old.end(), isSame)) {
                print(m_lines.gap(gap, update.after->takenAt));
            }
        }
    }

    void reportLostEvents(const SnapshotUpdate& update)
    {
        if (!update.closes) {
            return;
        }
        for (const EventGap& gap : update.closes->gaps) {
            print(m_lines.gap(gap));
        }
    }

    void reportFailure(const Error& error, EventLines::Time at)
    {
        if (!m_isFailing) {
            print(m_lines.failure({Gap::Kind::Table, std::nullopt, describe(error), ""}, at));
        }
        m_isFailing = true;
    }

    const Context& m_context;
    const EventLines& m_lines;
    Options m_options;
    Monitor m_monitor;
    bool m_isFailing = false;
};

std::string footer()
{
    constexpr std::size_t kColumn = 26;
    std::string text = kBegin;
    for (std::size_t i = 0; i < kWatchRuleCount; ++i) {
        const auto rule = static_cast<WatchRule>(i);
        std::string name = "  " + std::string(token(rule));
        name.resize(kColumn, ' ');
        text.append(name).append(describe(rule)).append("\n");
    }
    return text + kEnd;
}

/// Switches off the rules in a list separated by commas.
Result<void> switchOff(std::string_view names, WatchRules& rules)
{
    while (!names.empty()) {
        const std::string_view name = names.substr(0, names.find(','));
        names.remove_prefix(std::min(names.size(), name.size() + 1));
        const std::optional<WatchRule> rule = parseWatchRule(name);
        if (!rule || rule == WatchRule::AlertBurst) {
            return failure(ErrorCode::Malformed,
                           "--without: no rule is called '" + std::string(name) + "'");
        }
        rules.setOn(*rule, false);
    }
    return {};
}

std::unique_ptr<EventLines> linesFor(const Context& context, bool isJson, bool isJournal)
{
    if (isJson) {
        return std::make_unique<JsonEventLines>();
    }
    if (isJournal) {
        return std::make_unique<JournalEventLines>();
    }
    return std::make_unique<TextEventLines>(context.terminal);
}

std::optional<ExitCode> checkForms(const Context& context, const Options& options, bool isJson)
{
    if (isJson && options.isJournal) {
        return context.fail(ExitCode::Usage, "--json and --journal are two forms; use one of them");
    }
    if (const std::optional<ExitCode> wrong = checkChoice(context, options.choice)) {
        return wrong;
    }
    if (options.choice.named) {
        const Result<BaselinePtr> loaded =
            baselinePath(context, options.choice.named).and_then(namedBaseline);
        if (!loaded) {
            return failBaseline(context, loaded.error(), options.choice.named);
        }
    }
    return std::nullopt;
}

}  // namespace

ExitCode runWatch(const Context& context, const Arguments& arguments)
{
    std::vector<std::string> words;
    std::optional<std::string> interval;
    std::optional<std::string> without;
    bool isJson = false;
    Options options;
    CommandLine line("watch", "Reports what opens, changes and closes, one line per event.");
    line.words("FILTER", words, "What to watch; see quaywatch-cli --help");
    line.option("-i,--interval", interval, "S", "Seconds between polls, at least 0.1; default 1");
    line.flag("--initial", options.isInitial, "Begin with an 'opened' line for every socket");
    line.option("--without", without, "RULE,...", "Switch off these alert rules; see below");
    line.option("-b,--baseline", options.choice.named, "FILE", "Expect what this file alone says");
    line.flag("--system", options.choice.isSystem, "Without the user's own expected.toml");
    line.flag("--journal", options.isJournal, "Lines for the journal, with their priorities");
    line.flag("--json", isJson, "One JSON object per line");
    const std::string rules = footer();
    line.footer(rules.c_str());
    if (const std::optional<ExitCode> end = line.parse(context, arguments)) {
        return *end;
    }
    Result<Filter> filter = filterOf(words);
    if (!filter) {
        return context.fail(filter.error());
    }
    options.filter = *std::move(filter);
    if (without) {
        if (const Result<void> done = switchOff(*without, options.rules); !done) {
            return context.fail(done.error());
        }
    }
    if (interval) {
        const Result<std::chrono::milliseconds> time = parseSeconds(*interval);
        if (!time) {
            return context.fail(time.error());
        }
        if (*time < 100ms) {
            return context.fail(ExitCode::Usage, "--interval must be at least 0.1 seconds");
        }
        options.interval = *time;
    }
    if (const std::optional<ExitCode> wrong = checkForms(context, options, isJson)) {
        return *wrong;
    }
    // Before any thread starts that could receive an interrupt.
    context.terminal.catchInterrupts();
    const std::unique_ptr<EventLines> lines = linesFor(context, isJson, options.isJournal);
    return WatchLoop(context, *lines, std::move(options)).run();
}

}  // namespace quaywatch::cli
