// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/single_instance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QFile>
#include <QLocalSocket>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kLongestMessage = 64;
constexpr int kMostGuests = 8;
constexpr std::chrono::milliseconds kGuestTime = 2s;
constexpr unsigned long kRetryMilliseconds = 20;
constexpr QByteArrayView kThanks("done\n");

/// In the path of a socket every byte counts: it may have about a hundred.
QString shortNameOf(const QString& place)
{
    const QByteArray hash = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256);
    return u"quaywatch-"_s + QString::fromLatin1(hash.left(6).toHex());
}

int milliseconds(const QDeadlineTimer& deadline)
{
    return static_cast<int>(std::max<qint64>(deadline.remainingTime(), 1));
}

}  // namespace

SingleInstance::SingleInstance(const QString& folder, const QString& place, QObject* parent)
    : QObject(parent)
    , m_path(folder.isEmpty() ? QString() : folder + u'/' + shortNameOf(place))
    , m_lock(m_path + u".lock"_s)
{
    m_lock.setStaleLockTime(0);  // Only that of a program which is gone is stale, however old.
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(kMostGuests);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::takeConnection);
}

QString SingleInstance::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
}

QString SingleInstance::here()
{
    return qEnvironmentVariable("WAYLAND_DISPLAY") + u'\n' + qEnvironmentVariable("DISPLAY") +
           u'\n' + QFile::symLinkTarget(u"/proc/self/ns/net"_s);
}

SingleInstance::Outcome SingleInstance::start(bool isHidden, const QString& view,
                                              std::chrono::milliseconds patience)
{
    if (m_path.isEmpty()) {
        return Outcome::First;
    }
    if (!m_lock.tryLock(0)) {
        if (m_lock.error() != QLockFile::LockFailedError) {
            return Outcome::First;
        }
        const QByteArray message =
            isHidden ? QByteArrayLiteral("here\n") : "show " + view.toLatin1() + '\n';
        return handOver(message, patience) ? Outcome::HandedOver : Outcome::Deaf;
    }
    // Who holds the lock is the only one: a socket that is left is that of a program that was
    // killed.
    const QString path = m_path + u".socket"_s;
    QLocalServer::removeServer(path);
    m_server.listen(path);
    return Outcome::First;
}

bool SingleInstance::handOver(const QByteArray& message, std::chrono::milliseconds patience) const
{
    const QDeadlineTimer deadline(patience);
    QLocalSocket socket;
    do {  // The other one may have the lock and not yet the socket.
        socket.connectToServer(m_path + u".socket"_s);
        if (socket.waitForConnected(milliseconds(deadline))) {
            break;
        }
        QThread::msleep(kRetryMilliseconds);
    } while (!deadline.hasExpired());
    if (socket.state() != QLocalSocket::ConnectedState) {
        return false;
    }
    socket.write(message);
    while (!socket.canReadLine() && socket.waitForReadyRead(milliseconds(deadline))) {
    }
    return socket.readLine(kLongestMessage) == kThanks;
}

void SingleInstance::takeConnection()
{
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        if (m_server.findChildren<QLocalSocket*>(Qt::FindDirectChildrenOnly).size() > kMostGuests) {
            delete socket;
            continue;
        }
        socket->setReadBufferSize(kLongestMessage);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(*socket); });
        QTimer::singleShot(kGuestTime, socket, &QLocalSocket::abort);
        read(*socket);
    }
}

void SingleInstance::read(QLocalSocket& socket)
{
    if (!socket.canReadLine()) {
        return;  // It has little room, and little time.
    }
    static const QRegularExpression kForm(uR"(\A(?:here|show ([a-z-]{0,32}))\n\z)"_s);
    const QRegularExpressionMatch match =
        kForm.match(QString::fromLatin1(socket.readLine(kLongestMessage)));
    if (!match.hasMatch()) {
        socket.abort();
        return;
    }
    socket.write(kThanks.data(), kThanks.size());
    socket.flush();  // Showing the window may take longer than the other one waits.
    socket.disconnectFromServer();
    if (match.hasCaptured(1)) {
        emit raised(match.captured(1));
    }
}

}  // namespace quaywatch
