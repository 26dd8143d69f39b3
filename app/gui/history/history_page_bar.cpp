// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/history/history_page_bar.h"

#include "app/delegates/palette_colors.h"
#include "app/gui/history/history_controls.h"
#include "app/gui/widgets/date_edit.h"
#include "app/gui/widgets/row_table.h"
#include "app/text/qt_text.h"
#include "app/text/time_text.h"

#include <QAbstractItemView>
#include <QButtonGroup>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QIcon>
#include <QInputDialog>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A dot: red while something is recorded.
QIcon recordIcon(bool isRecording, const QPalette& palette)
{
    constexpr int kSide = 32;
    const PaletteColors& colors = PaletteColors::of(palette);
    QPixmap pixmap(kSide, kSide);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isRecording ? colors.danger : colors.dim);
    constexpr int kInset = 6;
    painter.drawEllipse(pixmap.rect().adjusted(kInset, kInset, -kInset, -kInset));
    return {pixmap};
}

}  // namespace

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
    m_timelineButton = makeChip(tr("Timeline"), tr("What happened, the newest first"), this);
    m_changesButton = makeChip(tr("What changed"),
                               tr("What started or stopped listening since a chosen time"), this);
    m_timelineButton->setCheckable(true);
    m_changesButton->setCheckable(true);
    auto* modes = new QButtonGroup(this);
    modes->addButton(m_timelineButton);
    modes->addButton(m_changesButton);
    m_timelineButton->setChecked(true);
    connect(m_timelineButton, &QToolButton::clicked, this,
            [this] { emit modeChosen(Mode::Timeline); });
    connect(m_changesButton, &QToolButton::clicked, this,
            [this] { emit modeChosen(Mode::Changes); });
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
    m_recordButton = makeChip(tr("Record"), tr("Keep a history. It stays on this machine."), this);
    m_recordButton->setCheckable(true);
    m_recordButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_recordButton->setIconSize({16, 16});
    connect(m_recordButton, &QToolButton::clicked, this,
            [this] { emit recordingToggled(!m_isWanted); });
}

void HistoryPageBar::arrange()
{
    auto* bar = new QHBoxLayout(this);
    bar->setContentsMargins(12, 10, 12, 8);
    bar->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_timelineButton, m_changesButton,
                                                           m_since, m_time, m_deleteButton}) {
        bar->addWidget(widget);
    }
    bar->addWidget(m_alertsButton);
    bar->addStretch(1);
    bar->addWidget(m_saveButton);
    bar->addWidget(m_recordButton);
}

HistoryPageBar::Mode HistoryPageBar::mode() const
{
    return m_changesButton->isChecked() ? Mode::Changes : Mode::Timeline;
}

void HistoryPageBar::setMode(Mode mode)
{
    (mode == Mode::Changes ? m_changesButton : m_timelineButton)->setChecked(true);
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
    m_isWanted = isWanted;
    m_recordButton->setChecked(isWanted && isRecording);
    m_recordButton->setText(isWanted && isRecording ? tr("Recording") : tr("Record"));
    m_recordButton->setAccessibleName(m_recordButton->text());
    m_recordButton->setIcon(recordIcon(isWanted && isRecording, palette()));
}

void HistoryPageBar::updateControls()
{
    const bool isChanges = mode() == Mode::Changes;
    m_since->setVisible(isChanges);
    m_time->setVisible(isChanges && isCustom(*m_since));
    m_deleteButton->setVisible(isChanges && pointOf(*m_since).has_value());
    m_alertsButton->setVisible(!isChanges);
    m_saveButton->setEnabled(m_history != nullptr);
    m_recordButton->setEnabled(m_history != nullptr);
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
