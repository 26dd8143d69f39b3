// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/window/row_actions.h"

#include "app/gui/dialogs/end_process_dialog.h"
#include "app/gui/dialogs/expect_controller.h"
#include "app/gui/page/export_rows.h"
#include "app/text/isolated_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>
#include <QStringList>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

RowActions::RowActions(PageStack& pages, MonitorController& monitor, QWidget* window)
    : QObject(window)
    , m_pages(pages)
    , m_monitor(monitor)
    , m_window(window)
    , m_expect(new ExpectController(monitor, window))
{
    connect(m_expect, &ExpectController::done, this, &RowActions::marked);
    connect(m_expect, &ExpectController::failed, this, &RowActions::problemFound);
}

void RowActions::showMenu(const RowContext& context, const QPoint& position)
{
    RowMenu menu(context, m_window);
    connect(&menu, &RowMenu::inspectRequested, this, &RowActions::inspect);
    connect(&menu, &RowMenu::explainRequested, this, &RowActions::inspect);
    connect(&menu, &RowMenu::historyRequested, this, &RowActions::historyRequested);
    connect(&menu, &RowMenu::filterRequested, this, &RowActions::filterRequested);
    connect(&menu, &RowMenu::copyRequested, this, &RowActions::copy);
    connect(&menu, &RowMenu::endRequested, this,
            [&](ProcessSignal signal) { endAll(context.endRequest, signal); });
    connect(&menu, &RowMenu::expectRequested, this, [&] {
        const std::vector<SocketRecord> rows = context.marked();
        areExpected(rows) ? m_expect->askToForget(rows) : m_expect->ask(rows);
    });
    menu.exec(position);
}

void RowActions::inspect()
{
    Page& page = m_pages.page();
    if (page.activate() || (page.currentSocket() == nullptr && !page.currentPort())) {
        return;
    }
    emit detailsRequested();
}

void RowActions::expect()
{
    if (const SocketRecord* socket = m_pages.page().currentSocket()) {
        m_expect->ask(SocketRecord(*socket));
    } else {
        emit problemFound(tr("Not marked as expected: the listener no longer exists."));
    }
}

void RowActions::end(ProcessSignal signal)
{
    if (m_pages.page().currentSocket() != nullptr) {
        endAll(m_pages.page().endRequest(), signal);
    } else {
        emit problemFound(
            tr("Nothing was ended: no row is selected, or the selected one no longer exists."));
    }
}

void RowActions::endTarget(const std::optional<EndTarget>& target, ProcessSignal signal)
{
    endAll(EndRequest(target), signal);
}

void RowActions::endAll(const EndRequest& request, ProcessSignal signal)
{
    const int unknown = request.unknownCount();
    if (request.targets().empty()) {
        emit messageRequested(unknown > 1 ? tr("The owners of these sockets are unknown")
                                          : tr("The owner of this socket is unknown"));
        return;
    }
    QStringList remarks;
    if (unknown > 0) {
        remarks.append(tr("Rows whose owner is not known, left out: %1.").arg(unknown));
    }
    if (request.excessCount() > 0) {
        remarks.append(tr("Too many for one step, left out: %1.").arg(request.excessCount()));
    }
    EndProcessDialog dialog(m_monitor, request.targets(), remarks, signal, m_window);
    dialog.exec();
}

void RowActions::copy()
{
    const QString text = m_pages.page().selectionText();
    if (text.isEmpty()) {
        return;
    }
    QGuiApplication::clipboard()->setText(text);
    const int left = m_pages.page().uncopiedCount();
    emit messageRequested(
        left == 0 ? tr("Copied")
                  : tr("Copied, but %Ln more rows were too many. Press Ctrl+S to export them all.",
                       nullptr, left));
}

void RowActions::exportRows()
{
    const Exporter exporter = m_pages.page().exporter();
    if (!exporter) {
        emit messageRequested(tr("There is nothing to export here"));
        return;
    }
    const auto choice = askForExport(u"quaywatch-"_s + m_pages.currentView(),
                                     m_pages.page().exportFormats(), m_window);
    if (!choice) {
        return;
    }
    const auto write = [actions = QPointer<RowActions>(this), fileName = choice->fileName,
                        format = choice->format, exporter] {
        const QString problem = writeWhole(fileName, exporter(format));
        QMetaObject::invokeMethod(qApp, [actions, problem, fileName] {
            if (actions != nullptr) {
                actions->reportExport(fileName, problem);
            }
        });
    };
    m_exports.start(write);
}

void RowActions::reportExport(const QString& fileName, const QString& problem)
{
    if (problem.isEmpty()) {
        emit messageRequested(tr("Exported to %1").arg(inSentence(fileName)));
    } else {
        emit problemFound(problem);
    }
}

}  // namespace quaywatch
