// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/history/history_controls.h"

#include "app/text/core_text.h"
#include "app/text/isolated_text.h"
#include "app/text/labels.h"
#include "app/text/number_text.h"
#include "app/text/time_text.h"

#include <QComboBox>
#include <QDateTime>
#include <QDateTimeEdit>
#include <QVariant>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct ControlText {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::HistoryPage)
};

// Data of the entries of the box. A saved point has its id, which is above 0.
enum Choice : int { Custom = -1, RunStart = -2, Hour = -3, Day = -4, Week = -5 };

}  // namespace

void fillSince(QComboBox& choice, const HistoryOverview& overview)
{
    const QVariant chosen = choice.currentData();
    const QSignalBlocker blocker(&choice);
    choice.clear();
    choice.addItem(ControlText::tr("Yesterday, this time"), Day);
    if (overview.runStarted) {
        choice.addItem(
            ControlText::tr("Before the last start (%1)").arg(dateAndTime(*overview.runStarted)),
            RunStart);
    }
    choice.addItem(ControlText::tr("An hour ago"), Hour);
    choice.addItem(ControlText::tr("A week ago"), Week);
    for (const HistoryPoint& point : overview.points) {
        choice.addItem(ControlText::tr("Saved: %1").arg(inSentence(point.name)),
                       static_cast<qlonglong>(point.id));
    }
    choice.addItem(ControlText::tr("Another time..."), Custom);
    choice.setCurrentIndex(std::max(0, choice.findData(chosen)));
}

std::optional<HistoryTime> sinceOf(const QComboBox& choice, const QDateTimeEdit& custom,
                                   const HistoryOverview& overview, HistoryTime now)
{
    const qlonglong data = choice.currentData().toLongLong();
    switch (data) {
        case Custom:
            return fromMilliseconds(custom.dateTime().toMSecsSinceEpoch());
        case RunStart:
            return overview.runStarted;
        case Hour:
            return now - 1h;
        case Day:
            return now - 24h;
        case Week:
            return now - 7 * 24h;
        default:
            break;
    }
    for (const HistoryPoint& point : overview.points) {
        if (point.id == data) {
            return point.at;
        }
    }
    return std::nullopt;
}

bool isCustom(const QComboBox& choice)
{
    return choice.currentData().toLongLong() == Custom;
}

std::optional<std::int64_t> pointOf(const QComboBox& choice)
{
    const qlonglong data = choice.currentData().toLongLong();
    return data > 0 ? std::optional<std::int64_t>(data) : std::nullopt;
}

QString timelineNote(const std::optional<PortTotals>& traffic)
{
    if (!traffic) {
        return ControlText::tr(
            "Times are when Quaywatch saw it first; while it does not run, it sees "
            "nothing.");
    }
    QString count = ControlText::tr("%Ln connections came in during the last 24 hours", nullptr,
                                    pluralOf(traffic->opened));
    if (traffic->bytesReceived == 0 && traffic->bytesSent == 0) {
        return count;
    }
    //: The number of connections; bytes received and sent.
    return ControlText::tr("%1; %2 came in and %3 went out")
        .arg(count, Labels::bytes(traffic->bytesReceived), Labels::bytes(traffic->bytesSent));
}

QString changesNote(const Comparison& comparison)
{
    if (!comparison.with) {
        return {};
    }
    QStringList parts{
        comparison.beginning
            ? ControlText::tr("What listens now, compared with %1, when the history began. What "
                              "was there before is not known.")
                  .arg(dateAndTime(*comparison.beginning))
            : ControlText::tr("What listens now, compared with %1.")
                  .arg(dateAndTime(*comparison.with))};
    if (comparison.isCut) {
        parts.append(ControlText::tr("There are more than are shown."));
    }
    return parts.join(u' ');
}

}  // namespace quaywatch
