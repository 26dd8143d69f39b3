// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/history/history_page_bar.h"

#include "app/gui/history/history_controls.h"
#include "app/gui/widgets/date_edit.h"
#include "app/gui/widgets/row_table.h"
#include "app/gui/widgets/segments.h"
#include "app/gui/widgets/switch_button.h"
#include "app/text/qt_text.h"
#include "app/text/time_text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

HistoryPageBar::HistoryPageBar(HistoryController* history, QWidget* parent)
    : QWidget(parent)
    , m_history(history)
{
    buildModes();
    buildAlerts();
    buildTimes();
    buildButtons();
    arrange();
    fillSince(*m_since, m_overview);
    updateControls();
}

void HistoryPageBar::buildModes()
{
    m_modes = new Segments(tr("What is shown"), this);
    m_modes->setObjectName(u"historyModes"_s);
    m_modes->add(tr("Timeline"), tr("What happened, the newest first"));
    m_modes->add(tr("What changed"), tr("What started or stopped listening since a chosen time"));
    connect(m_modes, &Segments::currentChanged, this,
            [this](int index) { emit modeChosen(static_cast<Mode>(index)); });
}

void HistoryPageBar::buildAlerts()
{
    m_alertsButton = makeChip(tr("Alerts"), tr("Show only alerts"), this);
    m_alertsButton->setCheckable(true);
    connect(m_alertsButton, &QToolButton::toggled, this, &HistoryPageBar::chosen);
}

void HistoryPageBar::buildTimes()
{
    m_since = new QComboBox(this);
    m_since->setObjectName(u"historySince"_s);
    m_since->setAccessibleName(tr("Compare with"));
    m_since->view()->setAccessibleName(m_since->accessibleName());
    m_since->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_time = new QDateTimeEdit(QDateTime::currentDateTime().addDays(-1), this);
    m_time->setAccessibleName(tr("The time to compare with"));
    setUpDateEdit(*m_time);
    connect(m_since, &QComboBox::currentIndexChanged, this, [this] {
        updateControls();
        emit chosen();
    });
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &HistoryPageBar::edited);
}

void HistoryPageBar::buildButtons()
{
    m_deleteButton = makeChip(tr("Delete snapshot"),
                              tr("Delete the saved snapshot that is compared with"), this);
    connect(m_deleteButton, &QToolButton::clicked, this, &HistoryPageBar::deleteSnapshot);
    m_saveButton =
        makeChip(tr("Save snapshot..."), tr("To see later what has changed since now"), this);
    connect(m_saveButton, &QToolButton::clicked, this, &HistoryPageBar::saveSnapshot);
    m_recording = new SwitchButton(tr("Recording"), this);
    m_recording->setObjectName(u"historyRecording"_s);
    connect(m_recording, &SwitchButton::clicked, this, &HistoryPageBar::recordingToggled);
}

void HistoryPageBar::arrange()
{
    auto* bar = new QHBoxLayout(this);
    bar->setContentsMargins(12, 10, 12, 8);
    bar->setSpacing(8);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_modes, m_since, m_time, m_deleteButton}) {
        bar->addWidget(widget);
    }
    bar->addWidget(m_alertsButton);
    bar->addStretch(1);
    bar->addWidget(m_saveButton);
    bar->addWidget(m_recording);
}

HistoryPageBar::Mode HistoryPageBar::mode() const
{
    return static_cast<Mode>(m_modes->currentIndex());
}

void HistoryPageBar::setMode(Mode mode)
{
    {
        const QSignalBlocker blocker(m_modes);
        m_modes->setCurrentIndex(static_cast<int>(mode));
    }
    updateControls();
}

HistorySearch HistoryPageBar::search() const
{
    HistorySearch search = HistorySearch::parse(m_search);
    search.isAlertsOnly = m_alertsButton->isChecked();
    return search;
}

bool HistoryPageBar::isSearching() const
{
    return !m_search.trimmed().isEmpty() || m_alertsButton->isChecked();
}

std::optional<HistoryTime> HistoryPageBar::since() const
{
    return m_history != nullptr ? sinceOf(*m_since, *m_time, m_overview, m_history->now())
                                : std::nullopt;
}

void HistoryPageBar::setOverview(const HistoryOverview& overview)
{
    m_overview = overview;
    fillSince(*m_since, m_overview);
    updateControls();
}

void HistoryPageBar::setRecording(bool isWanted, bool isRecording)
{
    const bool isActive = isWanted && isRecording;
    m_recording->setChecked(isWanted && m_history != nullptr);
    m_recording->setActive(isActive);
    const QString state = isActive   ? tr("What happens is recorded.")
                          : isWanted ? tr("Switched on, but nothing is recorded now.")
                                     : tr("Nothing is recorded.");
    const QString tip = state + u'\n' + tr("The history stays on this machine.");
    m_recording->setToolTip(forTip(tip));
    m_recording->setAccessibleDescription(tip);
}

void HistoryPageBar::updateControls()
{
    const bool isChanges = mode() == Mode::Changes;
    m_since->setVisible(isChanges);
    m_time->setVisible(isChanges && isCustom(*m_since));
    m_deleteButton->setVisible(isChanges && pointOf(*m_since).has_value());
    m_alertsButton->setVisible(!isChanges);
    m_saveButton->setEnabled(m_history != nullptr);
    m_recording->setEnabled(m_history != nullptr);
}

void HistoryPageBar::saveSnapshot()
{
    bool isGiven = false;
    const QString name =
        QInputDialog::getText(this, tr("Save snapshot"), tr("Name:"), QLineEdit::Normal,
                              dateAndTime(m_history->now()), &isGiven);
    if (isGiven && !name.trimmed().isEmpty()) {
        m_history->savePoint(plainText(name.trimmed().toStdString(), 100));
    }
}

void HistoryPageBar::deleteSnapshot()
{
    if (const std::optional<std::int64_t> id = pointOf(*m_since)) {
        m_history->forgetPoint(*id);
    }
}

}  // namespace quaywatch
