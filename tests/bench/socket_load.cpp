// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// socket_load PROCESSES LISTENERS CONNECTIONS UDP FILES [CHURN_PER_S] [SECONDS] [THREADS]
// [IN_MESSAGES]
//
// A bounded population of sockets on 127.0.0.0/8 to measure a monitor against. Each of PROCESSES
// children holds LISTENERS listening TCP sockets, CONNECTIONS TCP pairs (two sockets each), UDP
// bound UDP sockets and FILES descriptors that are not sockets. Prints "ready N", the number of
// sockets, once all are open; then waits SECONDS (600), or until its parent ends, and ends with its
// children. With CHURN_PER_S the children together close and reopen that many UDP sockets per
// second. Each child has THREADS additional sleeping threads. The first IN_MESSAGES children each
// keep one UDP socket in a message that is never read, where no descriptor refers to it.

#include "tests/support/processes/hidden_holders.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <vector>

namespace {

struct Plan {
    int processes = 0;
    int listeners = 0;
    int connections = 0;
    int udp = 0;
    int files = 0;
    double churnPerSecond = 0;
    int seconds = 600;
    int threads = 0;
    int inMessages = 0;
};

[[noreturn]] void giveUp(const char* what)
{
    std::perror(what);
    _exit(1);
}

/// A socket bound to a port that the kernel chooses.
int boundSocket(int type, sockaddr_in address)
{
    address.sin_port = 0;
    const int handle = socket(AF_INET, type, 0);
    if (handle < 0 || bind(handle, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        giveUp("socket_load: bind");
    }
    return handle;
}

void connectPairs(int listener, int count)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    for (int i = 0; i < count; ++i) {
        const int client = socket(AF_INET, SOCK_STREAM, 0);
        if (client < 0 || connect(client, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            accept(listener, nullptr, nullptr) < 0) {
            giveUp("socket_load: connect");
        }
    }
}

[[noreturn]] void churn(std::vector<int>& sockets, const sockaddr_in& address, double perSecond)
{
    const std::chrono::duration<double> gap(1 / perSecond);
    for (std::size_t i = 0;; i = (i + 1) % sockets.size()) {
        std::this_thread::sleep_for(gap);
        close(sockets[i]);
        sockets[i] = boundSocket(SOCK_DGRAM, address);
    }
}

void startThreads(int count)
{
    constexpr std::size_t kStack = std::size_t{32} * 1024;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, kStack);
    const auto sleepOn = [](void*) -> void* {
        for (;;) {
            pause();
        }
    };
    for (int i = 0; i < count; ++i) {
        pthread_t thread{};
        if (pthread_create(&thread, &attributes, sleepOn, nullptr) != 0) {
            giveUp("socket_load: thread");
        }
    }
}

/// A child: opens its sockets, writes their number to `ready`, and stays until its parent ends.
[[noreturn]] void hold(const Plan& plan, int index, int ready)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    // A separate address per child, from 127.0.1.1 on, so that no child runs out of ports.
    sockaddr_in address{};
    address.sin_family = AF_INET;
    const auto place = static_cast<std::uint32_t>(index);
    address.sin_addr.s_addr = htonl(0x7f000000U | ((place / 200 + 1) << 8U) | (place % 200 + 1));

    for (int i = 0; i < plan.files; ++i) {
        open("/dev/null", O_RDONLY | O_CLOEXEC);
    }
    for (int i = 0; i < plan.listeners; ++i) {
        const int listener = boundSocket(SOCK_STREAM, address);
        if (listen(listener, 4096) != 0) {
            giveUp("socket_load: listen");
        }
        if (i == 0) {
            connectPairs(listener, plan.connections);
        }
    }
    std::vector<int> udp;
    for (int i = 0; i < plan.udp; ++i) {
        udp.push_back(boundSocket(SOCK_DGRAM, address));
    }

    startThreads(plan.threads);
    if (index < plan.inMessages) {
        quaywatch::test::moveIntoMessage(boundSocket(SOCK_DGRAM, address));
    }

    const int pairs = plan.listeners > 0 ? plan.connections : 0;
    const int held = plan.listeners + 2 * pairs + plan.udp + (index < plan.inMessages ? 1 : 0);
    if (write(ready, &held, sizeof held) != sizeof held) {
        _exit(1);
    }
    close(ready);
    if (plan.churnPerSecond > 0 && !udp.empty()) {
        churn(udp, address, plan.churnPerSecond / plan.processes);
    }
    for (;;) {
        pause();
    }
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 6) {
        std::fputs(
            "usage: socket_load PROCESSES LISTENERS CONNECTIONS UDP FILES [CHURN_PER_S] "
            "[SECONDS] [THREADS] [IN_MESSAGES]\n",
            stderr);
        return 2;
    }
    prctl(PR_SET_PDEATHSIG, SIGTERM);  // A benchmark that is interrupted leaves no process running.
    Plan plan{std::atoi(argv[1]), std::atoi(argv[2]), std::atoi(argv[3]), std::atoi(argv[4]),
              std::atoi(argv[5])};
    plan.churnPerSecond = argc > 6 ? std::atof(argv[6]) : 0;
    plan.seconds = argc > 7 ? std::atoi(argv[7]) : plan.seconds;
    plan.threads = argc > 8 ? std::atoi(argv[8]) : 0;
    plan.inMessages = argc > 9 ? std::atoi(argv[9]) : 0;

    std::array<int, 2> ready{};
    if (pipe(ready.data()) != 0) {
        giveUp("socket_load: pipe");
    }
    for (int i = 0; i < plan.processes; ++i) {
        const pid_t child = fork();
        if (child < 0) {
            giveUp("socket_load: fork");
        }
        if (child == 0) {
            hold(plan, i, ready[1]);
        }
    }
    close(ready[1]);  // so that a child's failure ends the read below
    long total = 0;
    for (int i = 0; i < plan.processes; ++i) {
        int held = 0;
        if (read(ready[0], &held, sizeof held) != sizeof held) {
            giveUp("socket_load: a child failed");
        }
        total += held;
    }
    std::printf("ready %ld\n", total);
    std::fflush(stdout);
    std::this_thread::sleep_for(std::chrono::seconds(plan.seconds));
}
