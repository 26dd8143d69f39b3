// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/closes.h"

#include "core/sampling/sampler.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

namespace quaywatch::bench {
namespace {

using namespace std::chrono_literals;

/// A listener on loopback, on a port that the kernel chooses.
struct Listener {
    int handle = -1;
    Port port = 0;
};

Listener listenOnLoopback()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    Listener listener{socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), 0};
    if (bind(listener.handle, raw, size) != 0 || listen(listener.handle, 64) != 0 ||
        getsockname(listener.handle, raw, &size) != 0) {
        return {};
    }
    listener.port = ntohs(address.sin_port);
    return listener;
}

/// Each connection carries one byte. The client closes first, with a reset, so that no TIME_WAIT
/// occupies its port.
bool openAndCloseOne(const Listener& listener)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(listener.port);
    const int client = socket(AF_INET, SOCK_STREAM, 0);
    bool isDone = connect(client, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    const int server = accept(listener.handle, nullptr, nullptr);
    char byte = 'q';
    isDone = isDone && send(client, &byte, 1, 0) == 1 && recv(server, &byte, 1, 0) == 1;
    const linger reset{1, 0};
    setsockopt(client, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    close(client);
    close(server);
    return isDone;
}

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace

std::optional<CloseCount> countCloses(int connections, std::string& problem)
{
    const Listener listener = listenOnLoopback();
    auto source = createSocketSource();
    auto closes = createCloseEventSource();
    if (listener.handle < 0 || !source || !closes) {
        problem = !closes ? describe(closes.error()) : "no listener or no socket source";
        return std::nullopt;
    }
    Sampler sampler(*std::move(source), [](RpcWay) { return Result<std::vector<RpcService>>(); });
    sampler.watchCloses(std::move(closes));
    (void)sampler.sample();
    const double cpuBefore = cpuSeconds();
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        int done = 0;
        while (done < connections && openAndCloseOne(listener)) {
            ++done;
        }
        _exit(done == connections ? 0 : 1);
    }
    CloseCount count;
    std::uint64_t events = 0;
    // One more poll after the child has ended, when its last events have arrived.
    for (int checksLeft = 2; child > 0 && checksLeft > 0;) {
        std::this_thread::sleep_for(1s);
        if (checksLeft < 2 || waitpid(child, nullptr, WNOHANG) != 0) {
            --checksLeft;
        }
        const auto update = sampler.sample();
        if (!update || !update->closes) {
            break;
        }
        events += update->closes->closes.size();
        for (const SocketClose& closeEvent : update->closes->closes) {
            count.recorded +=
                closeEvent.socket.key.localPort == listener.port && closeEvent.isConnection ? 1 : 0;
        }
        for (const EventGap& gap : update->closes->gaps) {
            count.lost += gap.count.value_or(1);
        }
    }
    close(listener.handle);
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    const double cpu = cpuSeconds() - cpuBefore;
    count.cpuPercent = 100 * cpu / wall.count();
    count.gatherMicroseconds = events == 0 ? 0 : 1e6 * cpu / static_cast<double>(events);
    return count;
}

}  // namespace quaywatch::bench
