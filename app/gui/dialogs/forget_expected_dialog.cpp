// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/forget_expected_dialog.h"

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

namespace quaywatch {

ForgetExpectedDialog::ForgetExpectedDialog(BaselineEditor& editor, const SocketRecord& listener,
                                           QWidget* parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_head(makePlainLabel(tr("Looking for the entry…"), this))
    , m_lines(new QPlainTextEdit(this))
{
    build();
    connect(&m_editor, &BaselineEditor::found, this, &ForgetExpectedDialog::showEntry);
    connect(&m_editor, &BaselineEditor::refused, this, &ForgetExpectedDialog::showError);
    connect(&m_editor, &BaselineEditor::changed, this, [this] {
        if (m_isWriting) {
            accept();
        }
    });
    m_editor.findExpecting(listener);
}

void ForgetExpectedDialog::build()
{
    setWindowTitle(tr("Remove from expected"));
    setMinimumWidth(520);
    QFont big = m_head->font();
    big.setPointSizeF(big.pointSizeF() * 1.2);
    big.setBold(true);
    m_head->setFont(big);
    m_head->setWordWrap(true);
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
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 14);
    column->setSpacing(12);
    column->addWidget(m_head);
    column->addWidget(m_lines, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &ForgetExpectedDialog::remove);
}

void ForgetExpectedDialog::showEntry(const ExpectedBy& by)
{
    m_entry = by.entry;
    if (!m_entry) {
        m_head->setText(tr("No entry in the file matches it any more"));
        return;
    }
    //: %1 is a line number
    m_head->setText(tr("Remove the entry at line %1?").arg(m_entry->line));
    m_lines->setPlainText(bounded(fromUtf8(entryText(*m_entry).value_or(""))));
    m_remove->setEnabled(true);
}

void ForgetExpectedDialog::showError(const Error& error)
{
    m_isWriting = false;
    m_remove->setEnabled(m_entry.has_value());
    m_head->setText(tr("The entry could not be removed: %1").arg(CoreText::of(describe(error))));
}

void ForgetExpectedDialog::remove()
{
    m_isWriting = true;
    m_remove->setEnabled(false);
    m_editor.remove(*m_entry);
}

}  // namespace quaywatch
