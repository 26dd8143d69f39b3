// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/column_samples.h"

#include "app/text/labels.h"

#include <QStringView>

#include <array>
#include <cstddef>
#include <initializer_list>

namespace quaywatch {

namespace {

template <typename Value>
QStringList badges(std::initializer_list<Value> values)
{
    QStringList texts;
    for (const Value value : values) {
        texts.append(Labels::badge(value));
    }
    return texts;
}

QStringList stateBadges()
{
    return badges({SocketState::Listen, SocketState::Bound, SocketState::Established,
                   SocketState::Connected, SocketState::SynSent, SocketState::SynReceived,
                   SocketState::CloseWait, SocketState::LastAck, SocketState::Closing,
                   SocketState::FinWait1, SocketState::FinWait2, SocketState::TimeWait,
                   SocketState::Closed});
}

/// The badges of a column; empty for a column of texts.
QStringList badgesOf(Column column)
{
    switch (column) {
        case Column::State:
            return stateBadges();
        case Column::Exposure:
            return badges({Exposure::Loopback, Exposure::LinkLocal, Exposure::Private,
                           Exposure::Multicast, Exposure::Public, Exposure::All});
        case Column::Assignment:
            return badges({AssignmentState::Assigned, AssignmentState::Unassigned,
                           AssignmentState::Reserved, AssignmentState::Private,
                           AssignmentState::Deassigned, AssignmentState::Unlisted});
        case Column::Verdict:
            return badges(
                {Verdict::Ordinary, Verdict::Expected, Verdict::Explained, Verdict::Unexpected});
        default:
            return {};
    }
}

/// The widest usual value.
constexpr std::array<QStringView, kListenerColumnCount> kTexts{
    u"65535",                     // LocalPort
    u"UDP6",                      // Protocol
    u"node-exporter",             // Service
    u"server.js - node",          // Process
    u"4194304",                   // Pid: the highest of Linux
    u"www-data",                  // User
    u"192.168.100.100",           // LocalAddress
    u"192.168.100.100",           // RemoteAddress
    u"65535",                     // RemotePort
    u"",                          // State
    u"",                          // Exposure
    u"",                          // Assignment
    u"",                          // Verdict
    u"NetworkManager.service",    // Place
    u"888.8 MB",                  // Received
    u"888.8 MB",                  // Sent
    u"8888888",                   // ReceiveQueue
    u"8888888",                   // SendQueue
    u"23 h 59 min",               // SeenFor
    u"28 Nov 23:59",              // FirstSeen
    u"28 Nov 23:59",              // ProcessStart
    u"USERID : UNIX : www-data",  // Ident
    u"9999",                      // Connections
    u"00000000000",               // Activity: the chart, and a number beside it
};

}  // namespace

QStringList columnSamples(Column column)
{
    QStringList samples = badgesOf(column);
    if (samples.isEmpty()) {
        samples.append(kTexts.at(static_cast<std::size_t>(column)).toString());
    }
    return samples;
}

}  // namespace quaywatch
