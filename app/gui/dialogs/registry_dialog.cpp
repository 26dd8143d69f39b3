// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/registry_dialog.h"

#include "app/gui/widgets/screen_fit.h"
#include "app/gui/widgets/scrolled_column.h"
#include "app/gui/widgets/theme.h"
#include "app/text/bounded_text.h"
#include "app/text/core_text.h"
#include "app/text/isolated_text.h"
#include "app/text/labels.h"
#include "app/text/qt_text.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// IANA changes a few dozen ports a year; nobody reads a list of many more.
constexpr std::size_t kMaxRows = 500;

/// The lines that the table has room for where the window is small.
constexpr int kLeastLines = 6;

void addHeading(QBoxLayout& column, const QString& text, QWidget* parent)
{
    QLabel* heading = makePlainLabel(text, parent);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    column.addWidget(heading);
}

}  // namespace

RegistryDialog::RegistryDialog(RegistryManager& keeper, QWidget* parent)
    : QDialog(parent)
    , m_keeper(keeper)
    , m_active(makePlainLabel({}, this))
    , m_address(new QLineEdit(fromUtf8(kRegistryAddress), this))
    , m_downloadButton(new QPushButton(tr("&Download"), this))
    , m_fileButton(new QPushButton(tr("From a &file…"), this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("&Stop"), this))
    , m_text(makePlainLabel({}, this, true))
    , m_table(new QTableWidget(0, 4, this))
    , m_leftOut(makePlainLabel({}, this))
{
    build();
    connectAnswers();
    showInForce();
    settle(tr("Nothing changes until you confirm."));
}

void RegistryDialog::build()
{
    setWindowTitle(tr("Update registry"));
    const ScrolledColumn whole(*this);
    QVBoxLayout* column = &whole.content();
    column->setContentsMargins(20, 18, 20, 0);
    column->setSpacing(8);
    addHeading(*column, tr("Current registry"), this);
    m_active->setWordWrap(true);
    column->addWidget(m_active);
    column->addSpacing(8);
    buildSources(*column);
    column->addSpacing(8);
    buildDifference(*column);
    buildButtons(whole.below());
    resize(fittingSize(*this, QSize(720, 560)));
}

