// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/socket_cells.h"

#include "app/models/row_order.h"
#include "app/text/bounded_text.h"
#include "app/text/column_labels.h"
#include "app/text/labels.h"
#include "app/text/number_text.h"
#include "app/text/qt_text.h"
#include "core/registry/service_registry.h"

#include <array>

namespace quaywatch {
namespace {

Tone toneOf(const SocketCell& cell) noexcept
{
    const SocketRecord& socket = cell.socket;
    switch (cell.column) {
        case Column::Protocol:
            return toneOf(socket.key.protocol);
        case Column::State:
            return toneOf(socket.state);
        case Column::Exposure:
            return socket.exposure ? toneOf(*socket.exposure) : Tone::None;
        case Column::Assignment:
            return toneOf(socket.key.localPort, socket.key.protocol);
        case Column::Verdict:
            return toneOf(socket.assessment);
        default:
            return Tone::None;
    }
}

bool isSecondary(Column column) noexcept
{
    switch (column) {
        case Column::Service:
        case Column::User:
        case Column::Assignment:
        case Column::Verdict:
        case Column::Place:
        case Column::ReceiveQueue:
        case Column::SendQueue:
        case Column::SeenFor:
        case Column::FirstSeen:
        case Column::ProcessStart:
        case Column::Ident:
            return true;
        default:
            return false;
    }
}

bool isZero(const SocketCell& cell) noexcept
{
    return (cell.column == Column::Received && cell.socket.bytesReceived == 0U) ||
           (cell.column == Column::Sent && cell.socket.bytesSent == 0U);
}

struct ColumnTraits {
    bool isNumeric = false;
    bool isMonospaced = false;
    bool isBadge = false;
};

constexpr std::array<ColumnTraits, kListenerColumnCount> kTraits{{
    {true, true},          // LocalPort
    {false, false, true},  // Protocol
    {false, false},        // Service
    {false, false},        // Process
    {true, true},          // Pid
    {false, false},        // User
    {false, true},         // LocalAddress
    {false, true},         // RemoteAddress
    {true, true},          // RemotePort
    {false, false, true},  // State
    {false, false, true},  // Exposure
    {false, false, true},  // Assignment
    {false, false, true},  // Verdict
    {false, false},        // Place
    {true, true},          // Received
    {true, true},          // Sent
    {true, true},          // ReceiveQueue
    {true, true},          // SendQueue
    {true, true},          // SeenFor
    {true, true},          // FirstSeen
    {true, true},          // ProcessStart
    {false, true},         // Ident
    {true, true},          // Connections
    {true, true},          // Activity
}};

const ColumnTraits& traitsOf(Column column) noexcept
{
    return kTraits[static_cast<std::size_t>(column)];
}

QVariant sortValue(const SocketCell& cell)
{
    const SocketRecord& socket = cell.socket;
    switch (cell.column) {
        case Column::LocalPort:
            return socket.key.localPort;
        case Column::RemotePort:
            return socket.hasRemote() ? QVariant(socket.key.remotePort) : QVariant();
        case Column::Pid:
            return leadOwner(socket) ? QVariant(leadOwner(socket)->id.pid) : QVariant();
        case Column::Received:
            return socket.bytesReceived ? QVariant(quint64{*socket.bytesReceived}) : QVariant();
        case Column::Sent:
            return socket.bytesSent ? QVariant(quint64{*socket.bytesSent}) : QVariant();
        case Column::ReceiveQueue:
            return socket.receiveQueue;
        case Column::SendQueue:
            return socket.sendQueue;
        default: {
            const QString text = socketText(cell);
            return text.isEmpty() ? QVariant() : QVariant(text);
        }
    }
}

}  // namespace

QVariant socketCell(const SocketCell& cell, int role)
{
    switch (role) {
        case Qt::DisplayRole: {
            const QString text = socketText(cell);
            return text.isEmpty() ? Labels::missing() : bounded(text);
        }
        case Qt::ToolTipRole:
            return forTip(socketTip(cell));
        case Qt::AccessibleTextRole:
            return bounded(socketPhrase(cell));
        case Qt::TextAlignmentRole:
            return static_cast<int>((isNumeric(cell.column) ? Qt::AlignRight : Qt::AlignLeft) |
                                    Qt::AlignVCenter);
        case SocketRole:
            return QVariant::fromValue(&cell.socket);
        case SortRole:
            return sortValue(cell);
        case FlashRole:
            return static_cast<int>(cell.flash);
        case SeverityRole:
            return severityCell(cell.socket.assessment);
        case BadgeRole:
            return static_cast<int>(toneOf(cell));
        case DimRole:
            return isSecondary(cell.column) || isZero(cell) || socketText(cell).isEmpty() ||
                   (cell.column == Column::Process && leadOwner(cell.socket) == nullptr);
        default:
            return {};
    }
}

QVariant countCell(std::size_t count, int role)
{
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return numberText(count);
        case Qt::ToolTipRole:
            return forTip(ColumnLabels::tip(Column::Connections));
        case Qt::TextAlignmentRole:
            return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
        case SortRole:
            return quint64{count};
        case DimRole:
            return count == 0;
        default:
            return {};
    }
}

