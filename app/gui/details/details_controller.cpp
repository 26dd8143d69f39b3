// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/details/details_controller.h"

#include "app/gui/details/details_panel.h"
#include "app/text/activity_text.h"
#include "app/text/socket_lines.h"
#include "core/sockets/close_index.h"

#include <algorithm>
#include <chrono>

namespace quaywatch {

using namespace std::chrono_literals;

namespace {

template <class Predicate>
bool isAny(const Snapshot& snapshot, const std::vector<RowRun>& runs, Predicate predicate)
{
    return std::any_of(runs.begin(), runs.end(), [&](const RowRun& run) {
        const auto rows = rowsOf(snapshot, run);
        return std::any_of(rows.begin(), rows.end(), predicate);
    });
}

/// Whether an update concerns the sockets that a process holds. Checks only the changed rows.
bool isAbout(const SnapshotUpdate& update, std::uint32_t pid)
{
    const auto isHeld = [pid](const SocketRecord& socket) { return isHeldBy(socket, pid); };
    const auto isOrWasHeld = [&](const SocketRecord& socket) {
        const SocketRecord* was = findSocketRow(*update.before, socket.key);
        return isHeld(socket) || (was != nullptr && isHeld(*was));
    };
    return isAny(*update.after, update.steps.added, isHeld) ||
           isAny(*update.before, update.steps.removed, isHeld) ||
           isAny(*update.after, update.steps.changed, isOrWasHeld);
}

bool hasListener(const SnapshotPtr& snapshot, Port port)
{
    return snapshot != nullptr && std::any_of(snapshot->sockets.begin(), snapshot->sockets.end(),
                                              [port](const SocketRecord& socket) {
                                                  return socket.key.localPort == port &&
                                                         socket.isListener();
                                              });
}

/// Whether an update concerns the sockets on a port. Checks only the changed rows.
bool isAboutPort(const SnapshotUpdate& update, Port port)
{
    const auto isThere = [port](const SocketRecord& socket) {
        return socket.key.localPort == port;
    };
    return isAny(*update.after, update.steps.added, isThere) ||
           isAny(*update.after, update.steps.changed, isThere) ||
           (update.before != nullptr && isAny(*update.before, update.steps.removed, isThere));
}

}  // namespace

DetailsController::DetailsController(MonitorController& monitor, DetailsPanel& panel,
                                     QObject* parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_panel(panel)
{
    m_debounceTimer.setSingleShot(true);
    m_debounceTimer.setInterval(80ms);
    connect(&m_debounceTimer, &QTimer::timeout, this, &DetailsController::ask);
    connect(&monitor, &MonitorController::shown, this, &DetailsController::refresh);
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
        m_port.reset();
        forget();
        m_panel.showNothing();
        return;
    }
    if (m_key == socket->key) {
        return;
    }
    m_key = socket->key;
    m_port = portOf(socket->key);
    forget();
    m_isListener = socket->isListener();
    m_seenSince = socket->seenSince;
    m_panel.showSocket(*socket, m_monitor.shownSnapshot());
    reportActivity();
    m_debounceTimer.start();
}

void DetailsController::followPort(const PortId& port)
{
    if (!m_key && m_port == port) {
        return;
    }
    m_key.reset();
    m_port = port;
    forget();
    m_panel.showPort(port.port, hasListener(m_monitor.shownSnapshot(), port.port));
    m_debounceTimer.start();
}

/// Connections are counted by port, so the counts are shown for the port of a listener.
void DetailsController::reportActivity()
{
    m_panel.setActivity(m_isListener
                            ? ActivityText::sentence(m_monitor.activity(), m_key->localPort,
                                                     m_key->protocol, m_seenSince)
                            : QString());
}

void DetailsController::refresh(const SnapshotUpdate& update)
{
    if (!m_key) {
        refreshPort(update);
        return;
    }
    reportActivity();
    if (update.steps.isQuiet()) {
        return;
    }
    if (const auto pid = m_panel.pid(); pid && isAbout(update, *pid)) {
        m_panel.forgetOtherSockets();
    }
    if (const SocketRecord* socket = findSocketRow(*update.after, *m_key)) {
        m_panel.updateSocket(*socket, update.after);
        askAgain();
    } else {
        m_panel.showClosed(update.after->takenAt);
        if (isAboutPort(update, m_key->localPort)) {
            askAgain();  // what is on the port now
        }
    }
}

void DetailsController::refreshPort(const SnapshotUpdate& update)
{
    if (m_port && isAboutPort(update, m_port->port)) {
        m_panel.setPortHeld(hasListener(update.after, m_port->port));
        askAgain();
    }
}

void DetailsController::askAgain()
{
    if (isAsking()) {
        m_isStale = true;
    } else if (!m_debounceTimer.isActive()) {
        m_debounceTimer.start();
    }
}

void DetailsController::forget()
{
    m_monitor.forgetRequests();
    m_debounceTimer.stop();
    m_chosen.reset();
    m_awaitsDetails = false;
    m_awaitsExplanation = false;
    m_isStale = false;
}

void DetailsController::inspect(std::uint32_t pid)
{
    m_chosen = pid;
    m_awaitsDetails = true;
    m_monitor.requestDetails(pid);
}

void DetailsController::ask()
{
    m_isStale = false;
    m_awaitsExplanation = m_port.has_value();
    if (m_port) {
        m_monitor.requestExplanation(m_port->port, m_port->protocol);
    }
    const std::optional<std::uint32_t> pid = m_chosen ? m_chosen : m_panel.pid();
    m_awaitsDetails = pid.has_value();
    if (pid) {
        m_monitor.requestDetails(*pid);
    }
}

void DetailsController::settle()
{
    if (isAsking()) {
        return;
    }
    if (m_isStale) {
        m_debounceTimer.start();
    }
    emit settled();
}

}  // namespace quaywatch