void RegistryDialog::buildSources(QBoxLayout& column)
{
    addHeading(column, tr("Update"), this);
    QLabel* hint = makePlainLabel(
        tr("IANA publishes its registry as XML and as CSV. It is downloaded only when you press "
           "the button, and nothing about this computer is sent along."),
        this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    column.addWidget(hint);
    m_address->setObjectName(u"address"_s);
    m_address->setAccessibleName(tr("Address of the registry"));
    m_address->setCursorPosition(0);
    m_downloadButton->setObjectName(u"download"_s);
    m_fileButton->setObjectName(u"fromFile"_s);
    auto* from = new QHBoxLayout;
    from->addWidget(m_address, 1);
    from->addWidget(m_downloadButton);
    from->addWidget(m_fileButton);
    column.addLayout(from);
    m_progress->setObjectName(u"progress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_cancel->setObjectName(u"stop"_s);
    auto* busy = new QHBoxLayout;
    busy->addWidget(m_progress, 1);
    busy->addWidget(m_cancel);
    column.addLayout(busy);
    connect(m_downloadButton, &QPushButton::clicked, this, &RegistryDialog::download);
    connect(m_address, &QLineEdit::returnPressed, this, &RegistryDialog::download);
    connect(m_fileButton, &QPushButton::clicked, this, &RegistryDialog::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this, &RegistryDialog::cancel);
}

void RegistryDialog::buildDifference(QBoxLayout& column)
{
    m_text->setObjectName(u"difference"_s);
    m_text->setWordWrap(true);
    column.addWidget(m_text);
    m_table->setObjectName(u"changes"_s);
    m_table->setAccessibleName(tr("Ports that change"));
    m_table->setHorizontalHeaderLabels({tr("Ports"), tr("Protocols"), tr("Before"), tr("After")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    for (const auto& [section, width] : {std::pair(0, 110), {1, 130}, {2, 190}}) {
        m_table->setColumnWidth(section, width);
    }
    m_table->setMinimumHeight(m_table->fontMetrics().lineSpacing() * kLeastLines);
    column.addWidget(m_table, 1);
    m_leftOut->setForegroundRole(QPalette::PlaceholderText);
    column.addWidget(m_leftOut);
    column.addStretch();
}

void RegistryDialog::buildButtons(QBoxLayout& column)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_close = buttons->button(QDialogButtonBox::Cancel);
    m_builtIn =
        buttons->addButton(tr("Restore the &built-in registry"), QDialogButtonBox::ResetRole);
    m_builtIn->setObjectName(u"builtIn"_s);
    m_use = buttons->addButton(tr("&Apply"), QDialogButtonBox::AcceptRole);
    m_use->setObjectName(u"use"_s);
    column.addWidget(buttons);
    for (QPushButton* button : {m_downloadButton, m_fileButton, m_cancel, m_builtIn}) {
        button->setAutoDefault(false);
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, &RegistryDialog::use);
    connect(m_builtIn, &QPushButton::clicked, this, [this] {
        begin({});
        m_keeper.useBuiltIn();
    });
}

void RegistryDialog::connectAnswers()
{
    connect(&m_download, &RegistryDownload::progressed, this, [this](qint64 got, qint64 total) {
        m_progress->setRange(0, total > 0 ? static_cast<int>(total) : 0);
        m_progress->setValue(static_cast<int>(got));
    });
    connect(&m_download, &RegistryDownload::finished, this, [this](const QByteArray& bytes) {
        begin(tr("Comparing…"));
        m_keeper.readBytes(bytes, m_address->text().trimmed());
    });
    connect(&m_download, &RegistryDownload::failed, this, &RegistryDialog::settle);
    connect(&m_keeper, &RegistryManager::prepared, this,
            [this](const ImportedRegistryPtr& imported) {
                m_imported = imported;
                showDifference(*imported);
            });
    connect(&m_keeper, &RegistryManager::refused, this,
            [this](const QString& why) { settle(tr("Not imported: %1.").arg(why)); });
    connect(&m_keeper, &RegistryManager::failed, this, [this](const Error& error) {
        settle(tr("The registry could not be changed: %1").arg(CoreText::of(describe(error))));
    });
    connect(&m_keeper, &RegistryManager::changed, this, [this] {
        showInForce();
        m_close->setText(tr("&Close"));
        settle(tr("Done: now using the registry of %1.").arg(fromUtf8(registry::active().date)));
    });
}

void RegistryDialog::chooseFile()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("The registry as a file"), {}, tr("IANA's registry (*.xml *.csv);;All files (*)"));
    if (!file.isEmpty()) {
        importFile(file);
    }
}

void RegistryDialog::importFile(const QString& file)
{
    begin(tr("Comparing…"));
    m_keeper.readFile(file);
}

void RegistryDialog::download()
{
    const QUrl address(m_address->text().trimmed(), QUrl::StrictMode);
    if (const QString problem = RegistryDownload::problemOf(address); !problem.isEmpty()) {
        settle(problem);
        m_address->setFocus();
        return;
    }
    begin(tr("Downloading from %1…").arg(inSentence(plainText(address.host().toStdString(), 100))));
    m_download.start(address);
}

void RegistryDialog::cancel()
{
    m_download.cancel();
    m_keeper.forget();
    settle(tr("Stopped. Nothing has changed."));
}

void RegistryDialog::done(int result)
{
    m_download.cancel();
    m_keeper.forget();
    QDialog::done(result);
}

void RegistryDialog::use()
{
    begin({});
    m_keeper.use(m_imported);
}

/// Disables the controls during an operation. One that can be canceled has a text; a change that is
/// being made has none.
void RegistryDialog::begin(const QString& what)
{
    m_isBusy = true;
    m_progress->setRange(0, 0);
    m_progress->setVisible(!what.isEmpty());
    m_cancel->setVisible(!what.isEmpty());
    m_text->setText(what);
    m_table->hide();
    m_leftOut->hide();
    for (QWidget* each : std::initializer_list<QWidget*>{m_address, m_downloadButton, m_fileButton,
                                                         m_builtIn, m_use}) {
        each->setEnabled(false);
    }
}

void RegistryDialog::settle(const QString& text)
{
    m_isBusy = false;
    m_imported = nullptr;
    m_progress->hide();
    m_cancel->hide();
    m_table->hide();
    m_leftOut->hide();
    m_text->setText(text);
    for (QWidget* each :
         std::initializer_list<QWidget*>{m_address, m_downloadButton, m_fileButton}) {
        each->setEnabled(true);
    }
    m_builtIn->setEnabled(m_keeper.hasFile());
    m_use->setEnabled(false);
    emit settled();
}

void RegistryDialog::showInForce()
{
    const registry::ActiveRegistry& is = registry::active();
    const QString date = fromUtf8(is.date);
    m_active->setText(is.isBuiltIn() ? tr("IANA's registry of %1, built in").arg(date)
                                     : tr("IANA's registry of %1, imported on %2 from %3")
                                           .arg(date, fromUtf8(is.importedOn),
                                                inSentence(plainText(is.importedFrom))));
}

void RegistryDialog::showDifference(const ImportedRegistry& imported)
{
    const ImportedRegistryPtr ready = m_imported;
    const RegistryDifference& difference = imported.difference;
    QStringList lines;
    lines.append(imported.isDateOfRecords
                     ? tr("A CSV file has no date; its newest record is of %1.")
                           .arg(fromUtf8(imported.registry->date()))
                     : tr("IANA's registry of %1.").arg(fromUtf8(imported.registry->date())));
    if (difference.changes.empty()) {
        lines.append(tr("It says the same about every port as the current registry."));
    } else {
        lines.append(tr("Newly assigned ports: %L1; no longer assigned: %L2; changed otherwise: "
                        "%L3. Of these, well-known ports (0–1023): %L4.")
                         .arg(difference.newlyAssigned)
                         .arg(difference.deassigned)
                         .arg(difference.otherwise)
                         .arg(difference.wellKnown));
    }
    settle(lines.join(u' '));
    m_imported = ready;
    fillTable(difference);
    m_use->setEnabled(true);
    m_use->setDefault(true);
    m_use->setFocus();
}

QString RegistryDialog::assignmentText(const Assignment& assignment)
{
    QString state = Labels::badge(assignment.state);
    if (assignment.names.empty()) {
        return state;
    }
    //: What the registry says of a port, and the services it is assigned to
    return tr("%1: %2").arg(state, bounded(fromUtf8(assignment.names.packed())));
}

void RegistryDialog::fillTable(const RegistryDifference& difference)
{
    const std::size_t shown = std::min(difference.changes.size(), kMaxRows);
    m_table->clearContents();
    m_table->setRowCount(static_cast<int>(shown));
    for (std::size_t i = 0; i < shown; ++i) {
        const RegistryChange& change = difference.changes[i];
        const std::array cells{fromUtf8(rangeText(change.ports)),
                               fromUtf8(protocolTokens(change.protocols)),
                               assignmentText(change.before), assignmentText(change.after)};
        for (std::size_t column = 0; column < cells.size(); ++column) {
            m_table->setItem(static_cast<int>(i), static_cast<int>(column),
                             new QTableWidgetItem(cells.at(column)));
        }
    }
    m_table->setVisible(shown > 0);
    const std::size_t left = difference.changes.size() - shown;
    m_leftOut->setText(tr("%Ln further changes are not shown.", nullptr, static_cast<int>(left)));
    m_leftOut->setVisible(left > 0);
}

}  // namespace quaywatch