QVariant headerCell(int section, Qt::Orientation orientation, int role, int columnCount)
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount) {
        return {};
    }
    const auto column = static_cast<Column>(section);
    switch (role) {
        case Qt::DisplayRole:
            return ColumnLabels::title(column);
        case Qt::ToolTipRole:
            return forTip(ColumnLabels::tip(column));
        case Qt::AccessibleTextRole:
            return ColumnLabels::title(column);
        case Qt::TextAlignmentRole:
            return static_cast<int>((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                    Qt::AlignVCenter);
        default:
            return {};
    }
}

QVariant severityCell(const Assessment& assessment)
{
    return assessment.verdict == Verdict::Unexpected
               ? QVariant(static_cast<int>(assessment.severity.value_or(Severity::Low)))
               : QVariant();
}

Tone toneOf(Protocol protocol) noexcept
{
    return protocol == Protocol::Udp ? Tone::Udp : Tone::Tcp;
}

Tone toneOf(SocketState state) noexcept
{
    switch (state) {
        case SocketState::Listen:
        case SocketState::Bound:
            return Tone::Listen;
        case SocketState::Established:
        case SocketState::Connected:
            return Tone::Established;
        case SocketState::SynSent:
        case SocketState::SynReceived:
            return Tone::Warning;
        case SocketState::CloseWait:
        case SocketState::LastAck:
        case SocketState::Closing:
        case SocketState::FinWait1:
        case SocketState::FinWait2:
            return Tone::Waiting;
        case SocketState::TimeWait:
        case SocketState::Closed:
            return Tone::Quiet;
    }
    return Tone::Quiet;
}

Tone toneOf(Exposure exposure) noexcept
{
    switch (exposure) {
        case Exposure::Loopback:
            return Tone::Quiet;
        case Exposure::LinkLocal:
        case Exposure::Private:
        case Exposure::Multicast:
            return Tone::Tcp;
        case Exposure::Public:
        case Exposure::All:
            return Tone::Waiting;
    }
    return Tone::Quiet;
}

Tone toneOf(Severity severity) noexcept
{
    switch (severity) {
        case Severity::High:
            return Tone::Danger;
        case Severity::Medium:
        case Severity::Low:
            return Tone::Warning;
        case Severity::Info:
            break;
    }
    return Tone::Quiet;
}

Tone toneOf(const Assessment& assessment) noexcept
{
    switch (assessment.verdict) {
        case Verdict::Ordinary:
            return Tone::None;
        case Verdict::Expected:
            return Tone::Established;
        case Verdict::Explained:
            return Tone::Tcp;
        case Verdict::Unexpected:
            return toneOf(assessment.severity.value_or(Severity::Low));
    }
    return Tone::None;
}

Tone toneOf(Port port, Protocol protocol) noexcept
{
    if (portClassOf(port) != PortClass::WellKnown) {
        return Tone::None;
    }
    switch (registry::lookup(port, protocol).state) {
        case AssignmentState::Assigned:
        case AssignmentState::Private:
            return Tone::None;
        default:
            return Tone::Warning;
    }
}

bool isNumeric(Column column) noexcept
{
    return traitsOf(column).isNumeric;
}

bool isMonospaced(Column column) noexcept
{
    return traitsOf(column).isMonospaced;
}

bool isBadgeColumn(Column column) noexcept
{
    return traitsOf(column).isBadge;
}

}  // namespace quaywatch
