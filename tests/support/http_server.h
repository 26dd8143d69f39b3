// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QMap>
#include <QString>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <gtest/gtest.h>

namespace quaywatch::test {

/// A web server on loopback that answers each path with given bytes and records the requests. Lives
/// on the thread of the test.
class HttpServer final {
public:
    HttpServer()
    {
        EXPECT_TRUE(m_server.listen(QHostAddress::LocalHost));
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    }

    [[nodiscard]] QString address(const QString& path) const
    {
        return QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path);
    }

    /// The answer to a path, after the status line. Without an answer the connection stays open.
    void answer(const QByteArray& path, const QByteArray& status, const QByteArray& head,
                const QByteArray& body)
    {
        // Sent so that the client does not start another request on a connection that is about to
        // close.
        m_answers.insert(
            path, "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + head + "\r\n\r\n" + body);
    }
    void answerWith(const QByteArray& path, const QByteArray& body)
    {
        answer(path, "200 OK", lengthLine(body.size()) + "\r\nSet-Cookie: a=b", body);
    }
    /// A body that is shorter than the header says.
    void answerCutOff(const QByteArray& path, const QByteArray& body)
    {
        answer(path, "200 OK", lengthLine(body.size() + 10), body);
    }
    void redirect(const QByteArray& path, const QString& target)
    {
        answer(path, "302 Found", lengthLine(0) + "\r\nLocation: " + target.toUtf8(), {});
    }

    /// The headers of the received requests.
    [[nodiscard]] const QByteArrayList& requests() const noexcept { return m_requests; }

private:
    static QByteArray lengthLine(qsizetype size)
    {
        return "Content-Length: " + QByteArray::number(size);
    }
    void accept()
    {
        QTcpSocket* socket = m_server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            if (!socket->peek(kLongestHead).contains("\r\n\r\n")) {
                return;
            }
            const QByteArray request = socket->readAll();
            m_requests.append(request);
            const QByteArray path = request.split(' ').value(1);
            if (m_answers.contains(path)) {
                socket->write(m_answers.value(path));
                socket->disconnectFromHost();
            }
        });
    }

    static constexpr qint64 kLongestHead = 10'000;

    QTcpServer m_server;
    QMap<QByteArray, QByteArray> m_answers;
    QByteArrayList m_requests;
};

}  // namespace quaywatch::test
