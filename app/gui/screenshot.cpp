// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/screenshot.h"

#include "app/gui/window/main_window.h"
#include "app/text/core_text.h"
#include "core/base/error.h"

#include <QPixmap>
#include <QTimer>

#include <chrono>
#include <utility>

namespace quaywatch {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kLongestWait = 20s;
/// Time for layout and filtering after the last answer.
constexpr std::chrono::milliseconds kSettling = 250ms;

/// The previous message handler. It is static because a message handler is a plain function without
/// state.
QtMessageHandler& reportAsBefore()
{
    static QtMessageHandler handler = nullptr;
    return handler;
}

void tell(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (message != "This plugin does not support propagateSizeHints()"_L1) {
        reportAsBefore()(type, context, message);
    }
}

}  // namespace

void silenceOffscreenPlatform()
{
    reportAsBefore() = qInstallMessageHandler(tell);
}

Screenshot::Screenshot(MainWindow& window, MonitorController& monitor, QString fileName,
                       std::optional<Port> port)
    : m_window(window)
    , m_monitor(monitor)
    , m_fileName(std::move(fileName))
    , m_port(port)
{
    selectSoon();
    connect(&monitor, &MonitorController::failed, this,
            [this](const Error& error) { finish(CoreText::of(describe(error))); });
    QTimer::singleShot(kLongestWait, this, [this] { finish(tr("no answer in time")); });
}

void Screenshot::selectSoon()
{
    connect(
        &m_monitor, &MonitorController::shown, this,
        [this] { QTimer::singleShot(kSettling, this, &Screenshot::selectRow); },
        Qt::SingleShotConnection);
}

void Screenshot::selectRow()
{
    if (!m_window.page().isReady()) {
        selectSoon();
        return;
    }
    if (m_port && !m_window.selectPort(*m_port)) {
        finish(tr("no row has the local port %1").arg(*m_port));
        return;
    }
    if (!m_port) {
        m_window.page().selectFirst();
    }
    // The row may already have been current before, with its details complete.
    if (m_window.page().currentSocket() == nullptr || m_window.areDetailsSettled()) {
        takeSoon();
        return;
    }
    connect(&m_window, &MainWindow::detailsSettled, this, &Screenshot::takeSoon,
            Qt::SingleShotConnection);
}

void Screenshot::takeSoon()
{
    QTimer::singleShot(kSettling, this, &Screenshot::take);
}

void Screenshot::take()
{
    finish(m_window.grab().save(m_fileName, "PNG") ? QString()
                                                   : tr("%1 could not be written").arg(m_fileName));
}

void Screenshot::finish(const QString& problem)
{
    if (!std::exchange(m_isFinished, true)) {
        emit finished(problem);
    }
}

}  // namespace quaywatch
