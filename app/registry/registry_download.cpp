// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/registry/registry_download.h"

#include "app/text/isolated_text.h"
#include "app/text/qt_text.h"
#include "core/registry/registry_records.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::seconds kPatience{30};
constexpr int kMaxRedirections = 5;
constexpr qint64 kMaxBytes = kMaxRegistryBytes;

bool isThisMachine(const QUrl& address)
{
    return address.host() == "localhost"_L1 || QHostAddress(address.host()).isLoopback();
}

QNetworkRequest requestFor(const QUrl& address, std::chrono::milliseconds patience)
{
    QNetworkRequest request(address);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::UserVerifiedRedirectPolicy);
    request.setMaximumRedirectsAllowed(kMaxRedirections);
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute}) {
        request.setAttribute(attribute, QNetworkRequest::Manual);
    }
    request.setTransferTimeout(static_cast<int>(patience.count()));
    // Qt would send the language of this machine. Without compression, the announced size is the
    // size of the received data.
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Quaywatch"_s);
    request.setRawHeader("Accept-Language", "en");
    request.setRawHeader("Accept-Encoding", "identity");
    return request;
}

}  // namespace

RegistryDownload::RegistryDownload(QObject* parent)
    : QObject(parent)
    , m_patience(kPatience)
{
}

QString RegistryDownload::problemOf(const QUrl& address)
{
    if (!address.isValid() || address.host().isEmpty()) {
        return tr("This is not an address. IANA's begins with https://");
    }
    if (!address.userInfo().isEmpty()) {
        return tr("An address with a name or a password in it is not used.");
    }
    const bool isSecure = address.scheme() == "https"_L1;
    if (!isSecure && !(address.scheme() == "http"_L1 && isThisMachine(address))) {
        return tr("Only an address that begins with https:// is used.");
    }
    return {};
}

void RegistryDownload::start(const QUrl& address)
{
    cancel();
    m_reply = m_manager.get(requestFor(address, m_patience));
    connect(m_reply, &QNetworkReply::redirected, this, &RegistryDownload::follow);
    connect(m_reply, &QNetworkReply::readyRead, this, &RegistryDownload::take);
    connect(m_reply, &QNetworkReply::downloadProgress, this, &RegistryDownload::progressed);
    connect(m_reply, &QNetworkReply::finished, this, &RegistryDownload::finish);
}

void RegistryDownload::cancel()
{
    m_bytes.clear();
    if (QNetworkReply* reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void RegistryDownload::follow(const QUrl& target)
{
    const bool isSameScheme = target.scheme() == m_reply->url().scheme();
    if (isSameScheme && problemOf(target).isEmpty()) {
        emit m_reply->redirectAllowed();
    } else {
        fail(tr("The server redirects to another address, %1, which is not used.")
                 .arg(inSentence(plainText(target.toDisplayString().toStdString(), 200))));
    }
}

void RegistryDownload::take()
{
    m_bytes += m_reply->readAll();
    if (m_bytes.size() > kMaxBytes) {
        fail(tr("The server sends far more data than the registry contains."));
    }
}

void RegistryDownload::finish()
{
    if (const QString problem = problemOfReply(); !problem.isEmpty()) {
        fail(problem);
        return;
    }
    take();
    if (m_reply == nullptr) {
        return;
    }
    // Qt does not always notice that a connection was closed too early.
    const QVariant announced = m_reply->header(QNetworkRequest::ContentLengthHeader);
    if (announced.isValid() && announced.toLongLong() != m_bytes.size()) {
        fail(tr("The download failed: it was cut off."));
        return;
    }
    const QByteArray bytes = std::exchange(m_bytes, {});
    cancel();
    emit finished(bytes);
}

QString RegistryDownload::problemOfReply() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // Qt 6.11 reports a timeout; earlier versions report a canceled operation.
    if (m_reply->error() == QNetworkReply::OperationCanceledError ||
        m_reply->error() == QNetworkReply::TimeoutError) {
        return tr("The server has sent nothing for a while.");
    }
    if (status != 0 && status != 200) {
        return tr("The server did not send the registry: it answered %1.").arg(status);
    }
    if (m_reply->error() != QNetworkReply::NoError) {
        return tr("The download failed: %1")
            .arg(inSentence(plainText(m_reply->errorString().toStdString(), 200)));
    }
    return {};
}

void RegistryDownload::fail(const QString& problem)
{
    cancel();
    emit failed(problem);
}

}  // namespace quaywatch
