// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/socket_lines.h"

#include "app/text/isolated_text.h"
#include "app/text/labels.h"
#include "app/text/qt_text.h"
#include "app/text/time_text.h"
#include "core/sockets/ident.h"
#include "core/text/shell_quote.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <string>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

struct LineText {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::SocketLines)
};

QChar protocolLetter(const SocketRecord& socket)
{
    return socket.key.protocol == Protocol::Udp ? u'u' : u't';
}

/// A UDP socket is connected to its peer by its own program.
QString arrowOf(const SocketRecord& socket)
{
    if (socket.key.protocol == Protocol::Udp) {
        return u" → "_s;
    }
    if (!socket.isOpener) {
        return u" ↔ "_s;
    }
    return *socket.isOpener ? u" → "_s : u" ← "_s;
}

}  // namespace

QString endpointText(const Endpoint& endpoint)
{
    return fromUtf8(toString(endpoint));
}

QString socketLine(const SocketRecord& socket)
{
    QString text = Labels::badge(socket.key.protocol, socket.key.localAddress.family()) + u' ' +
                   endpointText(socket.local());
    if (socket.hasRemote()) {
        text += arrowOf(socket) + endpointText(socket.remote());
    }
    return text;
}

QString identLine(const SocketRecord& socket)
{
    const std::optional<std::string> answer = identOf(socket);
    if (!answer) {
        return {};
    }
    const QString text = fullPlainText(*answer);
    return socket.hasRemote()
               ? u"%1 , %2 : %3"_s.arg(socket.key.localPort).arg(socket.key.remotePort).arg(text)
               : text;
}

bool isHeldBy(const SocketRecord& socket, std::uint32_t pid) noexcept
{
    const OwnerSet& owners = socket.owners();
    return std::any_of(owners.begin(), owners.end(),
                       [pid](const ProcessPtr& owner) { return owner->id.pid == pid; });
}

QString relativeText(const RelatedProcess& process)
{
    return LineText::tr("%1 (PID %2)")
        .arg(inSentence(plainText(process.name)), QString::number(process.id.pid));
}

QString momentText(std::chrono::system_clock::time_point moment)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>(moment.time_since_epoch()).count());
    if (local.date() == QDate::currentDate()) {
        return LineText::tr("today %1").arg(hoursToSeconds(local.time()));
    }
    return dateAndMinutes(local);
}

QString commandText(const ProcessInfo& info)
{
    QStringList words;
    for (const std::string& word : info.command) {
        words.append(fromUtf8(shellQuote(fullPlainText(word).toStdString())));
    }
    return words.join(u' ');
}

QString ssCommand(const SocketRecord& socket)
{
    const QString port = QString::number(socket.key.localPort);
    if (socket.isListener()) {
        return u"sudo ss -%1lpn 'sport = :%2'"_s.arg(protocolLetter(socket)).arg(port);
    }
    return u"sudo ss -%1apn 'sport = :%2 and dport = :%3'"_s.arg(protocolLetter(socket))
        .arg(port, QString::number(socket.key.remotePort));
}

QString lsofCommand(const SocketRecord& socket)
{
    return u"sudo lsof -nP -i %1:%2"_s.arg(fromUtf8(token(socket.key.protocol)).toUpper(),
                                           QString::number(socket.key.localPort));
}

QString netstatCommand(const SocketRecord& socket)
{
    return u"sudo netstat -%1%2pn | grep ':%3 '"_s.arg(protocolLetter(socket))
        .arg(socket.isListener() ? u'l' : u'a')
        .arg(socket.key.localPort);
}

}  // namespace quaywatch
