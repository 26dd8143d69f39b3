// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/preferences/preferences_page.h"
#include "app/gui/widgets/history_notice.h"
#include "app/history/history_controller.h"
#include "app/text/isolated_text.h"
#include "app/text/labels.h"
#include "app/text/qt_text.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Size on disk of the file and of its write-ahead log, in bytes; 0 if there is no file.
qint64 bytesOf(const QString& path)
{
    return QFileInfo(path).size() + QFileInfo(path + u"-wal"_s).size();
}

class HistoryPreferences final : public PreferencesPage {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::HistoryPreferences)

public:
    HistoryPreferences(const HistoryController* history, QWidget* parent);

    void load(const SettingsValues& values) override;
    void setActive(const SettingsValues& values) override;
    void store(SettingsValues& values) const override;

private:
    void build();
    void addFile(const HistoryController* history);
    void reportWhatIsForgotten();

    QCheckBox* m_isOn;
    QSpinBox* m_days;
    QSpinBox* m_megabytes;
    QLabel* m_forgets = nullptr;
    int m_daysBefore = 0;
    int m_megabytesBefore = 0;
};

HistoryPreferences::HistoryPreferences(const HistoryController* history, QWidget* parent)
    : PreferencesPage(tr("History"), parent)
    , m_isOn(new QCheckBox(tr("&Record a history"), this))
    , m_days(new QSpinBox(this))
    , m_megabytes(new QSpinBox(this))
{
    build();
    addFile(history);
    column().addStretch(1);
    for (QSpinBox* number : {m_days, m_megabytes}) {
        connect(m_isOn, &QCheckBox::toggled, number, &QWidget::setEnabled);
        connect(number, &QSpinBox::valueChanged, this, [this] {
            reportWhatIsForgotten();
            emit edited();
        });
    }
    connect(m_isOn, &QCheckBox::toggled, this, &PreferencesPage::edited);
}

void HistoryPreferences::build()
{
    m_isOn->setObjectName(u"history"_s);
    m_days->setObjectName(u"historyDays"_s);
    m_days->setRange(1, 3650);
    m_days->setSuffix(tr(" days"));
    m_days->setAccessibleName(tr("Days to keep"));
    m_megabytes->setObjectName(u"historyMegabytes"_s);
    m_megabytes->setRange(1, 10'000);
    m_megabytes->setSuffix(tr(" MB"));
    m_megabytes->setAccessibleName(tr("Maximum size in megabytes"));
    column().addWidget(m_isOn);
    addHint(
        tr("Records when listeners open and close, alerts, and the number of connections per port "
           "and minute. Nothing leaves this computer."));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(makePlainLabel(tr("Keep for at most"), this), m_days);
    form->addRow(makePlainLabel(tr("Use at most"), this), m_megabytes);
    column().addSpacing(6);
    column().addLayout(form);
    m_forgets =
        addHint(tr("Older entries, and entries beyond the limit, are deleted permanently."));
}

void HistoryPreferences::addFile(const HistoryController* history)
{
    addHeading(tr("The file"));
    if (history == nullptr || history->path().isEmpty()) {
        addHint(tr("No history is recorded in this session."));
        return;
    }
    QLabel* path = makePlainLabel(QDir::toNativeSeparators(history->path()), this, true);
    path->setWordWrap(true);
    path->setAccessibleName(tr("Location of the history: %1").arg(inSentence(history->path())));
    column().addWidget(path);
    const qint64 bytes = bytesOf(history->path());
    addHint(bytes > 0 ? tr("%1 on the disk.").arg(Labels::bytes(static_cast<quint64>(bytes)))
                      : tr("It does not exist yet."));
    if (const QString notice = noticeOf(history->status()); !notice.isEmpty()) {
        addHint(notice);
    }
}

void HistoryPreferences::reportWhatIsForgotten()
{
    const bool isLess = m_days->value() < m_daysBefore || m_megabytes->value() < m_megabytesBefore;
    m_forgets->setText(
        isLess ? tr("This is less than before: older entries, and entries beyond the limit, will "
                    "be deleted permanently.")
               : tr("Older entries, and entries beyond the limit, are deleted permanently."));
    m_forgets->setForegroundRole(isLess ? QPalette::WindowText : QPalette::PlaceholderText);
}

void HistoryPreferences::load(const SettingsValues& values)
{
    m_isOn->setChecked(values.hasHistory);
    m_days->setValue(static_cast<int>(values.historyAge.count()));
    m_megabytes->setValue(values.historyMegabytes);
    for (QSpinBox* number : {m_days, m_megabytes}) {
        number->setEnabled(values.hasHistory);
    }
}

void HistoryPreferences::setActive(const SettingsValues& values)
{
    m_daysBefore = static_cast<int>(values.historyAge.count());
    m_megabytesBefore = values.historyMegabytes;
    reportWhatIsForgotten();
}

void HistoryPreferences::store(SettingsValues& values) const
{
    values.hasHistory = m_isOn->isChecked();
    values.historyAge = std::chrono::days(m_days->value());
    values.historyMegabytes = m_megabytes->value();
}

}  // namespace

PreferencesPage* makeHistoryPreferences(const HistoryController* history, QWidget* parent)
{
    return new HistoryPreferences(history, parent);
}

}  // namespace quaywatch
