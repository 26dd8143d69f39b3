// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/preferences/preferences_page.h"

#include "app/text/qt_text.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace quaywatch {

PreferencesPage::PreferencesPage(QString title, QWidget* parent)
    : QWidget(parent)
    , m_title(std::move(title))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(20, 18, 20, 18);
    m_column->setSpacing(8);
}

void PreferencesPage::setActive(const SettingsValues& /*values*/) {}

void PreferencesPage::addHeading(const QString& text)
{
    if (m_column->count() > 0) {
        m_column->addSpacing(14);
    }
    QLabel* heading = makePlainLabel(text, this);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    m_column->addWidget(heading);
}

QLabel* PreferencesPage::addHint(const QString& text)
{
    QLabel* hint = makePlainLabel(text, this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    m_column->addWidget(hint);
    return hint;
}

QCheckBox* PreferencesPage::addBox(const QString& name, const QString& text)
{
    auto* box = new QCheckBox(text, this);
    box->setObjectName(name);
    connect(box, &QCheckBox::toggled, this, &PreferencesPage::edited);
    m_column->addWidget(box);
    return box;
}

}  // namespace quaywatch
