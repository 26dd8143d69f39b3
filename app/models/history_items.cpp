// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/history_items.h"

#include "app/history/history_changes.h"
#include "app/models/socket_cells.h"
#include "app/text/core_text.h"
#include "app/text/labels.h"
#include "app/text/qt_text.h"
#include "app/text/time_text.h"

#include <QDateTime>
#include <QLocale>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    QString what;
    Tone tone = Tone::Quiet;
    QString phrase;
};

std::optional<std::chrono::seconds> lengthOf(const std::optional<HistoryTime>& since,
                                             HistoryTime until)
{
    return since ? std::optional(std::chrono::floor<std::chrono::seconds>(until - *since))
                 : std::nullopt;
}

/// Describes the differences between two successive owners of a port.
QString difference(const HistorySubject& was, const HistorySubject& is)
{
    QStringList parts;
    const auto compare = [&](const QString& before, const QString& after) {
        if (before != after) {
            parts.append(before.isEmpty() ? Labels::missing() : before);
        }
    };
    compare(was.program, is.program);
    if (was.program == is.program) {
        compare(was.executable, is.executable);
    }
    compare(was.user, is.user);
    compare(was.address, is.address);
    compare(was.place, is.place);
    return parts.join(u", "_s);
}

}  // namespace

struct HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::HistoryText)

public:
    static Words of(const HistoryRow& row)
    {
        switch (row.kind) {
            case HistoryKind::Opened:
                return row.isLate
                           ? Words{tr("Already running"), Tone::Listen,
                                   tr("It was already listening when recording started. Since when "
                                      "is unknown.")}
                           : Words{tr("Opened"), Tone::Listen,
                                   tr("Started listening. The time is when it was first seen.")};
            case HistoryKind::Closed:
                return row.isLate ? Words{tr("Missing"), Tone::Quiet,
                                          tr("It was gone when recording started again. Since when "
                                             "is unknown.")}
                                  : Words{tr("Closed"), Tone::Quiet, tr("Stopped listening.")};
            case HistoryKind::Replaced:
                return {tr("Restarted"), Tone::Established,
                        tr("The same program listens on the same port again.")};
            case HistoryKind::Changed:
                return {tr("Changed"), Tone::Waiting,
                        tr("The socket is the same, but another program, user or unit owns it.")};
            case HistoryKind::Alert:
                return {tr("Alert"), toneOf(row.severity.value_or(Severity::Low)),
                        row.severity ? Labels::phrase(*row.severity) : QString()};
            case HistoryKind::Repeated:
                return {tr("Flapping"), Tone::Waiting,
                        tr("It opened and closed too often to list each time.")};
            case HistoryKind::Started:
                return {tr("Started"), Tone::Tcp, tr("Quaywatch started recording.")};
            case HistoryKind::Lost:
                return {tr("Incomplete"), Tone::Warning,
                        tr("More happened than could be recorded.")};
            case HistoryKind::Unwatched:
                return {tr("Pause"), Tone::Quiet,
                        tr("Not recording: no poll took place, for example while the machine was "
                           "asleep.")};
        }
        return {QString::number(static_cast<int>(row.kind)), Tone::Quiet, {}};
    }

    static QString details(const HistoryRow& row)
    {
        switch (row.kind) {
            case HistoryKind::Alert:
                return row.count > 1 ? tr("%1 (%Ln times)", nullptr, static_cast<int>(row.count))
                                           .arg(CoreText::of(row.reason))
                                     : CoreText::of(row.reason);
            case HistoryKind::Changed:
                return row.previous ? tr("was: %1").arg(difference(*row.previous, row.subject))
                                    : QString();
            case HistoryKind::Replaced:
                return row.count > 1 ? tr("%Ln times", nullptr, static_cast<int>(row.count))
                                     : QString();
            case HistoryKind::Repeated:
                return tr("opened and closed %Ln more times", nullptr, static_cast<int>(row.count));
            case HistoryKind::Started:
                return row.since ? tr("not recording since %1").arg(whenText(*row.since, row.at))
                                 : tr("the history begins here");
            case HistoryKind::Lost:
                return lost(row);
            case HistoryKind::Unwatched:
                return row.since ? tr("not recording since %1").arg(whenText(*row.since, row.at))
                                 : QString();
            case HistoryKind::Opened:
            case HistoryKind::Closed:
                break;
        }
        return row.isLate && row.kind == HistoryKind::Opened ? tr("already running") : QString();
    }

    static QString lost(const HistoryRow& row)
    {
        const QString many =
            row.count > 0 ? tr("%Ln events not recorded", nullptr, static_cast<int>(row.count))
                          : tr("Events were lost");
        return row.reason.empty() ? many : tr("%1: %2").arg(many, CoreText::of(row.reason));
    }

    static Words of(HistoryChange::Kind kind)
    {
        switch (kind) {
            case HistoryChange::Kind::New:
                return {tr("New"), Tone::Established, tr("Not listening then, listening now.")};
            case HistoryChange::Kind::Changed:
                return {tr("Changed"), Tone::Waiting,
                        tr("Another program, user or address has the port now.")};
            case HistoryChange::Kind::Gone:
                return {tr("Gone"), Tone::Danger, tr("Listening then, not listening now.")};
        }
        return {};
    }
};

