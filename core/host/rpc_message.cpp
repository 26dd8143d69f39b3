// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/rpc_message.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <system_error>

namespace quaywatch {
namespace {

constexpr std::uint32_t kLastFragment = 0x80000000U;
constexpr std::uint32_t kCall = 0;
constexpr std::uint32_t kReply = 1;
constexpr std::uint32_t kRpcVersion = 2;
constexpr std::uint32_t kPortmapper = 100000;
constexpr std::uint32_t kPortmapperVersion = 2;
constexpr std::uint32_t kRpcbindVersion = 4;
constexpr std::uint32_t kDump = 4;
constexpr std::uint32_t kNoAuthentication = 0;
constexpr std::uint32_t kAccepted = 0;
constexpr std::uint32_t kSuccess = 0;
constexpr std::uint32_t kMaxVerifier = 400;  // RFC 5531, section 8.2
constexpr std::uint32_t kIpProtocolTcp = 6;
constexpr std::uint32_t kIpProtocolUdp = 17;
constexpr std::size_t kWord = 4;

std::uint32_t wordAt(std::span<const std::uint8_t> bytes, std::size_t at)
{
    return std::uint32_t{bytes[at]} << 24 | std::uint32_t{bytes[at + 1]} << 16 |
           std::uint32_t{bytes[at + 2]} << 8 | std::uint32_t{bytes[at + 3]};
}

/// Reads XDR words from the front; after the data has run out, it returns zeros.
class XdrReader {
public:
    explicit XdrReader(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes)
    {
    }

    std::uint32_t word()
    {
        if (m_bytes.size() < kWord) {
            m_isShort = true;
            return 0;
        }
        const std::uint32_t value = wordAt(m_bytes, 0);
        m_bytes = m_bytes.subspan(kWord);
        return value;
    }
    std::string text()
    {
        const std::size_t length = word();
        const auto bytes = m_bytes.first(std::min(length, m_bytes.size()));
        skip((length + kWord - 1) / kWord * kWord);
        std::string value(bytes.size(), '\0');
        std::transform(bytes.begin(), bytes.end(), value.begin(),
                       [](std::uint8_t each) { return static_cast<char>(each); });
        return value;
    }
    void skip(std::size_t count)
    {
        m_isShort = m_isShort || count > m_bytes.size();
        m_bytes = m_bytes.subspan(std::min(count, m_bytes.size()));
    }
    [[nodiscard]] bool isShort() const { return m_isShort; }

private:
    std::span<const std::uint8_t> m_bytes;
    bool m_isShort = false;
};

tl::unexpected<Error> malformed(std::string_view what)
{
    return failure(ErrorCode::Malformed, "rpcbind's answer: " + std::string(what));
}

std::optional<Protocol> transport(std::uint32_t ipProtocol)
{
    if (ipProtocol == kIpProtocolTcp) {
        return Protocol::Tcp;
    }
    return ipProtocol == kIpProtocolUdp ? std::optional(Protocol::Udp) : std::nullopt;
}

/// Protocol of "tcp", "tcp6", "udp" and "udp6" in /etc/netconfig; empty for "local" and others.
std::optional<Protocol> transportNamed(std::string_view networkId)
{
    if (networkId == "tcp" || networkId == "tcp6") {
        return Protocol::Tcp;
    }
    const bool isUdp = networkId == "udp" || networkId == "udp6";
    return isUdp ? std::optional(Protocol::Udp) : std::nullopt;
}

template <class Number>
std::optional<Number> numberIn(std::string_view text)
{
    Number number{};
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && stop == end ? std::optional(number) : std::nullopt;
}

/// The port at the end of a universal address (RFC 5665): "0.0.0.0.2.142" is 2 * 256 + 142.
Port portOf(std::string_view universalAddress)
{
    const auto low = universalAddress.rfind('.');
    if (low == std::string_view::npos || low == 0) {
        return 0;
    }
    const auto high = universalAddress.rfind('.', low - 1);
    if (high == std::string_view::npos) {
        return 0;
    }
    const auto upper = numberIn<std::uint8_t>(universalAddress.substr(high + 1, low - high - 1));
    const auto lower = numberIn<std::uint8_t>(universalAddress.substr(low + 1));
    return upper && lower ? static_cast<Port>(*upper * 256 + *lower) : Port{0};
}

/// Parses the name that rpcbind gives to the caller of a registration: "superuser", a number, or
/// "unknown" for calls over the network, which it accepts only from a privileged port.
std::optional<std::uint32_t> registrantOf(std::string_view owner)
{
    return owner == "superuser" ? std::optional(std::uint32_t{0}) : numberIn<std::uint32_t>(owner);
}

/// Reads one entry of the list; empty for an entry that is not a TCP or UDP port.
std::optional<RpcService> readMapping(XdrReader& reader)
{
    const std::uint32_t program = reader.word();
    const std::uint32_t version = reader.word();
    const std::optional<Protocol> protocol = transport(reader.word());
    const std::uint32_t port = reader.word();
    if (!protocol || port == 0 || port > UINT16_MAX) {
        return std::nullopt;
    }
    return RpcService{program, version, *protocol, static_cast<Port>(port)};
}

std::optional<RpcService> readAddress(XdrReader& reader)
{
    const std::uint32_t program = reader.word();
    const std::uint32_t version = reader.word();
    const std::optional<Protocol> protocol = transportNamed(reader.text());
    const Port port = portOf(reader.text());
    const auto registrant = registrantOf(reader.text());
    if (!protocol || port == 0) {
        return std::nullopt;
    }
    return RpcService{program, version, *protocol, port, registrant};
}

/// Reads everything before the list; empty if the call was accepted and executed.
std::optional<Error> readHeader(XdrReader& reader, std::uint32_t transactionId)
{
    const auto refusal = [](ErrorCode code, std::string_view what) {
        return failure(code, "rpcbind's answer: " + std::string(what)).value();
    };
    if (reader.word() != transactionId || reader.word() != kReply) {
        return refusal(ErrorCode::Malformed, "not a reply to our call");
    }
    if (reader.word() != kAccepted) {
        return refusal(ErrorCode::PermissionDenied, "call denied");
    }
    reader.word();  // the verifier's flavor: nothing is verified over loopback
    const std::uint32_t verifierLength = reader.word();
    if (verifierLength > kMaxVerifier) {
        return refusal(ErrorCode::Malformed, "verifier too long");
    }
    reader.skip((verifierLength + kWord - 1) / kWord * kWord);
    if (reader.word() != kSuccess) {
        return refusal(ErrorCode::PermissionDenied, "call not carried out");
    }
    return std::nullopt;
}

}  // namespace

std::array<std::uint8_t, 44> encodeRpcbindDump(std::uint32_t transactionId, RpcList list) noexcept
{
    constexpr std::uint32_t kLength = 10 * kWord;
    const std::array<std::uint32_t, 11> words{
        kLastFragment | kLength,
        transactionId,
        kCall,
        kRpcVersion,
        kPortmapper,
        list == RpcList::Rpcbind ? kRpcbindVersion : kPortmapperVersion,
        kDump,
        kNoAuthentication,
        0,  // length of the credential
        kNoAuthentication,
        0,  // length of the verifier
    };
    std::array<std::uint8_t, 44> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<std::uint8_t>(words[i / kWord] >> (24 - 8 * (i % kWord)));
    }
    return bytes;
}

