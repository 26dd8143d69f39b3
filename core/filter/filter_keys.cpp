// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/filter_keys.h"

#include "core/base/token_table.h"
#include "core/filter/filter_term.h"

#include <array>
#include <utility>

namespace quaywatch {
namespace {

using CompiledTerm = tl::expected<FilterTerm, FilterError>;

/// The compiled term as a term of any kind.
template <class Kind>
CompiledTerm wrapped(tl::expected<Kind, FilterError> term)
{
    if (!term) {
        return tl::unexpected(std::move(term.error()));
    }
    return FilterTerm(std::move(*term));
}

template <PortTerm::Ends ends>
CompiledTerm compilePort(const FilterToken& token, const FilterKey& /*key*/)
{
    return wrapped(PortTerm::compile(token, ends));
}

CompiledTerm compilePid(const FilterToken& token, const FilterKey& /*key*/)
{
    return wrapped(PidTerm::compile(token));
}

CompiledTerm compileAddress(const FilterToken& token, const FilterKey& /*key*/)
{
    return wrapped(AddressTerm::compile(token));
}

template <TextTerm::Field field>
CompiledTerm compileText(const FilterToken& token, const FilterKey& /*key*/)
{
    return wrapped(TextTerm::compile(token, field));
}

template <TokenTerm::Set set>
CompiledTerm compileTokens(const FilterToken& token, const FilterKey& key)
{
    return wrapped(TokenTerm::compile(token, key, set));
}

CompiledTerm compileIs(const FilterToken& token, const FilterKey& key)
{
    return wrapped(IsTerm::compile(token, key));
}

constexpr std::array<std::string_view, 2> kProtocolNames{"tcp", "udp"};
constexpr std::array<std::string_view, 12> kStateNames{
    "listen",     "established", "time-wait", "close-wait", "syn-sent", "syn-recv",
    "fin-wait-1", "fin-wait-2",  "last-ack",  "closing",    "bound",    "connected"};
constexpr std::array<std::string_view, 4> kVerdictNames{"ordinary", "unexpected", "expected",
                                                        "explained"};

using Ends = PortTerm::Ends;
using Field = TextTerm::Field;
using Set = TokenTerm::Set;

}  // namespace

std::span<const FilterKey> filterKeys() noexcept
{
    static const std::array<FilterKey, 14> kKeys{{
        {"port",
         "a port of either end, or a range of ports",
         "port:80,600-1023",
         {},
         compilePort<Ends::Both>},
        {"lport", "the port on this machine", "lport:22", {}, compilePort<Ends::Local>},
        {"rport", "the port at the other end", "rport:443", {}, compilePort<Ends::Remote>},
        {"proto", "the protocol", "proto:udp", kProtocolNames, compileTokens<Set::Protocols>},
        {"state", "the state of the socket", "state:listen,bound", kStateNames,
         compileTokens<Set::States>},
        {"process",
         "the name of an owner, or its path if there is a / in it",
         "process:nginx",
         {},
         compileText<Field::Process>},
        {"pid", "the process ID of an owner", "pid:4711", {}, compilePid},
        {"user",
         "the user, by name or number, of the socket or an owner",
         "user:alice",
         {},
         compileText<Field::User>},
        {"addr",
         "an address of either end, or a block of addresses",
         "addr:10.0.0.0/8",
         {},
         compileAddress},
        {"unit",
         "the systemd unit of the socket or an owner",
         "unit:ssh.service",
         {},
         compileText<Field::Unit>},
        {"container",
         "the container of the socket or an owner",
         "container:docker",
         {},
         compileText<Field::Container>},
        {"service",
         "the registered service name of a port of either end",
         "service:=https",
         {},
         compileText<Field::Service>},
        {"verdict", "what the program thinks of it", "verdict:unexpected", kVerdictNames,
         compileTokens<Set::Verdicts>},
        {"is", "one of the words that describe a socket", "is:exposed", isWords(), compileIs},
    }};
    return kKeys;
}

const FilterKey* findFilterKey(std::string_view name) noexcept
{
    for (const FilterKey& key : filterKeys()) {
        if (equalsIgnoringCase(key.name, name)) {
            return &key;
        }
    }
    return nullptr;
}

}  // namespace quaywatch
