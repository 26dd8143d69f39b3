// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/rpc_program.h"

#include <algorithm>
#include <array>

namespace quaywatch {
namespace {

struct Program {
    std::uint32_t number = 0;
    std::string_view name;
};

// Ascending by number.
constexpr std::array kPrograms{
    Program{100000, "portmapper"}, Program{100001, "rstatd"},    Program{100002, "rusersd"},
    Program{100003, "nfs"},        Program{100004, "ypserv"},    Program{100005, "mountd"},
    Program{100007, "ypbind"},     Program{100008, "walld"},     Program{100009, "yppasswdd"},
    Program{100011, "rquotad"},    Program{100012, "sprayd"},    Program{100017, "rexd"},
    Program{100020, "llockmgr"},   Program{100021, "nlockmgr"},  Program{100024, "status"},
    Program{100026, "bootparam"},  Program{100028, "ypupdated"}, Program{100029, "keyserv"},
    Program{100068, "cmsd"},       Program{100069, "ypxfrd"},    Program{100083, "ttdbserverd"},
    Program{100099, "autofs"},     Program{100227, "nfs_acl"},   Program{100232, "sadmind"},
    Program{100300, "nisd"},       Program{150001, "pcnfsd"},    Program{300019, "amd"},
    Program{391002, "sgi_fam"},    Program{545580417, "bwnfsd"}, Program{600100069, "fypxfrd"},
};

}  // namespace

std::string_view rpcProgramName(std::uint32_t program) noexcept
{
    const auto* found = std::lower_bound(
        kPrograms.begin(), kPrograms.end(), program,
        [](const Program& row, std::uint32_t number) { return row.number < number; });
    return found != kPrograms.end() && found->number == program ? found->name : std::string_view{};
}

std::optional<std::uint32_t> rpcProgramNamed(std::string_view name) noexcept
{
    const auto* found = std::find_if(kPrograms.begin(), kPrograms.end(),
                                     [name](const Program& row) { return row.name == name; });
    return found != kPrograms.end() ? std::optional(found->number) : std::nullopt;
}

}  // namespace quaywatch
