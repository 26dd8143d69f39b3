// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/page/row_menu.h"

#include "app/gui/widgets/icons.h"
#include "app/text/filter_words.h"
#include "app/text/qt_text.h"
#include "app/text/socket_lines.h"
#include "core/export/socket_json.h"
#include "core/sockets/socket_user.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>

#include <algorithm>
#include <string>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

void copy(const QString& text)
{
    QApplication::clipboard()->setText(text);
}

QString exact(QLatin1StringView name, std::string_view value)
{
    return name + quotedFilterValue(fullPlainText(value));
}

/// Filter word for the container, otherwise for the unit.
QString placeWordOf(const SocketRecord& socket)
{
    if (socket.serviceContext && socket.serviceContext->container) {
        return exact("container:="_L1, *socket.serviceContext->container);
    }
    return socket.serviceContext && socket.serviceContext->unit
               ? exact("unit:="_L1, *socket.serviceContext->unit)
               : QString();
}

/// Filter word for the value in one column; empty if there is none.
QString filterWordOf(const SocketRecord& socket, Column column)
{
    const SocketKey& key = socket.key;
    const OwnerSet& owners = socket.owners();
    switch (column) {
        case Column::LocalPort:
        case Column::Service:
        case Column::Assignment:
        case Column::Connections:
        case Column::Activity:
            return u"port:%1"_s.arg(key.localPort);
        case Column::Protocol:
            return u"proto:"_s + fromUtf8(token(key.protocol));
        case Column::Process:
            return owners.empty() ? QString() : exact("process:="_L1, owners.front()->name);
        case Column::Pid:
        case Column::ProcessStart:
            return owners.empty() ? QString() : u"pid:%1"_s.arg(owners.front()->id.pid);
        case Column::User: {
            const std::string user = processUserOf(socket).text();
            return user.empty() ? QString() : exact("user:"_L1, user);
        }
        case Column::Ident:
            return socket.user ? exact("user:"_L1, *socket.user) : QString();
        case Column::LocalAddress:
        case Column::Exposure:
            return u"addr:"_s + fromUtf8(key.localAddress.unmapped().toString());
        case Column::RemoteAddress:
            return socket.hasRemote()
                       ? u"addr:"_s + fromUtf8(key.remoteAddress.unmapped().toString())
                       : QString();
        case Column::RemotePort:
            return socket.hasRemote() ? u"rport:%1"_s.arg(key.remotePort) : QString();
        case Column::State:
        case Column::Received:
        case Column::Sent:
        case Column::ReceiveQueue:
        case Column::SendQueue:
        case Column::SeenFor:
        case Column::FirstSeen:
            return u"state:"_s + fromUtf8(token(socket.state));
        case Column::Verdict:
            return u"verdict:"_s + fromUtf8(token(socket.assessment.verdict));
        case Column::Place:
            return placeWordOf(socket);
    }
    return {};
}

}  // namespace

RowMenu::RowMenu(RowContext context, QWidget* parent)
    : QMenu(parent)
    , m_context(std::move(context))
{
    setToolTipsVisible(true);
    for (const QPointer<QAction>& action : m_context.actions) {
        QMenu::addAction(action);
    }
    addSeparator();
    addProcessActions();
    addExpectAction();
    addSeparator();
    addCopyActions();
    addFilterActions();
    addBrowserAction();
}

void RowMenu::addProcessActions()
{
    QAction* inspect = addAction(themedIcon(u"inspect"_s), tr("&Inspect"));
    inspect->setShortcut(Qt::Key_Return);
    connect(inspect, &QAction::triggered, this, &RowMenu::inspectRequested);
    connect(addAction(themedIcon(u"explain"_s), tr("E&xplain this port")), &QAction::triggered,
            this, &RowMenu::explainRequested);
    const Port port = portOfRow(m_context.socket);
    connect(addAction(tr("Hi&story of port %1").arg(port)), &QAction::triggered, this,
            [this, port] { emit historyRequested(port); });
    addSeparator();
    QAction* end = addAction(themedIcon(u"end"_s), tr("&End process…"));
    end->setShortcut(Qt::Key_Delete);
    QAction* kill = addAction(tr("&Kill process…"));
    connect(end, &QAction::triggered, this,
            [this] { emit endRequested(ProcessSignal::Terminate); });
    connect(kill, &QAction::triggered, this, [this] { emit endRequested(ProcessSignal::Kill); });
    const auto hasOwner = [](const SocketRecord& row) {
        return row.ownerState != OwnerState::None && row.ownerState != OwnerState::Kernel;
    };
    const std::vector<SocketRecord> rows = m_context.marked();
    const bool canEnd = std::any_of(rows.begin(), rows.end(), hasOwner);
    end->setEnabled(canEnd);
    kill->setEnabled(canEnd);
}

