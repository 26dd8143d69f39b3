// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/rpc_message.h"

#include "core/host/rpc_program.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <vector>

namespace quaywatch {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::uint32_t kId = 7;

Bytes xdr(std::initializer_list<std::uint32_t> words)
{
    Bytes bytes;
    for (const std::uint32_t word : words) {
        for (const unsigned shift : {24U, 16U, 8U, 0U}) {
            bytes.push_back(static_cast<std::uint8_t>(word >> shift));
        }
    }
    return bytes;
}

/// An answer: the six words of an accepted reply, then the list.
Bytes answerWith(std::initializer_list<std::uint32_t> list)
{
    Bytes bytes = xdr({kId, 1, 0, 0, 0, 0});
    const Bytes tail = xdr(list);
    bytes.insert(bytes.end(), tail.begin(), tail.end());
    return bytes;
}

ErrorCode codeOf(const Bytes& record)
{
    const auto services = decodeRpcbindDump(record, kId);
    EXPECT_FALSE(services);
    return services ? ErrorCode::SystemError : services.error().code;
}

TEST(EncodeRpcbindDump, IsOneRecordWithTheCallOfRfc1833)
{
    const auto call = encodeRpcbindDump(0x01020304);

    EXPECT_EQ(Bytes(call.begin(), call.end()),
              xdr({0x80000028, 0x01020304, 0, 2, 100000, 2, 4, 0, 0, 0, 0}));
}

TEST(FirstRpcRecord, IsEmptyUntilItIsComplete)
{
    const Bytes whole = xdr({0x80000008, 1, 2});

    for (std::size_t count = 0; count < whole.size(); ++count) {
        const auto record = firstRpcRecord(std::span(whole).first(count));
        ASSERT_TRUE(record);
        EXPECT_FALSE(*record) << count;
    }
    EXPECT_EQ(firstRpcRecord(whole).value(), xdr({1, 2}));
}

TEST(FirstRpcRecord, JoinsFragments)
{
    EXPECT_EQ(firstRpcRecord(xdr({4, 1, 0, 0x80000004, 2})).value(), xdr({1, 2}));
}

TEST(FirstRpcRecord, KeepsTheBytesAfterTheRecord)
{
    EXPECT_EQ(firstRpcRecord(xdr({0x80000004, 1, 0x80000004, 2})).value(), xdr({1}));
}

TEST(FirstRpcRecord, RejectsARecordThatIsTooLong)
{
    const auto record = firstRpcRecord(xdr({0xffffffff}));

    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().code, ErrorCode::Malformed);
}

TEST(DecodeRpcbindDump, GivesAscendingRowsWithoutDuplicates)
{
    const auto services = decodeRpcbindDump(answerWith({1, 100024, 1, 17, 40002,  //
                                                        1, 100000, 2, 6, 111,     //
                                                        1, 100000, 2, 6, 111, 0}),
                                            kId);

    ASSERT_TRUE(services);
    EXPECT_EQ(*services, (std::vector<RpcService>{{100000, 2, Protocol::Tcp, 111},
                                                  {100024, 1, Protocol::Udp, 40002}}));
}

TEST(DecodeRpcbindDump, AcceptsAnEmptyList)
{
    EXPECT_TRUE(decodeRpcbindDump(answerWith({0}), kId).value().empty());
}

TEST(DecodeRpcbindDump, OmitsOtherTransportsAndImpossiblePorts)
{
    const auto services = decodeRpcbindDump(
        answerWith({1, 1, 1, 132, 80, 1, 2, 1, 6, 0, 1, 3, 1, 6, 65536, 1, 4, 1, 6, 65535, 0}),
        kId);

    ASSERT_TRUE(services);
    EXPECT_EQ(*services, (std::vector<RpcService>{{4, 1, Protocol::Tcp, 65535}}));
}

TEST(DecodeRpcbindDump, SkipsAVerifierAndItsPadding)
{
    const Bytes record = xdr({kId, 1, 0, 1, 5, 0xaabbccdd, 0xee000000, 0, 0});

    EXPECT_TRUE(decodeRpcbindDump(record, kId));
}

TEST(DecodeRpcbindDump, RejectsATruncatedAnswer)
{
    const Bytes whole = answerWith({1, 100000, 2, 6, 111, 0});

    for (std::size_t count = 0; count < whole.size(); ++count) {
        EXPECT_FALSE(decodeRpcbindDump(std::span(whole).first(count), kId)) << count;
    }
    EXPECT_TRUE(decodeRpcbindDump(whole, kId));
}

TEST(DecodeRpcbindDump, RejectsTheAnswerToAnotherCallAndACall)
{
    EXPECT_EQ(codeOf(xdr({kId + 1, 1, 0, 0, 0, 0, 0})), ErrorCode::Malformed);
    EXPECT_EQ(codeOf(xdr({kId, 0, 0, 0, 0, 0, 0})), ErrorCode::Malformed);
}

TEST(DecodeRpcbindDump, ReportsARefusal)
{
    EXPECT_EQ(codeOf(xdr({kId, 1, 1, 1, 1})), ErrorCode::PermissionDenied);
    EXPECT_EQ(codeOf(xdr({kId, 1, 0, 0, 0, 1})), ErrorCode::PermissionDenied);
}

