// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/expect_controller.h"

#include "app/gui/dialogs/forget_expected_dialog.h"
#include "app/gui/dialogs/mark_expected_dialog.h"
#include "app/gui/dialogs/mark_several_dialog.h"
#include "app/text/core_text.h"

namespace quaywatch {

ExpectController::ExpectController(MonitorController& monitor, QWidget* window)
    : QObject(window)
    , m_monitor(monitor)
    , m_window(window)
    , m_editor(monitor.baselinePath(), nullptr, monitor.systemBaselineFolder())
{
    // Poll at once, so that the user sees the result without waiting for the next poll.
    connect(&m_editor, &BaselineEditor::changed, &m_monitor, &MonitorController::refreshNow);
    connect(&m_editor, &BaselineEditor::refused, this, &ExpectController::reportRefusal);
}

/// Other refusals are shown by the dialog that is open.
void ExpectController::reportRefusal(const Error& error, std::uint64_t request)
{
    const QString reason = CoreText::of(describe(error));
    if (request == m_undo) {
        emit failed(tr("It could not be undone: %1").arg(reason));
    } else if (request == m_abandoned) {
        emit failed(tr("It could not be saved: %1").arg(reason));
    }
}

void ExpectController::ask(const SocketRecord& listener)
{
    if (listener.assessment.verdict == Verdict::Expected) {
        askToForget({listener});
        return;
    }
    MarkExpectedDialog dialog(m_editor, listener, m_window);
    if (dialog.exec() == QDialog::Accepted) {
        emit done(tr("Marked as expected"),
                  [this, entry = dialog.entry()] { m_undo = m_editor.remove(entry); });
    } else if (dialog.writing() != 0) {
        m_abandoned = dialog.writing();
    }
}

void ExpectController::ask(const std::vector<SocketRecord>& rows)
{
    if (rows.size() == 1) {
        ask(rows.front());
        return;
    }
    MarkSeveralDialog dialog(m_editor, rows, m_window);
    if (dialog.exec() == QDialog::Accepted) {
        const int count = static_cast<int>(dialog.entries().size());
        emit done(count == 1 ? tr("Marked as expected")
                             : tr("%Ln listeners marked as expected", nullptr, count),
                  [this, entries = dialog.entries()] { m_undo = m_editor.removeAll(entries); });
    } else if (dialog.writing() != 0) {
        m_abandoned = dialog.writing();
    }
}

void ExpectController::askToForget(const std::vector<SocketRecord>& rows)
{
    ForgetExpectedDialog dialog(m_editor, rows, m_window);
    if (dialog.exec() == QDialog::Accepted) {
        const int count = static_cast<int>(dialog.entries().size());
        emit done(count == 1 ? tr("Removed from expected")
                             : tr("%Ln entries removed from expected", nullptr, count),
                  [this, entries = dialog.entries()] { m_undo = m_editor.addAll(entries); });
    } else if (dialog.writing() != 0) {
        m_abandoned = dialog.writing();
    }
}

}  // namespace quaywatch