Result<std::optional<std::vector<std::uint8_t>>> firstRpcRecord(
    std::span<const std::uint8_t> received)
{
    std::vector<std::uint8_t> record;
    while (received.size() >= kWord) {
        const std::uint32_t mark = wordAt(received, 0);
        const std::size_t length = mark & ~kLastFragment;
        received = received.subspan(kWord);
        if (length > kMaxRpcRecord - record.size()) {
            return malformed("longer than any list of services");
        }
        if (length > received.size()) {
            break;
        }
        record.insert(record.end(), received.begin(),
                      received.begin() + static_cast<std::ptrdiff_t>(length));
        received = received.subspan(length);
        if ((mark & kLastFragment) != 0) {
            return std::optional(std::move(record));
        }
    }
    return std::optional<std::vector<std::uint8_t>>{};
}

Result<std::vector<RpcService>> decodeRpcbindDump(std::span<const std::uint8_t> record,
                                                  std::uint32_t transactionId, RpcList list)
{
    XdrReader reader(record);
    if (auto error = readHeader(reader, transactionId)) {
        return tl::unexpected(*std::move(error));
    }
    std::vector<RpcService> services;
    for (std::uint32_t hasMore = reader.word(); hasMore != 0; hasMore = reader.word()) {
        const auto service = list == RpcList::Rpcbind ? readAddress(reader) : readMapping(reader);
        if (hasMore != 1 || reader.isShort()) {
            return malformed("list cut short");
        }
        if (service) {
            services.push_back(*service);
        }
    }
    if (reader.isShort()) {
        return malformed("list cut short");
    }
    std::sort(services.begin(), services.end());
    services.erase(std::unique(services.begin(), services.end()), services.end());
    return services;
}

}  // namespace quaywatch