void RowMenu::addExpectAction()
{
    const std::vector<SocketRecord> rows = m_context.marked();
    const auto isListener = [](const SocketRecord& row) { return row.isListener(); };
    if (std::none_of(rows.begin(), rows.end(), isListener)) {
        return;
    }
    addSeparator();
    QAction* action =
        addAction(themedIcon(u"check"_s),
                  areExpected(rows) ? tr("&Remove from expected…") : tr("&Mark as expected…"));
    connect(action, &QAction::triggered, this, &RowMenu::expectRequested);
}

void RowMenu::addCopyActions()
{
    QMenu* menu = addMenu(themedIcon(u"copy"_s), tr("&Copy"));
    const auto add = [&](const QString& label, const QString& text) {
        QAction* action = menu->addAction(label);
        connect(action, &QAction::triggered, this, [text] { copy(text); });
        return action;
    };
    const SocketRecord& socket = m_context.socket;
    add(tr("&Cell"), m_context.cellText)->setEnabled(!m_context.cellText.isEmpty());
    QAction* row = menu->addAction(tr("&Row"));
    row->setShortcut(QKeySequence::Copy);
    connect(row, &QAction::triggered, this, &RowMenu::copyRequested);
    connect(menu->addAction(tr("As &JSON")), &QAction::triggered, this,
            [this] { copy(jsonText(m_context.selected)); });
    menu->addSeparator();
    add(tr("As &ss command"), ssCommand(socket));
    add(tr("As &lsof command"), lsofCommand(socket));
    add(tr("As &netstat command"), netstatCommand(socket));
}

void RowMenu::addFilterActions()
{
    const QStringList words = filterWordsFor(m_context.socket, m_context.column);
    QMenu* only = addMenu(themedIcon(u"filter"_s), tr("&Filter by this"));
    QMenu* hide = addMenu(themedIcon(u"hide"_s), tr("&Hide this"));
    for (const QString& word : words) {
        connect(only->addAction(forMenu(word)), &QAction::triggered, this,
                [this, word] { emit filterRequested(word); });
        connect(hide->addAction(forMenu(word)), &QAction::triggered, this,
                [this, word] { emit filterRequested(u'!' + word); });
    }
}

void RowMenu::addBrowserAction()
{
    const SocketRecord& socket = m_context.socket;
    if (socket.state != SocketState::Listen) {
        return;
    }
    addSeparator();
    const QUrl url = browserUrl(socket);
    QAction* open = addAction(themedIcon(u"open"_s), tr("&Open in browser"));
    open->setToolTip(forTip(url.toString()));
    connect(open, &QAction::triggered, this, [url] { QDesktopServices::openUrl(url); });
}

std::vector<SocketRecord> RowContext::marked() const
{
    const bool isSelected =
        std::any_of(selected.begin(), selected.end(),
                    [this](const SocketRecord& row) { return row.key == socket.key; });
    return isSelected ? selected : std::vector<SocketRecord>{socket};
}

bool areExpected(const std::vector<SocketRecord>& rows)
{
    const auto isListener = [](const SocketRecord& row) { return row.isListener(); };
    return std::any_of(rows.begin(), rows.end(), isListener) &&
           std::all_of(rows.begin(), rows.end(), [](const SocketRecord& row) {
               return !row.isListener() || row.assessment.verdict == Verdict::Expected;
           });
}

Port portOfRow(const SocketRecord& socket) noexcept
{
    return socket.direction == Direction::Outbound ? socket.key.remotePort : socket.key.localPort;
}

QStringList filterWordsFor(const SocketRecord& socket, Column column)
{
    QStringList words;
    for (const Column each :
         {column, Column::LocalPort, Column::Process, Column::Pid, Column::User, Column::Place,
          Column::LocalAddress, Column::RemoteAddress, Column::RemotePort, Column::Protocol}) {
        words.append(filterWordOf(socket, each));
    }
    words.removeAll(QString());
    words.removeDuplicates();
    return words;
}

QString jsonText(const std::vector<SocketRecord>& sockets)
{
    std::string text;
    JsonWriter json(text);
    if (sockets.size() == 1) {
        writeSocket(json, sockets.front());
    } else {
        json.beginArray();
        for (const SocketRecord& socket : sockets) {
            writeSocket(json, socket);
        }
        json.endArray();
    }
    return fromUtf8(text);
}

QUrl browserUrl(const SocketRecord& listener)
{
    const IpAddress address = listener.key.localAddress.unmapped();
    QUrl url;
    url.setScheme(listener.key.localPort == 443 || listener.key.localPort == 8443 ? u"https"_s
                                                                                  : u"http"_s);
    url.setHost(address.isUnspecified() ? u"localhost"_s : fromUtf8(address.toString()));
    url.setPort(listener.key.localPort);
    return url;
}

}  // namespace quaywatch
