// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/terminal.h"

#include "core/linux/system/write_all.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <limits>

namespace quaywatch {
namespace {

int descriptorOf(Terminal::Stream stream) noexcept
{
    switch (stream) {
        case Terminal::Stream::Input:
            return STDIN_FILENO;
        case Terminal::Stream::Output:
            return STDOUT_FILENO;
        case Terminal::Stream::Error:
            break;
    }
    return STDERR_FILENO;
}

bool hasText(const char* variable) noexcept
{
    const char* value = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): nobody sets it
    return value != nullptr && *value != '\0';
}

int clampedToInt(std::int64_t value) noexcept
{
    return static_cast<int>(std::clamp<std::int64_t>(value, 0, std::numeric_limits<int>::max()));
}

class LinuxTerminal final : public Terminal {
public:
    LinuxTerminal() noexcept
    {
        static_cast<void>(::signal(SIGPIPE, SIG_IGN));
        // If a standard stream is closed, the next file that is opened would take its descriptor,
        // and output would be written to that file. /dev/null takes the descriptor, opened
        // read-only so that writing to it still fails.
        for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
            if (::fcntl(descriptor, F_GETFD) < 0) {
                static_cast<void>(::open("/dev/null", O_RDONLY));
            }
        }
    }
    LinuxTerminal(const LinuxTerminal&) = delete;
    LinuxTerminal& operator=(const LinuxTerminal&) = delete;
    ~LinuxTerminal() override
    {
        if (m_signals >= 0) {
            ::close(m_signals);
        }
    }

    Result<bool> write(std::string_view bytes) override
    {
        const int error = linux_backend::writeAll(STDOUT_FILENO, bytes);
        if (error == EPIPE || error == ECONNRESET) {
            return false;
        }
        if (error != 0) {
            return failure(ErrorCode::SystemError, "write to standard output", error);
        }
        return true;
    }

    void writeError(std::string_view bytes) noexcept override
    {
        static_cast<void>(linux_backend::writeAll(STDERR_FILENO, bytes));
    }

    std::optional<std::string> readLine() override
    {
        constexpr std::size_t kLongest = 4096;
        std::string line;
        char byte = '\0';
        while (line.size() < kLongest) {
            const ssize_t count = ::read(STDIN_FILENO, &byte, 1);
            if (count < 0 && errno == EINTR) {
                continue;
            }
            if (count <= 0) {
                return line.empty() ? std::nullopt : std::optional(line);
            }
            if (byte == '\n') {
                break;
            }
            line += byte;
        }
        return line;
    }

    [[nodiscard]] bool isTerminal(Stream stream) const noexcept override
    {
        return ::isatty(descriptorOf(stream)) == 1;
    }

    [[nodiscard]] std::optional<std::size_t> width() const noexcept override
    {
        if (!isTerminal(Stream::Output)) {
            return std::nullopt;
        }
        winsize size{};
        if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
            return size.ws_col;
        }
        return 80;
    }

    [[nodiscard]] bool wantsColor() const noexcept override
    {
        const char* kind = std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe): nobody sets it
        return isTerminal(Stream::Output) && !hasText("NO_COLOR") && kind != nullptr &&
               std::string_view(kind) != "dumb";
    }

    void catchInterrupts() override
    {
        // The signals are blocked and stay pending until waitFor() reads them, so none is missed
        // before the wait begins.
        sigset_t wanted;
        sigemptyset(&wanted);
        sigaddset(&wanted, SIGINT);
        sigaddset(&wanted, SIGTERM);
        // A blocked signal is delivered even if it is ignored, so an ignored one is not blocked.
        struct sigaction inherited {};
        if (::sigaction(SIGHUP, nullptr, &inherited) != 0 || inherited.sa_handler != SIG_IGN) {
            sigaddset(&wanted, SIGHUP);
        }
        if (m_signals < 0 && ::pthread_sigmask(SIG_BLOCK, &wanted, nullptr) == 0) {
            m_signals = ::signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
            if (m_signals < 0) {
                ::pthread_sigmask(SIG_UNBLOCK, &wanted, nullptr);
            }
        }
    }

    void ignoreReader() override { m_watched = -1; }

    Wakeup waitFor(std::chrono::milliseconds limit) override
    {
        using Clock = std::chrono::steady_clock;
        const Clock::time_point end = Clock::now() + limit;
        for (;;) {
            // No event is requested for the output: poll() always reports POLLERR once the reader
            // has closed its end.
            std::array<pollfd, 2> waits{{{m_watched, 0, 0}, {m_signals, POLLIN, 0}}};
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
            const int ready = ::poll(waits.data(), waits.size(), clampedToInt(left.count()));
            if (ready > 0 && waits[1].revents != 0) {
                return takeSignals();
            }
            if (ready > 0) {
                return Wakeup::ReaderGone;
            }
            if (ready == 0 && Clock::now() >= end) {
                return Wakeup::TimeOver;
            }
        }
    }

    [[nodiscard]] std::string localClock(std::chrono::system_clock::time_point time) const override
    {
        return formatted(time, "%H:%M:%S");
    }

    [[nodiscard]] std::string localDateAndClock(
        std::chrono::system_clock::time_point time) const override
    {
        return formatted(time, "%Y-%m-%d %H:%M:%S");
    }

private:
    /// Takes the pending signals: one that asks the program to end has precedence.
    [[nodiscard]] Wakeup takeSignals() const noexcept
    {
        bool isHangup = false;
        signalfd_siginfo signal{};
        while (::read(m_signals, &signal, sizeof signal) == static_cast<ssize_t>(sizeof signal)) {
            if (signal.ssi_signo != SIGHUP) {
                return Wakeup::Interrupted;
            }
            isHangup = true;
        }
        return isHangup ? Wakeup::HungUp : Wakeup::Interrupted;
    }

    static std::string formatted(std::chrono::system_clock::time_point time, const char* form)
    {
        const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
        std::tm parts{};
        std::array<char, 32> text{};
        if (::localtime_r(&seconds, &parts) == nullptr) {
            return {};
        }
        return {text.data(), std::strftime(text.data(), text.size(), form, &parts)};
    }

    int m_signals = -1;
    int m_watched = STDOUT_FILENO;  ///< -1: poll() leaves it out.
};

}  // namespace

std::unique_ptr<Terminal> createTerminal()
{
    return std::make_unique<LinuxTerminal>();
}

}  // namespace quaywatch
