// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/terminal.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace quaywatch::test {

/// A terminal that records its output and never waits.
class FakeTerminal final : public Terminal {
public:
    Result<bool> write(std::string_view bytes) override
    {
        ++writeCount;
        if (onWrite) {
            if (Result<bool> isWritten = onWrite(bytes); !isWritten || !*isWritten) {
                return isWritten;
            }
        }
        out += bytes;
        return true;
    }
    void writeError(std::string_view bytes) noexcept override { err += bytes; }
    std::optional<std::string> readLine() override
    {
        if (!answers.empty()) {
            answer = answers.front();
            answers.erase(answers.begin());
        }
        return answer;
    }
    bool isTerminal(Stream stream) const noexcept override
    {
        return stream == Stream::Output ? columns.has_value() : isInteractive;
    }
    std::optional<std::size_t> width() const noexcept override { return columns; }
    bool wantsColor() const noexcept override { return hasColor; }
    void catchInterrupts() override { catchesInterrupts = true; }
    void ignoreReader() override { ignoresReader = true; }
    Wakeup waitFor(std::chrono::milliseconds limit) override
    {
        waits.push_back(limit);
        if (const auto special = wakeups.find(waits.size()); special != wakeups.end()) {
            if (onWakeup) {
                onWakeup();
            }
            return special->second;
        }
        const bool isNoticed = !ignoresReader || endsWith != Wakeup::ReaderGone;
        return waits.size() < interruptedAtWait || !isNoticed ? Wakeup::TimeOver : endsWith;
    }
    std::string localClock(std::chrono::system_clock::time_point /*time*/) const override
    {
        return "14:03:07";
    }
    std::string localDateAndClock(std::chrono::system_clock::time_point /*time*/) const override
    {
        return "2026-11-23 14:03:07";
    }

    std::string out;
    std::string err;
    std::function<Result<bool>(std::string_view)> onWrite;
    std::optional<std::string> answer;
    std::vector<std::string> answers;  ///< Given in order; the last one repeats.
    std::optional<std::size_t> columns;
    bool isInteractive = false;
    bool hasColor = false;
    bool catchesInterrupts = false;
    bool ignoresReader = false;
    int writeCount = 0;
    std::size_t interruptedAtWait = 1;  ///< The wait that ends with `endsWith`; 1 is the first.
    Wakeup endsWith = Wakeup::Interrupted;
    std::map<std::size_t, Wakeup> wakeups;  ///< How other waits end, by their number.
    std::function<void()> onWakeup;         ///< Called before a wait of `wakeups` ends.
    std::vector<std::chrono::milliseconds> waits;
};

}  // namespace quaywatch::test
