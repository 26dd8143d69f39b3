// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/system_facts.h"

#include "core/base/text_file.h"
#include "core/linux/procfs/host_facts_parser.h"

#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>
#include <cstdint>

namespace quaywatch {
namespace {

// Numbers of <linux/capability.h>, fixed by the kernel's ABI.
constexpr unsigned kReadSearchCapability = 2;
constexpr unsigned kPtraceCapability = 19;
constexpr std::size_t kMaxFactBytes = std::size_t{64} * 1024;

ReadingRights readingRights()
{
    if (::geteuid() == 0) {
        return ReadingRights::Root;
    }
    const auto capabilities = linux_backend::parseEffectiveCapabilities(
        readTextFile("/proc/thread-self/status", kMaxFactBytes).value_or(std::string()));
    constexpr std::uint64_t kWanted = 1ULL << kReadSearchCapability | 1ULL << kPtraceCapability;
    return capabilities && (*capabilities & kWanted) == kWanted ? ReadingRights::Capabilities
                                                                : ReadingRights::User;
}

}  // namespace

SystemFacts readSystemFacts()
{
    SystemFacts facts;
    for (const char* path : {"/etc/os-release", "/usr/lib/os-release"}) {
        if (facts.name.empty()) {
            facts.name = systemNameIn(readTextFile(path, kMaxFactBytes).value_or(std::string()));
        }
    }
    utsname names{};
    if (::uname(&names) == 0) {
        facts.kernel = std::string(static_cast<const char*>(names.sysname)) + " " +
                       static_cast<const char*>(names.release);
        facts.machine = static_cast<const char*>(names.machine);
    }
    facts.rights = readingRights();
    struct stat lists {};
    facts.hasPackageLists = ::stat("/var/lib/dpkg/info", &lists) == 0 && S_ISDIR(lists.st_mode);
    return facts;
}

}  // namespace quaywatch
