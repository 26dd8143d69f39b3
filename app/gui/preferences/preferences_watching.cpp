// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/preferences/preferences_page.h"
#include "app/text/core_text.h"
#include "app/text/qt_text.h"
#include "core/watch/watch_rules.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>
#include <vector>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A number of seconds, with only as many decimals as needed.
class SecondsBox final : public QDoubleSpinBox {
public:
    explicit SecondsBox(QWidget* parent)
        : QDoubleSpinBox(parent)
    {
        setDecimals(3);
        setSuffix(QCoreApplication::translate("SecondsBox", " s"));
        setRange(0.1, 3600);
        setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    }

    [[nodiscard]] QString textFromValue(double value) const override
    {
        return locale().toString(value, 'g', QLocale::FloatingPointShortest);
    }
    [[nodiscard]] std::chrono::milliseconds duration() const
    {
        return std::chrono::milliseconds(std::lround(value() * 1000));
    }
};

struct RuleBox {
    WatchRule rule;
    QCheckBox* box;
};

class WatchingPage final : public PreferencesPage {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::WatchingPage)

public:
    explicit WatchingPage(QWidget* parent);

    void load(const SettingsValues& values) override;
    void store(SettingsValues& values) const override;

private:
    void buildRules();
    QCheckBox* addRule(WatchRule rule);
    QSpinBox* makeNumber(const QString& name, int least, int most);
    /// Adds a line that contains a number: "Refresh every [1] seconds".
    void addNumber(const QString& before, QAbstractSpinBox* number, const QString& after,
                   int indent = 0);

    SecondsBox* m_interval;
    std::vector<RuleBox> m_rules;
    QSpinBox* m_mostAlerts = nullptr;
    QSpinBox* m_closeWait = nullptr;
    QSpinBox* m_replaced = nullptr;
};

WatchingPage::WatchingPage(QWidget* parent)
    : PreferencesPage(tr("Rules"), parent)
    , m_interval(new SecondsBox(this))
{
    m_interval->setObjectName(u"interval"_s);
    m_interval->setAccessibleName(tr("Seconds between refreshes"));
    connect(m_interval, &QDoubleSpinBox::valueChanged, this, &PreferencesPage::edited);
    addNumber(tr("Refresh every"), m_interval, {});
    addHeading(tr("Alert me when this happens"));
    buildRules();
    column().addStretch(1);
}

void WatchingPage::buildRules()
{
    for (std::size_t i = 0; i < kWatchRuleCount; ++i) {
        const auto rule = static_cast<WatchRule>(i);
        if (rule == WatchRule::AlertBurst) {
            continue;
        }
        const QCheckBox* box = addRule(rule);
        QSpinBox* number = nullptr;
        if (rule == WatchRule::ReplacedExecutable) {
            number = m_replaced = makeNumber(tr("Minutes before the alert"), 1, 7 * 24 * 60);
            m_replaced->setObjectName(u"replacedMinutes"_s);
            addNumber(tr("for more than"), number, tr("minutes"), 1);
        } else if (rule == WatchRule::CloseWaitPileUp) {
            number = m_closeWait = makeNumber(tr("Connections in CLOSE_WAIT"), 1, 10'000);
            m_closeWait->setObjectName(u"closeWaitCount"_s);
            addNumber(tr("more than"), number, tr("in CLOSE_WAIT"), 1);
        }
        if (number != nullptr) {
            number->setEnabled(box->isChecked());
            connect(box, &QCheckBox::toggled, number, &QWidget::setEnabled);
        }
    }
    m_mostAlerts = makeNumber(tr("Alerts per minute that are not combined"), 1, 10'000);
    m_mostAlerts->setObjectName(u"mostAlerts"_s);
    addNumber(tr("Combine alerts when there are more than"), m_mostAlerts, tr("a minute"));
}

QCheckBox* WatchingPage::addRule(WatchRule rule)
{
    QCheckBox* box = addBox(fromUtf8(token(rule)), forMenu(CoreText::of(describe(rule))));
    m_rules.push_back({rule, box});
    return box;
}

QSpinBox* WatchingPage::makeNumber(const QString& name, int least, int most)
{
    auto* number = new QSpinBox(this);
    number->setRange(least, most);
    number->setAccessibleName(name);
    connect(number, &QSpinBox::valueChanged, this, &PreferencesPage::edited);
    return number;
}

void WatchingPage::addNumber(const QString& before, QAbstractSpinBox* number, const QString& after,
                             int indent)
{
    auto* line = new QHBoxLayout;
    line->setContentsMargins(indent * 24, 0, 0, 0);
    line->addWidget(makePlainLabel(before, this));
    line->addWidget(number);
    line->addWidget(makePlainLabel(after, this));
    line->addStretch(1);
    column().addLayout(line);
}

void WatchingPage::load(const SettingsValues& values)
{
    m_interval->setValue(std::chrono::duration<double>(values.interval).count());
    for (const RuleBox& each : m_rules) {
        each.box->setChecked(!values.rulesOff.contains(QLatin1StringView(token(each.rule))));
    }
    m_mostAlerts->setValue(values.mostAlertsPerMinute);
    m_closeWait->setValue(values.closeWaitCount);
    m_replaced->setValue(static_cast<int>(values.replacedFor.count()));
}

void WatchingPage::store(SettingsValues& values) const
{
    values.interval = m_interval->duration();
    for (const RuleBox& each : m_rules) {
        const QString name = fromUtf8(token(each.rule));
        values.rulesOff.removeAll(name);  // Rules that a newer version has switched off stay off.
        if (!each.box->isChecked()) {
            values.rulesOff.append(name);
        }
    }
    values.mostAlertsPerMinute = m_mostAlerts->value();
    values.closeWaitCount = m_closeWait->value();
    values.replacedFor = std::chrono::minutes(m_replaced->value());
}

}  // namespace

PreferencesPage* makeWatchingPage(QWidget* parent)
{
    return new WatchingPage(parent);
}

}  // namespace quaywatch
