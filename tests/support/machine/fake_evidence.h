// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/program_evidence.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace quaywatch::test {

/// Evidence that a test sets; counts its queries.
class FakeEvidence final : public ProgramEvidence {
public:
    std::map<std::string, std::string> packages;  ///< By executable.
    std::map<std::uint32_t, std::string> packagesByPid;
    std::set<std::string> othersExecutables;
    int questions = 0;

    [[nodiscard]] std::optional<bool> isRootsOwn(const ProcessInfo& process) override
    {
        ++questions;
        return process.exe ? std::optional(!othersExecutables.contains(*process.exe))
                           : std::nullopt;
    }
    [[nodiscard]] std::optional<std::string> packageOf(
        const ProcessInfo& process, std::span<const std::string_view> wanted) override
    {
        ++questions;
        std::string package;
        if (const auto found = packagesByPid.find(process.id.pid); found != packagesByPid.end()) {
            package = found->second;
        } else if (const auto byExe = packages.find(process.exe.value_or(""));
                   byExe != packages.end()) {
            package = byExe->second;
        }
        const bool isWanted =
            !package.empty() && std::find(wanted.begin(), wanted.end(), package) != wanted.end();
        return isWanted ? std::optional(package) : std::nullopt;
    }
};

}  // namespace quaywatch::test