HistoryItem HistoryText::item(const HistoryRow& row)
{
    HistoryItem item;
    Words words = HistoryWords::of(row);
    item.what = std::move(words.what);
    item.tone = words.tone;
    item.phrase = std::move(words.phrase);
    item.subject = row.subject;
    item.when = row.at;
    item.isVague = row.isLate;
    if (row.kind == HistoryKind::Closed || row.kind == HistoryKind::Replaced ||
        row.kind == HistoryKind::Started || row.kind == HistoryKind::Unwatched) {
        item.lasted = lengthOf(row.since, row.at);
    }
    item.details = HistoryWords::details(row);
    QStringList evidence;
    for (const Message& fact : row.evidence) {
        evidence.append(CoreText::of(fact));
    }
    item.tip = evidence.join(u'\n');
    if (row.kind == HistoryKind::Alert) {
        item.severity = row.severity;
    }
    item.source = row;
    return item;
}

HistoryItem HistoryText::item(const HistoryChange& change, HistoryTime now)
{
    HistoryItem item;
    Words words = HistoryWords::of(change.kind);
    item.what = std::move(words.what);
    item.tone = words.tone;
    item.phrase = std::move(words.phrase);
    item.subject = change.subject;
    item.when = change.at;
    const bool isHere = change.kind != HistoryChange::Kind::Gone;
    item.lasted =
        lengthOf(isHere ? change.at : change.firstSeen, isHere ? now : change.at.value_or(now));
    if (change.was) {
        item.details = tr("was: %1").arg(difference(*change.was, change.subject));
    }
    item.tip = tr("First seen %1").arg(dateAndTime(change.firstSeen));
    item.source = change;
    return item;
}

QStringList HistoryText::allBadges()
{
    QStringList badges;
    HistoryRow row;
    for (const bool isLate : {false, true}) {
        row.isLate = isLate;
        for (const HistoryKind kind :
             {HistoryKind::Opened, HistoryKind::Closed, HistoryKind::Replaced, HistoryKind::Changed,
              HistoryKind::Alert, HistoryKind::Repeated, HistoryKind::Started, HistoryKind::Lost,
              HistoryKind::Unwatched}) {
            row.kind = kind;
            badges.append(HistoryWords::of(row).what);
        }
    }
    for (const HistoryChange::Kind kind :
         {HistoryChange::Kind::New, HistoryChange::Kind::Changed, HistoryChange::Kind::Gone}) {
        badges.append(HistoryWords::of(kind).what);
    }
    return badges;
}

QString HistoryText::program(const HistorySubject& subject)
{
    return subject.program.isEmpty() ? Labels::missing() : subject.program;
}

QString HistoryText::port(const HistorySubject& subject)
{
    if (!subject.protocol) {
        return {};
    }
    return QString::number(subject.port) + u'/' + fromUtf8(token(*subject.protocol));
}

}  // namespace quaywatch
