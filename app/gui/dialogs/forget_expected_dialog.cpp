// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/forget_expected_dialog.h"

#include "app/gui/widgets/scrolled_column.h"
#include "app/gui/widgets/theme.h"
#include "app/text/bounded_text.h"
#include "app/text/core_text.h"
#include "app/text/qt_text.h"
#include "core/base/error.h"
#include "core/baseline/baseline_text.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <string>

namespace quaywatch {

namespace {

/// Characters of one entry that are shown: a path or a name may be very long.
constexpr qsizetype kLongestEntry = 2000;

}  // namespace

ForgetExpectedDialog::ForgetExpectedDialog(BaselineEditor& editor,
                                           const std::vector<SocketRecord>& rows, QWidget* parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_head(makePlainLabel(tr("Looking for the entry…"), this))
    , m_hint(makePlainLabel({}, this))
    , m_lines(new QPlainTextEdit(this))
{
    build();
    connect(&m_editor, &BaselineEditor::found, this, &ForgetExpectedDialog::showEntries);
    connect(&m_editor, &BaselineEditor::refused, this, &ForgetExpectedDialog::showError);
    connect(&m_editor, &BaselineEditor::changed, this, [this](quint64 request) {
        if (request == m_writing) {
            accept();
        }
    });
    m_request = m_editor.findExpecting(expectedAmong(rows));
}

std::vector<SocketRecord> ForgetExpectedDialog::expectedAmong(const std::vector<SocketRecord>& rows)
{
    std::vector<SocketRecord> listeners;
    int connections = 0;
    int others = 0;
    for (const SocketRecord& row : rows) {
        if (!row.isListener()) {
            ++connections;
        } else if (row.assessment.verdict != Verdict::Expected) {
            ++others;
        } else {
            listeners.push_back(row);
        }
    }
    addRemark(connections, tr("Connections left out: %1.").arg(connections));
    addRemark(others, tr("Not expected, left out: %1.").arg(others));
    return listeners;
}

void ForgetExpectedDialog::addRemark(int count, const QString& text)
{
    if (count > 0) {
        m_remarks.append(text);
    }
    m_hint->setText(m_remarks.join(u'\n'));
    m_hint->setVisible(!m_remarks.isEmpty());
}

void ForgetExpectedDialog::build()
{
    setWindowTitle(tr("Remove from expected"));
    QFont big = m_head->font();
    big.setPointSizeF(big.pointSizeF() * 1.2);
    big.setBold(true);
    m_head->setFont(big);
    m_head->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_hint->hide();
    m_lines->setReadOnly(true);
    m_lines->setFont(monospaceFont(font()));
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setMinimumHeight(m_lines->fontMetrics().lineSpacing() * 10);
    m_lines->setAccessibleName(tr("Lines to remove"));
    m_lines->setTabChangesFocus(true);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_remove = buttons->addButton(tr("Remove"), QDialogButtonBox::ActionRole);
    m_remove->setAutoDefault(false);
    m_remove->setEnabled(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    const ScrolledColumn column(*this);
    column.content().addWidget(m_head);
    column.content().addWidget(m_lines, 1);
    column.content().addWidget(m_hint);
    column.below().addWidget(buttons);
    column.fit(520);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &ForgetExpectedDialog::remove);
}

void ForgetExpectedDialog::showEntries(const ExpectedBy& by)
{
    if (by.request != m_request) {
        return;  // The answer to a dialog that was closed before.
    }
    const int excess =
        static_cast<int>(by.entries.size() - std::min(by.entries.size(), kMaxEntries));
    m_entries = by.entries;
    m_entries.resize(m_entries.size() - static_cast<std::size_t>(excess));
    if (m_entries.empty()) {
        m_head->setText(tr("No entry in the file matches it any more"));
        return;
    }
    addRemark(by.unmatched, tr("Listeners that no entry matches any more: %1.").arg(by.unmatched));
    addRemark(by.ofSystem, tr("Expected by a file of the system, left out: %1.").arg(by.ofSystem));
    addRemark(excess, tr("Too many for one step, left out: %1.").arg(excess));
    m_head->setText(question());
    QStringList parts;
    for (const BaselineEntry& entry : m_entries) {
        parts.append(bounded(fromUtf8(entryText(entry).value_or("")), kLongestEntry));
    }
    m_lines->setPlainText(parts.join(u'\n'));
    m_remove->setEnabled(true);
}

QString ForgetExpectedDialog::question() const
{
    if (m_entries.size() == 1) {
        //: %1 is a line number
        return tr("Remove the entry at line %1?").arg(m_entries.front().line);
    }
    return tr("Remove %Ln entries?", nullptr, static_cast<int>(m_entries.size()));
}

void ForgetExpectedDialog::showError(const Error& error, std::uint64_t request)
{
    if (request != m_request && request != m_writing) {
        return;  // The answer to a dialog that was closed before.
    }
    m_writing = 0;
    m_remove->setEnabled(!m_entries.empty());
    m_head->setText(tr("Nothing was removed: %1").arg(CoreText::of(describe(error))));
}

void ForgetExpectedDialog::remove()
{
    m_remove->setEnabled(false);
    m_writing = m_editor.removeAll(m_entries);
}

}  // namespace quaywatch
