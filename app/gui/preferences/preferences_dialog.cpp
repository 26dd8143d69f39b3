// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/preferences/preferences_dialog.h"

#include "app/gui/preferences/preferences_page.h"
#include "app/gui/widgets/screen_fit.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

PreferencesDialog::PreferencesDialog(Settings& settings, const PreferencesFacts& facts,
                                     QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
{
    setWindowTitle(tr("Preferences"));
    addPage(makeWatchingPage(this));
    addPage(makeDesktopPage(facts.hasTray, this));
    addPage(makeHistoryPreferences(facts.history, this));
    addPage(makeAppearancePage(this));
    m_list->setObjectName(u"preferencesPages"_s);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setSpacing(2);
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 40);
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    buildButtons();

    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_list);
    middle->addWidget(m_stack, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(14, 12, 14, 12);
    foot->addWidget(m_buttons);
    column->addLayout(foot);
    resize(fittingSize(*this, QSize(720, 660)));

    showSettings();
    m_list->setCurrentRow(0);
    for (PreferencesPage* page : m_pages) {
        connect(page, &PreferencesPage::edited, this, &PreferencesDialog::updateApply);
    }
    updateApply();
}

void PreferencesDialog::addPage(PreferencesPage* page)
{
    auto* frame = new QScrollArea(this);
    frame->setFrameShape(QFrame::NoFrame);
    frame->setFocusPolicy(Qt::NoFocus);
    frame->setWidgetResizable(true);
    frame->setWidget(page);
    m_stack->addWidget(frame);
    m_list->addItem(page->title());
    m_pages.push_back(page);
}

/// Built after the pages, so that Tab reaches the pages first.
void PreferencesDialog::buildButtons()
{
    m_buttons =
        new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel |
                                 QDialogButtonBox::Apply | QDialogButtonBox::RestoreDefaults,
                             this);
    m_buttons->button(QDialogButtonBox::Ok)->setDefault(true);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this,
            &PreferencesDialog::apply);
    connect(m_buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] { load(SettingsValues()); });
}

void PreferencesDialog::showSettings()
{
    for (PreferencesPage* page : m_pages) {
        page->setActive(m_settings.values());
    }
    load(m_settings.values());
}

void PreferencesDialog::load(const SettingsValues& values)
{
    for (PreferencesPage* page : m_pages) {
        page->load(values);
    }
}

SettingsValues PreferencesDialog::wanted() const
{
    SettingsValues values = m_settings.values();
    for (const PreferencesPage* page : m_pages) {
        page->store(values);
    }
    return values;
}

void PreferencesDialog::apply()
{
    m_settings.change([next = wanted()](SettingsValues& values) { values = next; });
    showSettings();
    updateApply();
}

void PreferencesDialog::accept()
{
    apply();
    QDialog::accept();
}

void PreferencesDialog::updateApply()
{
    m_buttons->button(QDialogButtonBox::Apply)->setEnabled(wanted() != m_settings.values());
}

}  // namespace quaywatch
