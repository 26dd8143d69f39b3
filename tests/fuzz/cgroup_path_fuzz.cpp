// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/cgroup_names.h"
#include "core/linux/procfs/cgroup_path.h"
#include "core/linux/procfs/command_line.h"
#include "core/linux/procfs/unit_files.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace quaywatch::linux_backend;

/// No text breaks the parsers of control groups, mounts, command lines and unit files. A unit is
/// safe to print in a terminal: it contains only characters that systemd allows.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes as text
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const CgroupFacts& facts : {parseCgroupPath(text), parseProcCgroup(text)}) {
        if (facts.serviceContext.unit &&
            facts.serviceContext.unit->find_first_of(" /\n\x1b<'\"") != std::string::npos) {
            std::abort();
        }
    }
    static_cast<void>(parseCgroupMount(text));
    static_cast<void>(parseUnitFile(text));
    const auto command = splitCommandLine(text);
    if (!command.empty()) {
        static_cast<void>(scriptOf(interpreterOf(baseName(command.front())), command));
    }
    return 0;
}
