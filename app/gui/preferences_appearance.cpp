// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/preferences_pages.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QRadioButton>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

class AppearancePage final : public PreferencesPage {
public:
    explicit AppearancePage(QWidget* parent);

    void load(const SettingsValues& values) override;
    void store(SettingsValues& values) const override;

private:
    QButtonGroup* m_themes;
    QCheckBox* m_flash = nullptr;
    QCheckBox* m_details = nullptr;
};

AppearancePage::AppearancePage(QWidget* parent)
    : PreferencesPage(tr("Appearance"), parent)
    , m_themes(new QButtonGroup(this))
{
    addHeading(tr("Theme"));
    const auto choices =
        std::to_array<std::pair<Theme, QString>>({{Theme::System, tr("As the &system")},
                                                  {Theme::Light, tr("&Light")},
                                                  {Theme::Dark, tr("&Dark")}});
    for (const auto& [theme, label] : choices) {
        auto* choice = new QRadioButton(label, this);
        m_themes->addButton(choice, static_cast<int>(theme));
        column().addWidget(choice);
    }
    addHeading(tr("Tables"));
    m_flash = addBox(u"flash"_s, tr("&Flash rows that come, change and go"));
    m_details = addBox(u"details"_s, tr("Show the &details of the selected row"));
    addHint(tr("Columns are chosen in the menu of a table's header."));
    column().addStretch(1);
    connect(m_themes, &QButtonGroup::idToggled, this, &PreferencesPage::edited);
}

void AppearancePage::load(const SettingsValues& values)
{
    m_themes->button(static_cast<int>(values.theme))->setChecked(true);
    m_flash->setChecked(!values.hasReducedMotion);
    m_details->setChecked(values.hasDetails);
}

void AppearancePage::store(SettingsValues& values) const
{
    values.theme = static_cast<Theme>(m_themes->checkedId());
    values.hasReducedMotion = !m_flash->isChecked();
    values.hasDetails = m_details->isChecked();
}

}  // namespace

PreferencesPage* makeAppearancePage(QWidget* parent)
{
    return new AppearancePage(parent);
}

}  // namespace quaywatch
