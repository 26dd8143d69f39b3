// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/preferences/preferences_page.h"
#include "app/text/translation.h"

#include <QAbstractItemView>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

class AppearancePage final : public PreferencesPage {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::AppearancePage)

public:
    explicit AppearancePage(QWidget* parent);

    void load(const SettingsValues& values) override;
    void store(SettingsValues& values) const override;

private:
    void buildThemes();
    void buildLanguages();

    QButtonGroup* m_themes;
    QComboBox* m_languages;
    QCheckBox* m_flash = nullptr;
    QCheckBox* m_details = nullptr;
    QCheckBox* m_compact = nullptr;
};

AppearancePage::AppearancePage(QWidget* parent)
    : PreferencesPage(tr("Appearance"), parent)
    , m_themes(new QButtonGroup(this))
    , m_languages(new QComboBox(this))
{
    buildThemes();
    buildLanguages();
    addHeading(tr("Tables"));
    m_flash = addBox(u"flash"_s, tr("&Flash new, changed and closed rows"));
    m_details = addBox(u"details"_s, tr("Show the &details of the selected row"));
    m_compact = addBox(u"compact"_s, tr("Com&pact rows"));
    addHint(tr("To choose columns, right-click the header of a table."));
    column().addStretch(1);
}

void AppearancePage::buildThemes()
{
    addHeading(tr("Theme"));
    const auto choices =
        std::to_array<std::pair<Theme, QString>>({{Theme::System, tr("Follow &system")},
                                                  {Theme::Light, tr("&Light")},
                                                  {Theme::Dark, tr("&Dark")},
                                                  {Theme::HighContrast, tr("&High contrast")}});
    for (const auto& [theme, label] : choices) {
        auto* choice = new QRadioButton(label, this);
        m_themes->addButton(choice, static_cast<int>(theme));
        column().addWidget(choice);
    }
    connect(m_themes, &QButtonGroup::idToggled, this, &PreferencesPage::edited);
}

void AppearancePage::buildLanguages()
{
    addHeading(tr("Language"));
    m_languages->setObjectName(u"language"_s);
    m_languages->setAccessibleName(tr("Language"));
    m_languages->view()->setAccessibleName(m_languages->accessibleName());
    //: The language of the window is the one the desktop is set to.
    m_languages->addItem(tr("Follow system"), QString());
    for (const QString& language : Translation::languages()) {
        m_languages->addItem(Translation::nameOf(language), language);
    }
    m_languages->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    column().addWidget(m_languages);
    addHint(tr("Takes effect after a restart of Quaywatch."));
    connect(m_languages, &QComboBox::currentIndexChanged, this, &PreferencesPage::edited);
}

void AppearancePage::load(const SettingsValues& values)
{
    m_themes->button(static_cast<int>(values.theme))->setChecked(true);
    m_languages->setCurrentIndex(std::max(0, m_languages->findData(values.language)));
    m_flash->setChecked(!values.hasReducedMotion);
    m_details->setChecked(values.hasDetails);
    m_compact->setChecked(values.hasCompactRows);
}

void AppearancePage::store(SettingsValues& values) const
{
    values.theme = static_cast<Theme>(m_themes->checkedId());
    // A language that this build does not have is shown as the system's. The setting stays until
    // the user chooses another language.
    const QString language = m_languages->currentData().toString();
    if (!language.isEmpty() || m_languages->findData(values.language) >= 0) {
        values.language = language;
    }
    values.hasReducedMotion = !m_flash->isChecked();
    values.hasDetails = m_details->isChecked();
    values.hasCompactRows = m_compact->isChecked();
}

}  // namespace

PreferencesPage* makeAppearancePage(QWidget* parent)
{
    return new AppearancePage(parent);
}

}  // namespace quaywatch
