// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/commands.h"
#include "app/cli/context/values.h"
#include "core/export/socket_json.h"
#include "core/message/message_list.h"

#include <algorithm>
#include <chrono>

namespace quaywatch::cli {
namespace {

using namespace std::chrono_literals;

constexpr const char* kFooter =
    R"(Prints nothing on success, so that it can be used in scripts.

Examples:
  ./server & quaywatch-cli wait port:8080 --timeout 30 && curl localhost:8080
  quaywatch-cli wait port:5432/tcp --free

Exit codes: 0 done; 1 timed out; 2 not a port; 4 the sockets could not be
read completely.
)";

constexpr std::chrono::milliseconds kPause = 50ms;

struct Options {
    PortTarget target;
    bool isFree = false;
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

void print(const Context& context, const Options& options,
           const std::vector<const SocketRecord*>& listeners, bool isTrue, bool isKnown)
{
    if (!options.isJson) {
        return;
    }
    JsonWriter json(context.out.text());
    json.beginObject().key("schema").value(1).key("port").value(options.target.port);
    json.key("listening").value(isKnown ? std::optional(!listeners.empty()) : std::nullopt);
    json.key("timed_out").value(!isTrue);
    json.key("sockets").beginArray();
    for (const SocketRecord* socket : listeners) {
        writeSocket(json, *socket);
    }
    json.endArray().endObject();
    context.out.text() += '\n';
}

ExitCode waitFor(const Context& context, Sampler& sampler, const Options& options)
{
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    std::chrono::milliseconds waited = 0ms;
    for (;;) {
        const Result<SnapshotUpdate> update = sampler.sample(ReadScope::Listeners);
        if (!update) {
            return context.fail(update.error());
        }
        // A poll takes time, too; on a busy machine, more than the pause.
        waited = std::max(
            waited, std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start));
        const auto listeners = listenersOn(*update->after, options.target);
        // If rows may be missing, the port need not be free.
        const Gap* const gap = listeners.empty() ? incompleteTable(*update->after) : nullptr;
        const bool isTrue = gap == nullptr && listeners.empty() == options.isFree;
        const bool isOver = options.limit && waited >= *options.limit;
        if (isTrue || isOver) {
            print(context, options, listeners, isTrue, gap == nullptr);
        }
        if (isTrue) {
            return ExitCode::Done;
        }
        if (isOver && gap != nullptr) {
            return context.fail(
                ExitCode::Failed,
                Message(MessageId::NotLookedUp, "port " + toText(options.target), gap->why));
        }
        if (isOver) {
            return context.fail(
                ExitCode::NotFound,
                (options.isFree ? "something still listens on port " : "nothing listens on port ") +
                    toText(options.target) +
                    "; wait longer with --timeout, or see quaywatch-cli explain " +
                    toText(options.target));
        }
        const std::chrono::milliseconds pause =
            options.limit ? std::min(kPause, *options.limit - waited) : kPause;
        if (context.terminal.waitFor(pause) == Terminal::Wakeup::ReaderGone) {
            context.out.readerHasGone();
            return ExitCode::Done;
        }
        waited += pause;
    }
}

}  // namespace

ExitCode runWait(const Context& context, const Arguments& arguments)
{
    std::string target;
    std::optional<std::string> timeout;
    Options options;
    CommandLine line("wait", "Waits until something listens on a port, or until nothing does.");
    line.word("port:N", target, "The port; port:N/tcp or port:N/udp for one protocol");
    line.flag("--free", options.isFree, "Wait until nothing listens there");
    line.option("--timeout", timeout, "S", "Maximum seconds to wait");
    line.flag("--json", options.isJson, "One JSON object at the end");
    line.footer(kFooter);
    if (const std::optional<ExitCode> end = line.parse(context, arguments)) {
        return *end;
    }
    const Result<PortTarget> port = parsePortWord(target);
    if (!port) {
        return context.fail(port.error());
    }
    options.target = *port;
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
