// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/mark_several_dialog.h"

#include "app/gui/widgets/scrolled_column.h"
#include "app/gui/widgets/theme.h"
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

using namespace Qt::Literals::StringLiterals;

namespace {

/// A path or a name may be very long: the lines of one entry that are shown.
constexpr std::size_t kMaxEntryText = 2000;

}  // namespace

MarkSeveralDialog::MarkSeveralDialog(BaselineEditor& editor, const std::vector<SocketRecord>& rows,
                                     QWidget* parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_preview(new QPlainTextEdit(this))
    , m_hint(makePlainLabel({}, this))
    , m_problem(makePlainLabel({}, this))
{
    take(rows);
    build();
    connect(&m_editor, &BaselineEditor::changed, this, [this](quint64 request) {
        if (request == m_writing) {
            accept();
        }
    });
    connect(&m_editor, &BaselineEditor::refused, this, [this](const Error& error, quint64 request) {
        if (request == m_writing) {
            m_writing = 0;
            m_write->setEnabled(true);
            m_problem->setText(tr("It could not be saved: %1").arg(CoreText::of(describe(error))));
            m_problem->show();
        }
    });
    showLines();
}

void MarkSeveralDialog::take(const std::vector<SocketRecord>& rows)
{
    int connections = 0;
    int expected = 0;
    int excess = 0;
    int unreadable = 0;
    for (const SocketRecord& row : rows) {
        if (!row.isListener()) {
            ++connections;
            continue;
        }
        if (row.assessment.verdict == Verdict::Expected) {
            ++expected;
            continue;
        }
        const BaselineEntry entry = entryFor(row);
        if (std::any_of(m_entries.begin(), m_entries.end(),
                        [&entry](const BaselineEntry& other) { return other.means(entry); })) {
            continue;
        }
        if (m_entries.size() == kMaxEntries) {
            ++excess;
            continue;
        }
        unreadable += entry.programs.front().empty() ? 1 : 0;
        m_entries.push_back(entry);
    }
    const auto remark = [this](int count, const QString& text) {
        if (count > 0) {
            m_remarks.append(text);
        }
    };
    remark(connections, tr("Connections left out: %1.").arg(connections));
    remark(expected, tr("Already expected, left out: %1.").arg(expected));
    remark(excess, tr("Too many for one step, left out: %1.").arg(excess));
    remark(unreadable,
           tr("Programs that you don't have permission to read: %1. These entries match only while "
              "the program is hidden, and not for root.")
               .arg(unreadable));
}

void MarkSeveralDialog::build()
{
    setWindowTitle(tr("Mark as expected"));
    const int count = static_cast<int>(m_entries.size());
    QLabel* head =
        makePlainLabel(count == 1 ? tr("Mark 1 listener as expected?")
                                  : tr("Mark %Ln listeners as expected?", nullptr, count),
                       this);
    QFont big = head->font();
    big.setPointSizeF(big.pointSizeF() * 1.2);
    big.setBold(true);
    head->setFont(big);
    head->setWordWrap(true);
    m_preview->setReadOnly(true);
    m_preview->setFont(monospaceFont(font()));
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setAccessibleName(tr("Lines to add"));
    m_preview->setTabChangesFocus(true);
    m_hint->setWordWrap(true);
    m_hint->setText(m_remarks.join(u'\n'));
    m_hint->setVisible(!m_remarks.isEmpty());
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_write = buttons->addButton(tr("Mark as expected"), QDialogButtonBox::AcceptRole);
    m_write->setDefault(true);
    const std::string& path = m_editor.path();
    QLabel* what =
        makePlainLabel(tr("Each program as it listens now. These lines will be added to %1:")
                           .arg(plainText(path.substr(path.rfind('/') + 1))),
                       this);
    what->setWordWrap(true);
    const ScrolledColumn column(*this);
    column.content().addWidget(head);
    column.content().addWidget(what);
    column.content().addWidget(m_preview, 1);
    column.content().addWidget(m_hint);
    column.content().addWidget(m_problem);
    column.below().addWidget(buttons);
    column.fit(520);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_write, &QPushButton::clicked, this, &MarkSeveralDialog::write);
}

/// One entry that cannot be written is enough to write none.
void MarkSeveralDialog::showLines()
{
    QStringList parts;
    for (const BaselineEntry& entry : m_entries) {
        const Result<std::string> lines = entryText(entry);
        if (lines) {
            parts.append(fromUtf8(lines->size() <= kMaxEntryText
                                      ? *lines
                                      : lines->substr(0, kMaxEntryText) + "...\n"));
            continue;
        }
        m_problem->setText(
            tr("None can be saved: port %1: %2")
                .arg(QString::number(entry.ports.first), CoreText::of(lines.error().context)));
        m_problem->show();
        m_write->setEnabled(false);
    }
    m_preview->setPlainText(parts.join(u'\n'));
    if (m_entries.empty()) {
        m_write->setEnabled(false);
    }
}

void MarkSeveralDialog::write()
{
    m_write->setEnabled(false);
    m_problem->hide();
    m_writing = m_editor.addAll(m_entries);
}

}  // namespace quaywatch
