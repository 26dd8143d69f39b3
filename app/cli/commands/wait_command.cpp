// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/bindable_port.h"
#include "app/cli/commands/commands.h"
#include "app/cli/context/values.h"
#include "app/cli/reports/bind_json.h"
#include "core/export/socket_json.h"
#include "core/message/message_list.h"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace quaywatch::cli {
namespace {

using namespace std::chrono_literals;

constexpr const char* kFooter =
    R"(Prints nothing on success, so that it can be used in scripts.

Examples:
  ./server & quaywatch-cli wait port:8080 --timeout 30 && curl localhost:8080
  quaywatch-cli wait port:5432/tcp --free

  ./deploy.sh stop && quaywatch-cli wait port:8080/tcp --bindable && ./server

--free asks who listens; --bindable asks whether a program could: connections
and TIME_WAIT can hold a port, too. It means a socket without options such as
SO_REUSEADDR, and not the right to bind a privileged port. Without an address
it means 0.0.0.0 and ::.

Exit codes: 0 done; 1 timed out; 2 not a port; 4 the sockets could not be
read completely.
)";

constexpr std::chrono::milliseconds kPause = 50ms;

struct Options {
    PortTarget target;
    bool isFree = false;
    std::optional<BindablePort> bindable;
    bool isJson = false;
    std::optional<std::chrono::milliseconds> limit;
};

std::vector<const SocketRecord*> listenersOn(const Snapshot& snapshot, const PortTarget& target)
{
    std::vector<const SocketRecord*> found;
    for (const SocketRecord& socket : snapshot.sockets) {
        if (socket.isListener() && socket.key.localPort == target.port &&
            target.includes(socket.key.protocol)) {
            found.push_back(&socket);
        }
    }
    return found;
}

/// The result of one poll.
struct Poll {
    std::vector<const SocketRecord*> listeners;
    /// Rows may be missing, so the port need not be free; null if all tables are complete.
    const Gap* gap = nullptr;
    bool isTrue = false;  ///< Whether the condition holds.
};

Poll judge(const Snapshot& snapshot, Options& options)
{
    Poll poll;
    poll.listeners = listenersOn(snapshot, options.target);
    if (options.bindable) {
        options.bindable->update(snapshot);
        poll.isTrue = options.bindable->isFree();
        poll.gap = poll.isTrue ? nullptr : incompleteTable(snapshot);
        return poll;
    }
    poll.gap = poll.listeners.empty() ? incompleteTable(snapshot) : nullptr;
    poll.isTrue = poll.gap == nullptr && poll.listeners.empty() == options.isFree;
    return poll;
}

void print(const Context& context, const Options& options, const Poll& poll)
{
    if (!options.isJson) {
        return;
    }
    JsonWriter json(context.out.text());
    json.beginObject().key("schema").value(1).key("port").value(options.target.port);
    const bool isKnown = poll.gap == nullptr || !poll.listeners.empty();
    json.key("listening").value(isKnown ? std::optional(!poll.listeners.empty()) : std::nullopt);
    json.key("timed_out").value(!poll.isTrue);
    json.key("sockets").beginArray();
    for (const SocketRecord* socket : poll.listeners) {
        writeSocket(json, *socket);
    }
    json.endArray();
    if (options.bindable) {
        json.key("bindable").value(poll.isTrue);
        json.key("protocols").beginArray();
        for (const Protocol protocol : {Protocol::Tcp, Protocol::Udp}) {
            if (options.target.includes(protocol)) {
                json.beginObject().key("protocol").value(token(protocol)).key("bind");
                writeBindForecast(json, options.bindable->rows(protocol));
                json.endObject();
            }
        }
        json.endArray();
    }
    json.endObject();
    context.out.text() += '\n';
}

