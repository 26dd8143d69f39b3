// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/single_instance.h"

#include "core/host/host_facts.h"
#include "core/host/peer_user.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
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
constexpr int kMaxClients = 8;
constexpr std::chrono::milliseconds kGuestTime = 2s;
constexpr unsigned long kRetryMilliseconds = 20;
constexpr QByteArrayView kThanks("done\n");

/// Keeps the name short: the path of a socket may have only about a hundred bytes.
QString shortNameOf(const QString& place)
{
    const QByteArray hash = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256);
    return u"quaywatch-"_s + QString::fromLatin1(hash.left(6).toHex());
}

void makeRoomAt(const QString& path)
{
    constexpr int kMaxSetAside = 100;
    for (int i = 1; i <= kMaxSetAside; ++i) {
        if (QFile::rename(path, path + u".aside-%1"_s.arg(i))) {
            return;
        }
    }
}

int milliseconds(const QDeadlineTimer& deadline)
{
    return static_cast<int>(std::max<qint64>(deadline.remainingTime(), 1));
}

}  // namespace

SingleInstance::SingleInstance(const QString& folder, const QString& place, QObject* parent)
    : QObject(parent)
    , m_path(folder.isEmpty() ? QString() : folder + u'/' + shortNameOf(place))
    , m_lock(QFile::encodeName(m_path + u".lock"_s).toStdString())
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(kMaxClients);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::takeConnection);
}

QString SingleInstance::defaultFolder()
{
    // Without $XDG_RUNTIME_DIR Qt asks the name service for this user's name, and may wait forever.
    return qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR")
               ? ownFolder(QDir::tempPath(), readCurrentUserWithoutName().uid)
               : QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
}

QString SingleInstance::ownFolder(const QString& parent, std::uint32_t uid)
{
    constexpr QFileDevice::Permissions kOwnOnly =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    const QString path = parent + u"/quaywatch-%1"_s.arg(uid);
    QDir().mkdir(path, kOwnOnly);
    // Another user may have created it first.
    const QFileInfo folder(path);
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                        QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    const bool isOurs = folder.isDir() && !folder.isSymLink() && folder.ownerId() == uid &&
                        (folder.permissions() & others) == 0;
    return isOurs ? path : QString();
}

QString SingleInstance::here(const QString& platform)
{
    QString display;
    if (platform.startsWith("wayland"_L1)) {
        // The default of wl_display_connect(3).
        display = qEnvironmentVariable("WAYLAND_DISPLAY", u"wayland-0"_s);
    } else {
        display = qEnvironmentVariable("DISPLAY");
        // X(7): ":77" and ":77.0" are one display; the number of its screen may be left out.
        static const QRegularExpression kScreen(u"(:\\d+)\\.\\d+$"_s);
        display.replace(kScreen, u"\\1"_s);
    }
    return display + u'\n' + QFile::symLinkTarget(u"/proc/self/ns/net"_s);
}

SingleInstance::Outcome SingleInstance::start(bool isHidden, const QString& view,
                                              std::chrono::milliseconds patience)
{
    if (m_path.isEmpty()) {
        return Outcome::First;
    }
    const Result<bool> isFirst = m_lock.tryLock();
    if (!isFirst) {
        return Outcome::First;  // If nothing can be locked, each instance runs alone.
    }
    if (!*isFirst) {
        const QByteArray message =
            isHidden ? QByteArrayLiteral("here\n") : "show " + view.toLatin1() + '\n';
        return handOver(message, patience) ? Outcome::HandedOver : Outcome::NoResponse;
    }
    // The holder of the lock is the only instance: a socket file that exists was left by a program
    // that was killed.
    const QString path = m_path + u".socket"_s;
    QLocalServer::removeServer(path);
    if (!m_server.listen(path)) {
        // Something that cannot be removed, such as a folder, has the name of the socket.
        makeRoomAt(path);
        m_server.listen(path);
    }
    return Outcome::First;
}

bool SingleInstance::handOver(const QByteArray& message, std::chrono::milliseconds patience) const
{
    const QDeadlineTimer deadline(patience);
    QLocalSocket socket;
    do {  // The other instance may hold the lock but not listen yet.
        socket.connectToServer(m_path + u".socket"_s);
        if (socket.waitForConnected(milliseconds(deadline))) {
            break;
        }
        QThread::msleep(kRetryMilliseconds);
    } while (!deadline.hasExpired());
    if (socket.state() != QLocalSocket::ConnectedState ||
        !isPeerOfThisUser(socket.socketDescriptor())) {
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
        if (!isPeerOfThisUser(socket->socketDescriptor()) ||
            m_server.findChildren<QLocalSocket*>(Qt::FindDirectChildrenOnly).size() > kMaxClients) {
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
        return;  // The line is not complete; the size and the time of a request are limited.
    }
    static const QRegularExpression kForm(uR"(\A(?:here|show ([a-z-]{0,32}))\n\z)"_s);
    const QRegularExpressionMatch match =
        kForm.match(QString::fromLatin1(socket.readLine(kLongestMessage)));
    if (!match.hasMatch()) {
        socket.abort();
        return;
    }
    socket.write(kThanks.data(), kThanks.size());
    socket.flush();  // Showing the window may take longer than the other instance waits.
    socket.disconnectFromServer();
    if (match.hasCaptured(1)) {
        emit raised(match.captured(1));
    }
}

}  // namespace quaywatch
