// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/mark_expected_dialog.h"

#include "app/gui/widgets/date_edit.h"
#include "app/gui/widgets/scrolled_column.h"
#include "app/gui/widgets/theme.h"
#include "app/text/bounded_text.h"
#include "app/text/core_text.h"
#include "app/text/isolated_text.h"
#include "app/text/qt_text.h"
#include "core/base/error.h"
#include "core/baseline/baseline_text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

enum ProgramChoice { ThisProgram, AnyProgram };
enum UntilChoice { ForGood, OneHour, OnDay };

QString fileName(const BaselineEditor& editor)
{
    const std::string& path = editor.path();
    return plainText(path.substr(path.rfind('/') + 1));
}

QString programText(const BaselineEntry& entry)
{
    QStringList parts;
    for (const std::string& program : entry.programs) {
        parts.append(program.empty() ? MarkExpectedDialog::tr("an unknown program")
                                     : plainText(program, 120));
    }
    QString text = parts.join(u", "_s);
    QStringList users{plainText(entry.user.text, 40)};
    for (const std::string& user : entry.otherUsers) {
        users.append(plainText(user, 40));
    }
    users.removeAll(QString());
    if (!users.isEmpty()) {
        //: A program, and the user it runs as
        text = MarkExpectedDialog::tr("%1 as %2").arg(text, inSentence(users.join(u", "_s)));
    }
    const std::string& place =
        entry.container.text.empty() ? entry.unit.text : entry.container.text;
    return place.empty()
               ? text
               //: A program, and the unit or container it runs in
               : MarkExpectedDialog::tr("%1 in %2").arg(text, inSentence(plainText(place, 60)));
}

QString ownAddressText(const BaselineEntry& entry)
{
    switch (entry.address.scope) {
        case ExpectedAddress::Scope::Loopback:
            return MarkExpectedDialog::tr("On loopback only, as now");
        case ExpectedAddress::Scope::Any:
            return MarkExpectedDialog::tr("On any address, as now");
        case ExpectedAddress::Scope::Network:
            break;
    }
    return MarkExpectedDialog::tr("On %1 only, as now")
        .arg(inSentence(fromUtf8(addressText(entry.address))));
}

}  // namespace