/// Reports that the condition did not hold in time, or cannot be known.
ExitCode fail(const Context& context, const Options& options, const Poll& poll)
{
    const std::string port = "port " + toText(options.target);
    if (poll.gap != nullptr) {
        return context.fail(ExitCode::Failed, Message(MessageId::NotLookedUp, port, poll.gap->why));
    }
    if (options.bindable && options.bindable->isUndecidable()) {
        return context.fail(ExitCode::Failed, "whether " + port + " can be bound is not known: " +
                                                  options.bindable->whyNoBoundTcp().english() +
                                                  "; --free waits until nothing listens");
    }
    if (options.bindable && options.bindable->isUnsure()) {
        return context.fail(ExitCode::NotFound, "whether " + port + " can be bound is not known: " +
                                                    options.bindable->because().english() +
                                                    " See quaywatch-cli " + "explain " +
                                                    toText(options.target));
    }
    if (options.bindable) {
        return context.fail(ExitCode::NotFound,
                            port +
                                " cannot be bound yet: " + options.bindable->because().english() +
                                " See quaywatch-cli " + "explain " + toText(options.target));
    }
    return context.fail(ExitCode::NotFound,
                        (options.isFree ? "something still listens on "
                                        : "nothing in this network namespace listens on ") +
                            port + "; wait longer with --timeout, or see " +
                            "quaywatch-cli explain " + toText(options.target));
}

ExitCode waitFor(const Context& context, Sampler& sampler, Options& options)
{
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    context.terminal.ignoreReader();
    const ReadScope scope = options.bindable ? ReadScope::EverythingAndBound : ReadScope::Listeners;
    std::chrono::milliseconds waited = 0ms;
    for (;;) {
        const Result<SnapshotUpdate> update = sampler.sample(scope);
        if (!update) {
            return context.fail(update.error());
        }
        // A poll takes time, too; on a busy machine, more than the pause.
        waited = std::max(
            waited, std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start));
        const Poll poll = judge(*update->after, options);
        const bool isOver = (options.limit && waited >= *options.limit) ||
                            (options.bindable && options.bindable->isUndecidable());
        if (poll.isTrue || isOver) {
            print(context, options, poll);
            return poll.isTrue ? ExitCode::Done : fail(context, options, poll);
        }
        const std::chrono::milliseconds pause =
            options.limit ? std::min(kPause, *options.limit - waited) : kPause;
        // It prints nothing, so that it may not end because nobody would read it.
        static_cast<void>(context.terminal.waitFor(pause));
        waited += pause;
    }
}

/// Lets the port follow --bindable: the parser would take it for the address.
Arguments withPortFirst(Arguments arguments)
{
    const auto option = std::find(arguments.begin(), arguments.end(), "--bindable");
    if (option != arguments.end() && std::next(option) != arguments.end() &&
        std::next(option)->starts_with("port:")) {
        std::iter_swap(option, std::next(option));
    }
    return arguments;
}

}  // namespace

ExitCode runWait(const Context& context, const Arguments& arguments)
{
    std::string target;
    std::optional<std::string> timeout;
    std::optional<std::string> bindableAt;
    Options options;
    CommandLine line("wait", "Waits until something listens on a port, or until nothing does.");
    line.word("port:N", target, "The port; port:N/tcp or port:N/udp for one protocol");
    line.flag("--free", options.isFree, "Wait until nothing listens there");
    line.optionWithOptionalValue("--bindable", bindableAt, "[ADDR]",
                                 "Wait until a program can bind it");
    line.option("--timeout", timeout, "S", "Maximum seconds to wait");
    line.flag("--json", options.isJson, "One JSON object at the end");
    line.footer(kFooter);
    if (const std::optional<ExitCode> end = line.parse(context, withPortFirst(arguments))) {
        return *end;
    }
    const Result<PortTarget> port = parsePortWord(target);
    if (!port) {
        return context.fail(port.error());
    }
    options.target = *port;
    if (bindableAt) {
        if (options.isFree) {
            return context.fail(ExitCode::Usage, "--free and --bindable exclude each other");
        }
        Result<BindablePort> bindable =
            BindablePort::parse(*port, *bindableAt, context.machine.bindRules());
        if (!bindable) {
            return context.fail(bindable.error());
        }
        options.bindable = *std::move(bindable);
    }
    if (timeout) {
        const Result<std::chrono::milliseconds> limit = parseSeconds(*timeout);
        if (!limit) {
            return context.fail(limit.error());
        }
        options.limit = *limit;
    }
    Result<Sampler> sampler = context.openSampler();
    return sampler ? waitFor(context, *sampler, options) : context.fail(sampler.error());
}

}  // namespace quaywatch::cli
