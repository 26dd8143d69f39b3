// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/column_samples.h"

#include "app/text/labels.h"

#include <initializer_list>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

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

}  // namespace

QStringList columnSamples(Column column)
{
    switch (column) {
        case Column::LocalPort:
        case Column::RemotePort:
            return {u"65535"_s};
        case Column::Protocol:
            return {u"UDP6"_s};
        case Column::Pid:
            return {u"4194304"_s};  // the highest of Linux
        case Column::User:
            return {u"www-data"_s};
        case Column::LocalAddress:
        case Column::RemoteAddress:
            return {u"192.168.100.100"_s};
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
        case Column::Service:
            return {u"node-exporter"_s};
        case Column::Process:
            return {u"server.js - node"_s};
        case Column::Place:
            return {u"NetworkManager.service"_s};
        case Column::Received:
        case Column::Sent:
            return {u"888.8 MB"_s};
        case Column::ReceiveQueue:
        case Column::SendQueue:
            return {u"8888888"_s};
        case Column::SeenFor:
            return {u"23 h 59 min"_s};
        case Column::FirstSeen:
        case Column::ProcessStart:
            return {u"28 Nov 23:59"_s};
        case Column::Ident:
            return {u"USERID : UNIX : www-data"_s};
        case Column::Connections:
            return {u"9999"_s};
        case Column::Activity:
            return {u"00000000000"_s};  // the chart, and a number beside it
    }
    return {};
}

}  // namespace quaywatch