TEST(DecodeRpcbindDump, RejectsAWrongLength)
{
    EXPECT_EQ(codeOf(xdr({kId, 1, 0, 0, 0xffffffff, 0, 0})), ErrorCode::Malformed);
    EXPECT_EQ(codeOf(answerWith({2, 100000, 2, 6, 111, 0})), ErrorCode::Malformed);
}

TEST(RpcProgramName, KnowsTheUsualPrograms)
{
    EXPECT_EQ(rpcProgramName(100000), "portmapper");
    EXPECT_EQ(rpcProgramName(100024), "status");
    EXPECT_EQ(rpcProgramName(600100069), "fypxfrd");
    EXPECT_EQ(rpcProgramName(100006), "");
    EXPECT_EQ(rpcProgramName(0xffffffff), "");
}

/// An XDR string: its length, its bytes, and zeros up to a multiple of four.
void addText(Bytes& bytes, std::string_view text)
{
    const Bytes length = xdr({static_cast<std::uint32_t>(text.size())});
    bytes.insert(bytes.end(), length.begin(), length.end());
    bytes.insert(bytes.end(), text.begin(), text.end());
    bytes.resize((bytes.size() + 3) / 4 * 4);
}

struct Entry {
    std::uint32_t program = 100004;
    std::string_view network = "tcp";
    std::string_view address = "0.0.0.0.2.142";
    std::string_view owner = "superuser";
};

Result<std::vector<RpcService>> servicesIn(std::initializer_list<Entry> entries)
{
    Bytes bytes = answerWith({});
    for (const Entry& entry : entries) {
        const Bytes head = xdr({1, entry.program, 2});
        bytes.insert(bytes.end(), head.begin(), head.end());
        addText(bytes, entry.network);
        addText(bytes, entry.address);
        addText(bytes, entry.owner);
    }
    bytes.resize(bytes.size() + 4);
    return decodeRpcbindDump(bytes, kId, RpcList::Rpcbind);
}

TEST(EncodeRpcbindDump, RequestsTheRegistrantsByVersion4)
{
    const auto call = encodeRpcbindDump(0x01020304, RpcList::Rpcbind);

    EXPECT_EQ(Bytes(call.begin(), call.end()),
              xdr({0x80000028, 0x01020304, 0, 2, 100000, 4, 4, 0, 0, 0, 0}));
}

TEST(DecodeRpcbindList, ReturnsPortAndRegistrant)
{
    const auto services = servicesIn({{100004, "tcp", "0.0.0.0.2.142", "superuser"},
                                      {100024, "udp6", "::.223.45", "106"},
                                      {100005, "udp", "127.0.0.1.0.111", "unknown"}});

    ASSERT_TRUE(services);
    EXPECT_EQ(*services, (std::vector<RpcService>{{100004, 2, Protocol::Tcp, 654, 0},
                                                  {100005, 2, Protocol::Udp, 111, std::nullopt},
                                                  {100024, 2, Protocol::Udp, 57133, 106}}));
}

TEST(DecodeRpcbindList, OmitsInvalidPorts)
{
    const auto services = servicesIn({{1, "local", "/run/rpcbind.sock", "superuser"},
                                      {2, "tcp", "", "superuser"},
                                      {3, "tcp", "1", "superuser"},
                                      {4, "tcp", ".1", "superuser"},
                                      {5, "tcp", "0.0.0.0.256.1", "superuser"},
                                      {6, "tcp", "0.0.0.0.1.", "superuser"},
                                      {7, "tcp", "0.0.0.0.0.0", "superuser"},
                                      {8, "tcp", "0.0.0.0.-1.1", "superuser"}});

    ASSERT_TRUE(services);
    EXPECT_TRUE(services->empty());
}

TEST(DecodeRpcbindList, LeavesOutAnInvalidRegistrant)
{
    const auto services = servicesIn({{1, "tcp", "0.0.0.0.1.1", "4294967296"},
                                      {2, "tcp", "0.0.0.0.1.1", "0x0"},
                                      {3, "tcp", "0.0.0.0.1.1", ""}});

    ASSERT_TRUE(services);
    ASSERT_EQ(services->size(), 3U);
    for (const RpcService& service : *services) {
        EXPECT_FALSE(service.registrantUid) << service.program;
    }
}

TEST(DecodeRpcbindList, RejectsATruncatedList)
{
    const Bytes whole = [] {
        Bytes bytes = answerWith({1, 100004, 2});
        addText(bytes, "tcp");
        addText(bytes, "0.0.0.0.2.142");
        addText(bytes, "superuser");
        bytes.resize(bytes.size() + 4);
        return bytes;
    }();
    ASSERT_TRUE(decodeRpcbindDump(whole, kId, RpcList::Rpcbind));

    for (std::size_t count = 0; count < whole.size(); ++count) {
        EXPECT_FALSE(decodeRpcbindDump(std::span(whole).first(count), kId, RpcList::Rpcbind))
            << count;
    }
}

TEST(DecodeRpcbindList, RejectsATextLongerThanTheAnswer)
{
    EXPECT_FALSE(
        decodeRpcbindDump(answerWith({1, 100004, 2, 0xffffffff, 0, 0}), kId, RpcList::Rpcbind));
}

}  // namespace
}  // namespace quaywatch
