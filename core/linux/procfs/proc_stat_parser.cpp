// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/proc_stat_parser.h"

#include "core/text/text_scan.h"

namespace quaywatch::linux_backend {
namespace {

// The kernel's linux/sched.h.
constexpr std::uint32_t kExitingFlag = 0x00000004;       // PF_EXITING
constexpr std::uint32_t kKernelThreadFlag = 0x00200000;  // PF_KTHREAD
// Positions as in proc(5); the state is the third field.
constexpr int kStateField = 3;
constexpr int kParentField = 4;
constexpr int kSessionField = 6;
constexpr int kFlagsField = 9;
constexpr int kStartTimeField = 22;

template <class Number>
bool readStatNumber(std::string_view text, Number& value) noexcept
{
    const auto number = parseUnsigned<Number>(text);
    value = number.value_or(value);
    return number.has_value();
}

/// Removes the next field from the front and returns it; empty at the end.
std::string_view takeField(std::string_view& text) noexcept
{
    const auto begin = text.find_first_not_of(" \n");
    if (begin == std::string_view::npos) {
        return {};
    }
    text.remove_prefix(begin);
    const std::string_view field = text.substr(0, text.find_first_of(" \n"));
    text.remove_prefix(field.size());
    return field;
}

}  // namespace

std::optional<ProcStat> parseProcStat(std::string_view text) noexcept
{
    const auto open = text.find(" (");
    const auto close = text.rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open + 2) {
        return std::nullopt;
    }
    ProcStat stat;
    if (!readStatNumber(text.substr(0, open), stat.pid)) {
        return std::nullopt;
    }
    stat.comm = text.substr(open + 2, close - open - 2);
    std::string_view rest = text.substr(close + 1);
    for (int number = kStateField; number <= kStartTimeField; ++number) {
        const std::string_view field = takeField(rest);
        bool isValid = !field.empty();
        std::uint32_t flags = 0;
        switch (number) {
            case kStateField:
                isValid = field.size() == 1;
                stat.state = isValid ? field.front() : stat.state;
                break;
            case kParentField:
                isValid = readStatNumber(field, stat.parentPid);
                break;
            case kSessionField:
                stat.session = parseUnsigned<std::uint32_t>(field);
                break;
            case kFlagsField:
                isValid = readStatNumber(field, flags);
                stat.isKernelThread = (flags & kKernelThreadFlag) != 0;
                stat.isExiting = (flags & kExitingFlag) != 0;
                break;
            case kStartTimeField:
                isValid = readStatNumber(field, stat.startTime);
                break;
            default:
                break;
        }
        if (!isValid) {
            return std::nullopt;
        }
    }
    return stat;
}

std::optional<ProcessState> processStateOf(const ProcStat& stat) noexcept
{
    switch (stat.state) {
        case 'T':
            return ProcessState::Stopped;
        case 't':
            return ProcessState::Tracing;
        case 'Z':
            return ProcessState::Zombie;
        default:
            return std::nullopt;
    }
}

}  // namespace quaywatch::linux_backend
