// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/history_export.h"

#include "app/history/history_changes.h"
#include "core/message/message_list.h"
#include "core/text/csv_line.h"
#include "core/text/iso_time.h"
#include "core/text/json_writer.h"

namespace quaywatch {
namespace {

constexpr std::string_view kSubjectHeader = "protocol,port,address,program,executable,user,place";

std::string maybeTime(const std::optional<HistoryTime>& time)
{
    return time ? isoTime(*time) : std::string();
}

void writeSubject(CsvLine& line, const HistorySubject& subject)
{
    const bool isSomeone = subject.protocol.has_value();
    line.token(isSomeone ? token(*subject.protocol) : std::string_view());
    line.token(isSomeone ? std::to_string(subject.port) : std::string());
    for (const QString* text :
         {&subject.address, &subject.program, &subject.executable, &subject.user, &subject.place}) {
        line.text(text->toStdString());
    }
}

void writeText(JsonWriter& json, std::string_view name, const QString& text)
{
    json.key(name);
    if (text.isEmpty()) {
        json.null();
    } else {
        json.value(text.toStdString());
    }
}

void writeTime(JsonWriter& json, std::string_view name, const std::optional<HistoryTime>& time)
{
    json.key(name);
    if (time) {
        json.value(isoTime(*time));
    } else {
        json.null();
    }
}

void writeSubject(JsonWriter& json, std::string_view name,
                  const std::optional<HistorySubject>& subject)
{
    json.key(name);
    if (!subject || !subject->protocol) {
        json.null();
        return;
    }
    json.beginObject();
    json.member("protocol", token(*subject->protocol)).member("port", subject->port);
    writeText(json, "address", subject->address);
    writeText(json, "program", subject->program);
    writeText(json, "executable", subject->executable);
    writeText(json, "user", subject->user);
    writeText(json, "place", subject->place);
    json.endObject();
}

void writeRow(JsonWriter& json, const HistoryRow& row)
{
    json.beginObject();
    json.member("at", isoTime(row.at)).member("event", token(row.kind));
    writeTime(json, "since", row.since);
    json.member("count", row.count).member("late", row.isLate);
    writeText(json, "severity",
              row.severity ? QString::fromUtf8(token(*row.severity).data(),
                                               static_cast<qsizetype>(token(*row.severity).size()))
                           : QString());
    writeText(json, "rule", row.rule);
    writeText(json, "reason", QString::fromStdString(row.reason.english()));
    json.key("reason_id");
    if (!row.reason.hasId()) {
        json.null();
    } else {
        json.value(token(row.reason.id()));
    }
    json.key("evidence").beginArray();
    for (const Message& line : row.evidence) {
        json.value(line.english());
    }
    json.endArray();
    writeSubject(json, "subject", row.subject);
    writeSubject(json, "previous", row.previous);
    json.endObject();
}

}  // namespace

std::string_view token(HistoryKind kind) noexcept
{
    switch (kind) {
        case HistoryKind::Opened:
            return "opened";
        case HistoryKind::Closed:
            return "closed";
        case HistoryKind::Replaced:
            return "replaced";
        case HistoryKind::Changed:
            return "changed";
        case HistoryKind::Alert:
            return "alert";
        case HistoryKind::Repeated:
            return "repeated";
        case HistoryKind::Started:
            return "started";
        case HistoryKind::Lost:
            return "lost";
        case HistoryKind::Unwatched:
            return "unwatched";
    }
    return {};
}

std::string_view token(HistoryChange::Kind kind) noexcept
{
    switch (kind) {
        case HistoryChange::Kind::New:
            return "new";
        case HistoryChange::Kind::Changed:
            return "changed";
        case HistoryChange::Kind::Gone:
            return "gone";
    }
    return {};
}

std::string timelineCsv(const std::vector<HistoryRow>& rows)
{
    std::string csv = "at,event,since,count,late,severity,rule,";
    csv.append(kSubjectHeader).append(",previous_program,reason,evidence\r\n");
    for (const HistoryRow& row : rows) {
        CsvLine line(csv);
        line.token(isoTime(row.at)).token(token(row.kind)).token(maybeTime(row.since));
        line.token(std::to_string(row.count)).token(row.isLate ? "true" : "false");
        line.token(row.severity ? token(*row.severity) : std::string_view());
        line.text(row.rule.toStdString());
        writeSubject(line, row.subject);
        line.text(row.previous ? row.previous->program.toStdString() : std::string());
        line.text(row.reason.english());
        line.text(Message(MessageId::SemicolonList,
                          std::vector<MessageArgument>(row.evidence.begin(), row.evidence.end()))
                      .english());
        line.end();
    }
    return csv;
}

std::string timelineJson(const std::vector<HistoryRow>& rows)
{
    std::string text;
    JsonWriter json(text);
    json.beginObject().member("schema", 1).key("history").beginArray();
    for (const HistoryRow& row : rows) {
        writeRow(json, row);
    }
    json.endArray().endObject();
    return text;
}

std::string changesCsv(const std::vector<HistoryChange>& changes)
{
    std::string csv = "change,at,first_seen,";
    csv.append(kSubjectHeader)
        .append(",was_address,was_program,was_executable,was_user,was_place\r\n");
    for (const HistoryChange& change : changes) {
        CsvLine line(csv);
        line.token(token(change.kind)).token(maybeTime(change.at));
        line.token(isoTime(change.firstSeen));
        writeSubject(line, change.subject);
        const HistorySubject was = change.was.value_or(HistorySubject());
        for (const QString* text :
             {&was.address, &was.program, &was.executable, &was.user, &was.place}) {
            line.text(text->toStdString());
        }
        line.end();
    }
    return csv;
}

std::string changesJson(const std::vector<HistoryChange>& changes, HistoryTime since)
{
    std::string text;
    JsonWriter json(text);
    json.beginObject().member("schema", 1).member("since", isoTime(since));
    json.key("changes").beginArray();
    for (const HistoryChange& change : changes) {
        json.beginObject().member("change", token(change.kind));
        writeTime(json, "at", change.at);
        writeTime(json, "first_seen", change.firstSeen);
        writeSubject(json, "subject", change.subject);
        writeSubject(json, "was", change.was);
        json.endObject();
    }
    json.endArray().endObject();
    return text;
}

}  // namespace quaywatch