MarkExpectedDialog::MarkExpectedDialog(BaselineEditor& editor, const SocketRecord& listener,
                                       QWidget* parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_listener(listener)
    , m_own(entryFor(listener))
    , m_program(new QComboBox(this))
    , m_address(new QComboBox(this))
    , m_until(new QComboBox(this))
    , m_day(new QDateEdit(QDate::currentDate().addDays(30), this))
    , m_note(new QLineEdit(this))
    , m_preview(new QPlainTextEdit(this))
    , m_hint(makePlainLabel({}, this))
{
    fillChoices();
    build();
    for (QComboBox* choice : {m_program, m_address, m_until}) {
        connect(choice, &QComboBox::currentIndexChanged, this, &MarkExpectedDialog::showPreview);
    }
    connect(m_day, &QDateEdit::dateChanged, this, &MarkExpectedDialog::showPreview);
    connect(m_note, &QLineEdit::textChanged, this, &MarkExpectedDialog::showPreview);
    connect(&m_editor, &BaselineEditor::changed, this, [this](quint64 request) {
        if (request == m_writing) {
            accept();
        }
    });
    connect(&m_editor, &BaselineEditor::refused, this, [this](const Error& error, quint64 request) {
        if (request == m_writing) {
            m_writing = 0;
            showPreview();
            showProblem(tr("It could not be saved: %1").arg(CoreText::of(describe(error))));
        }
    });
    showPreview();
}

void MarkExpectedDialog::fillChoices()
{
    using Scope = ExpectedAddress::Scope;
    m_program->addItem(programText(m_own), ThisProgram);
    m_program->addItem(tr("Any program of any user"), AnyProgram);
    m_address->addItem(ownAddressText(m_own), static_cast<int>(m_own.address.scope));
    if (m_own.address.scope != Scope::Loopback) {
        m_address->addItem(tr("On loopback only"), static_cast<int>(Scope::Loopback));
    }
    if (m_own.address.scope != Scope::Any) {
        m_address->addItem(tr("On any address"), static_cast<int>(Scope::Any));
    }
    m_until->addItem(tr("Permanently"), ForGood);
    m_until->addItem(tr("For one hour"), OneHour);
    m_until->addItem(tr("Until the end of a day"), OnDay);
    setUpDateEdit(*m_day);
    m_day->setMinimumDate(QDate::currentDate());
    m_day->setMaximumDate(QDate(2199, 12, 31));
    m_note->setMaxLength(200);
    m_note->setPlaceholderText(tr("Why it is expected, and who to ask"));
}

QFormLayout* MarkExpectedDialog::buildForm()
{
    auto* when = new QHBoxLayout;
    when->addWidget(m_until, 1);
    when->addWidget(m_day);
    m_program->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* form = new QFormLayout;
    form->addRow(tr("&Who"), m_program);
    form->addRow(tr("W&here"), m_address);
    form->addRow(tr("&Until"), when);
    form->addRow(tr("&Note"), m_note);
    qobject_cast<QLabel*>(form->labelForField(when))->setBuddy(m_until);
    m_program->setAccessibleName(tr("Who"));
    m_address->setAccessibleName(tr("Where"));
    m_until->setAccessibleName(tr("Until"));
    m_day->setAccessibleName(tr("The last day"));
    for (QComboBox* choice : {m_program, m_address, m_until}) {
        choice->view()->setAccessibleName(choice->accessibleName());
    }
    for (int row = 0; row < form->rowCount(); ++row) {
        auto* label = qobject_cast<QLabel*>(form->itemAt(row, QFormLayout::LabelRole)->widget());
        label->setTextFormat(Qt::PlainText);
    }
    return form;
}

void MarkExpectedDialog::build()
{
    setWindowTitle(tr("Mark as expected"));
    QLabel* head = makePlainLabel(tr("What may listen on %1 port %2?")
                                      .arg(fromUtf8(token(m_listener.key.protocol)).toUpper(),
                                           QString::number(m_listener.key.localPort)),
                                  this);
    QFont big = head->font();
    big.setPointSizeF(big.pointSizeF() * 1.2);
    big.setBold(true);
    head->setFont(big);
    head->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_preview->setReadOnly(true);
    m_preview->setFont(monospaceFont(font()));
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setMinimumHeight(m_preview->fontMetrics().lineSpacing() * 11);
    m_preview->setAccessibleName(tr("Lines to add"));
    m_preview->setTabChangesFocus(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_write = buttons->addButton(tr("Mark as expected"), QDialogButtonBox::AcceptRole);
    m_write->setDefault(true);
    const ScrolledColumn column(*this);
    column.content().addWidget(head);
    column.content().addLayout(buildForm());
    column.content().addWidget(makePlainLabel(
        tr("These lines will be added to %1:").arg(inSentence(fileName(m_editor))), this));
    column.content().addWidget(m_preview, 1);
    column.content().addWidget(m_hint);
    column.below().addWidget(buttons);
    column.fit(520);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_write, &QPushButton::clicked, this, &MarkExpectedDialog::write);
}

BaselineEntry MarkExpectedDialog::entry() const
{
    BaselineEntry entry = m_own;
    if (m_program->currentData().toInt() == AnyProgram) {
        entry.isAnyProgram = true;
        entry.rpcProgram.reset();  // rpcbind alone must not decide: the port does.
        entry.unitManager.reset();
        for (ExpectedText* part : {&entry.user, &entry.unit, &entry.container}) {
            part->isAny = true;
        }
    }
    if (m_address->currentIndex() > 0) {
        entry.address.scope = static_cast<ExpectedAddress::Scope>(m_address->currentData().toInt());
    }
    switch (m_until->currentData().toInt()) {
        case OneHour:
            // Whole minutes, as a person would write the time.
            entry.until = std::chrono::floor<std::chrono::minutes>(
                std::chrono::system_clock::now() + std::chrono::hours(1));
            break;
        case OnDay:
            entry.until = BaselineEntry::Time(std::chrono::seconds(
                QDateTime(m_day->date().addDays(1), QTime(0, 0), QTimeZone::utc())
                    .toSecsSinceEpoch()));
            break;
        default:
            break;
    }
    entry.note = m_note->text().trimmed().toStdString();
    return entry;
}

void MarkExpectedDialog::showPreview()
{
    m_day->setVisible(m_until->currentData().toInt() == OnDay);
    const BaselineEntry wanted = entry();
    const Result<std::string> lines = entryText(wanted);
    m_preview->setPlainText(lines ? bounded(fromUtf8(*lines)) : QString());
    m_write->setEnabled(lines.has_value() && m_writing == 0);
    if (!lines) {
        showProblem(CoreText::of(lines.error().context));
    } else if (!wanted.accepts(m_listener)) {
        showProblem(tr("As it listens now, it would not match: %1.")
                        .arg(CoreText::of(differenceFrom(wanted, m_listener))));
    } else if (m_own.programs.front().empty() && !wanted.isAnyProgram) {
        showProblem(
            tr("You don't have permission to read its program. The entry matches only while the "
               "program is hidden, and not for root."));
    } else {
        showProblem({});
    }
}

void MarkExpectedDialog::write()
{
    m_write->setEnabled(false);
    m_writing = m_editor.add(entry());
}

void MarkExpectedDialog::showProblem(const QString& text)
{
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
}

}  // namespace quaywatch
