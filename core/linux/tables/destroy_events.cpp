// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/destroy_events.h"

#include "core/linux/procfs/namespace_inode.h"
#include "core/linux/system/privileged_command.h"
#include "core/linux/system/signal_blocked_thread.h"
#include "core/linux/tables/destroy_message.h"
#include "core/message/message_list.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <system_error>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

/// An event has about 400 bytes; newer kernels have a longer tcp_info.
constexpr std::size_t kLongestDatagram = 8192;
/// Room for about 8,000 events that arrive faster than they are read.
constexpr int kReceiveBuffer = 8 << 20;
constexpr int kMaxConsecutive = 4096;

}  // namespace

Result<std::unique_ptr<CloseEventSource>> DestroyEvents::start(
    std::unique_ptr<EventChannel> channel, std::size_t maxKept)
{
    std::unique_ptr<DestroyEvents> events(new DestroyEvents(std::move(channel), maxKept));
    try {
        events->m_thread = startThreadWithSignalsBlocked(&DestroyEvents::run, events.get());
    } catch (const std::system_error& error) {
        return failure(ErrorCode::SystemError, "start a thread for events", error.code().value());
    }
    return events;
}

DestroyEvents::DestroyEvents(std::unique_ptr<EventChannel> channel, std::size_t maxKept)
    : m_channel(std::move(channel))
    , m_maxKept(maxKept)
    , m_networkNamespace(ownNetworkNamespace().value_or(0))
    , m_takenAt(std::chrono::system_clock::now())
{
}

DestroyEvents::~DestroyEvents()
{
    m_channel->interrupt();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

DestroyedSockets DestroyEvents::take()
{
    const std::lock_guard lock(m_mutex);
    DestroyedSockets taken = std::exchange(m_kept, {});
    reportLoss(taken);
    if (m_unkept) {
        taken.gaps.push_back(*std::exchange(m_unkept, std::nullopt));
    }
    return taken;
}

std::optional<Gap> DestroyEvents::gap() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_end) {
        return std::nullopt;
    }
    return Gap{Gap::Kind::Events, std::nullopt, *m_end, Message(MessageId::RestartQuaywatch)};
}

void DestroyEvents::run()
{
    while (m_channel->wait()) {
        if (!receiveAll()) {
            return;
        }
    }
}

/// Receives the pending events, at most kMaxConsecutive, so that an interruption is noticed even
/// while events arrive without end.
/// @return Whether to continue.
bool DestroyEvents::receiveAll()
{
    alignas(8) std::array<std::byte, kLongestDatagram> buffer;  // NOLINT(*-member-init)
    std::vector<DestroyedSocket> sockets;
    for (int i = 0; i < kMaxConsecutive; ++i) {
        const Result<std::size_t> length = m_channel->receive(buffer);
        if (!length && length.error().osCode == ENOBUFS) {
            const std::lock_guard lock(m_mutex);
            m_hasOverflowed = true;
            continue;
        }
        if (!length) {
            const std::lock_guard lock(m_mutex);
            m_end = describe(length.error());
            return false;
        }
        if (*length == 0) {
            break;
        }
        appendDestroyed(std::span(buffer).first(*length), m_networkNamespace,
                        std::chrono::system_clock::now(), sockets);
        keep(sockets);
    }
    return true;
}

void DestroyEvents::keep(std::vector<DestroyedSocket>& sockets)
{
    const std::lock_guard lock(m_mutex);
    for (const DestroyedSocket& socket : sockets) {
        if (m_kept.sockets.size() < m_maxKept) {
            m_kept.sockets.push_back(socket);
            continue;
        }
        if (!m_unkept) {
            m_unkept = EventGap{socket.at, socket.at, 0, Message(MessageId::TooManyCloses), {}};
        }
        m_unkept->to = socket.at;
        ++*m_unkept->count;
    }
    sockets.clear();
}

/// Adds a gap for events that the kernel dropped because its buffer was full. They were lost after
/// the last check of its counter, so between two calls of take(): the span of the gap is no wider,
/// however long the reading thread slept.
void DestroyEvents::reportLoss(DestroyedSockets& taken)
{
    const Time before = std::exchange(m_takenAt, std::chrono::system_clock::now());
    const std::optional<std::uint64_t> lost = m_channel->lostCount();
    const bool hasOverflowed = std::exchange(m_hasOverflowed, false);
    if (lost ? *lost == m_reportedLost : !hasOverflowed) {
        return;
    }
    EventGap gap{before, std::chrono::system_clock::now(), std::nullopt,
                 Message(MessageId::EventsDropped),
                 privilegedCommand("sysctl -w net.core.rmem_max=8388608", geteuid() == 0)};
    if (lost) {
        gap.count = *lost - std::exchange(m_reportedLost, *lost);
    }
    taken.gaps.push_back(std::move(gap));
}

}  // namespace quaywatch::linux_backend

namespace quaywatch {

Result<std::unique_ptr<CloseEventSource>> createCloseEventSource()
{
    using namespace linux_backend;
    return openEventChannel(kReceiveBuffer).and_then([](std::unique_ptr<EventChannel> channel) {
        return DestroyEvents::start(std::move(channel));
    });
}

}  // namespace quaywatch
