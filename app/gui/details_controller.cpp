// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/details_controller.h"

#include "app/gui/details_panel.h"

#include <algorithm>
#include <chrono>

namespace quaywatch {

using namespace std::chrono_literals;

DetailsController::DetailsController(MonitorController& monitor, DetailsPanel& panel,
                                     QObject* parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_panel(panel)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(80ms);
    connect(&m_rest, &QTimer::timeout, this, &DetailsController::ask);
    connect(&monitor, &MonitorController::updated, this, &DetailsController::refresh);
    connect(&monitor, &MonitorController::detailsReady, this, [this](const DetailsAnswer& answer) {
        m_panel.setDetails(answer.details);
        m_awaitsDetails = false;
        settle();
    });
    connect(&monitor, &MonitorController::explanationReady, this, [this](const PortAnswer& answer) {
        m_panel.setExplanation(answer);
        m_awaitsExplanation = false;
        settle();
    });
    connect(&panel, &DetailsPanel::inspectRequested, this, &DetailsController::inspect);
}

void DetailsController::follow(const SocketRecord* socket)
{
    if (socket == nullptr) {
        m_key.reset();
        m_rest.stop();
        m_monitor.forgetRequests();
        m_panel.showNothing();
        return;
    }
    if (m_key == socket->key) {
        return;
    }
    m_key = socket->key;
    m_monitor.forgetRequests();
    m_panel.showSocket(*socket, m_monitor.snapshot());
    m_rest.start();
}

void DetailsController::refresh(const SnapshotUpdate& update)
{
    if (!m_key || update.steps.isQuiet()) {
        return;
    }
    const std::vector<SocketRecord>& sockets = update.after->sockets;
    const auto found = std::lower_bound(
        sockets.begin(), sockets.end(), *m_key,
        [](const SocketRecord& socket, const SocketKey& key) { return socket.key < key; });
    // One that has closed stays as it last was.
    if (found != sockets.end() && found->key == *m_key) {
        m_panel.updateSocket(*found, update.after);
        m_rest.start();
    }
}

void DetailsController::ask()
{
    m_awaitsExplanation = m_key.has_value();
    if (m_key) {
        m_monitor.requestExplanation(m_key->localPort, m_key->protocol);
    }
    const std::optional<std::uint32_t> pid = m_panel.pid();
    m_awaitsDetails = pid.has_value();
    if (pid) {
        m_monitor.requestDetails(*pid);
    }
}

void DetailsController::settle()
{
    if (!m_awaitsDetails && !m_awaitsExplanation) {
        emit settled();
    }
}

}  // namespace quaywatch
