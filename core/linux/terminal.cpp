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
#include <climits>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <utility>

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
        const int error = writeBytes(STDOUT_FILENO, bytes);
        if (error == EPIPE || error == ECONNRESET || error == ECANCELED) {
            return false;
        }
        if (error != 0) {
            return failure(ErrorCode::SystemError, "write to standard output", error);
        }
        return true;
    }

    void writeError(std::string_view bytes) noexcept override
    {
        static_cast<void>(writeBytes(STDERR_FILENO, bytes));
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
        if (m_isEnding) {
            return Wakeup::Interrupted;
        }
        if (std::exchange(m_isHungUp, false)) {
            return Wakeup::HungUp;
        }
        const Clock::time_point end = Clock::now() + limit;
        for (;;) {
            // No event is requested for the output: poll() always reports POLLERR once the reader
            // has closed its end.
            std::array<pollfd, 2> waits{{{m_watched, 0, 0}, {m_signals, POLLIN, 0}}};
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
            const int ready = ::poll(waits.data(), waits.size(), clampedToInt(left.count()));
            if (ready > 0 && waits[1].revents != 0) {
                takeSignals();
                return std::exchange(m_isHungUp, false) && !m_isEnding ? Wakeup::HungUp
                                                                       : Wakeup::Interrupted;
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
    using Clock = std::chrono::steady_clock;

    /// Takes the pending signals. A request to end stands.
    void takeSignals() noexcept
    {
        signalfd_siginfo signal{};
        while (::read(m_signals, &signal, sizeof signal) == static_cast<ssize_t>(sizeof signal)) {
            (signal.ssi_signo == SIGHUP ? m_isHungUp : m_isEnding) = true;
        }
    }

    /// Writes all bytes. After catchInterrupts() a reader that does not read cannot keep the
    /// program from ending.
    ///
    /// @return 0, the errno that stopped it, or ECANCELED: the program is asked to end.
    [[nodiscard]] int writeBytes(int descriptor, std::string_view bytes) noexcept
    {
        if (m_signals < 0) {
            return linux_backend::writeAll(descriptor, bytes);
        }
        // A pipe that is ready takes PIPE_BUF bytes without blocking (pipe(7)); a terminal can have
        // less room.
        const std::size_t pieceSize = ::isatty(descriptor) == 1 ? 256 : PIPE_BUF;
        while (!bytes.empty()) {
            if (const int error = waitForRoom(descriptor); error != 0) {
                return error;
            }
            const std::string_view piece = bytes.substr(0, pieceSize);
            const ssize_t written = ::write(descriptor, piece.data(), piece.size());
            if (written >= 0) {
                bytes.remove_prefix(static_cast<std::size_t>(written));
            } else if (errno != EINTR && errno != EAGAIN) {
                return errno;
            }
        }
        return 0;
    }

    /// Waits until the descriptor takes bytes, or has an error that write() reports. When the
    /// program is asked to end, the reader has a second left.
    ///
    /// @return 0, an errno, or ECANCELED: the program is asked to end.
    [[nodiscard]] int waitForRoom(int descriptor) noexcept
    {
        constexpr int kMaxDelayMilliseconds = 1000;
        for (;;) {
            std::array<pollfd, 2> waits{
                {{descriptor, POLLOUT, 0}, {m_isEnding ? -1 : m_signals, POLLIN, 0}}};
            const int ready =
                ::poll(waits.data(), waits.size(), m_isEnding ? kMaxDelayMilliseconds : -1);
            if (ready < 0 && errno != EINTR) {
                return errno;
            }
            if (ready > 0 && waits[0].revents != 0) {
                return 0;
            }
            if (ready == 0) {
                return ECANCELED;
            }
            if (ready > 0) {
                takeSignals();
                // A terminal that has hung up takes nothing any more.
                m_isEnding = m_isEnding || (m_isHungUp && ::isatty(descriptor) == 1);
            }
        }
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
    bool m_isEnding = false;        ///< The program is asked to end.
    bool m_isHungUp = false;        ///< SIGHUP came, and waitFor() has not reported it yet.
    int m_watched = STDOUT_FILENO;  ///< -1: poll() leaves it out.
};

}  // namespace

std::unique_ptr<Terminal> createTerminal()
{
    return std::make_unique<LinuxTerminal>();
}

}  // namespace quaywatch
