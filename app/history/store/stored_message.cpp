// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/store/stored_message.h"

#include "core/text/display_message.h"
#include "core/text/display_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr QChar kSeparator(0x1F);
constexpr qsizetype kMaxObjectBytes = 4096;
constexpr int kMaxDepth = 8;

QJsonObject objectOf(const Message& message);

QJsonValue valueOf(const MessageArgument& argument)
{
    if (const auto* const text = std::get_if<std::string>(&argument.value)) {
        return QString::fromStdString(*text);
    }
    if (const auto* const number = std::get_if<std::uint64_t>(&argument.value)) {
        return QString::number(*number).toDouble();
    }
    if (const auto* const moment = std::get_if<MessageArgument::Moment>(&argument.value)) {
        // The text in UTC: which of the numbers are times is not stored.
        return QString::fromStdString(utcText(*moment));
    }
    const auto& message = std::get<Message>(argument.value);
    return !message.hasId() ? QJsonValue(QString::fromStdString(message.english()))
                            : QJsonValue(objectOf(message));
}

QJsonObject objectOf(const Message& message)
{
    QJsonArray arguments;
    for (const MessageArgument& argument : message.arguments()) {
        arguments.append(valueOf(argument));
    }
    const std::string_view id = token(message.id());
    return {{u"id"_s, QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()))},
            {u"arguments"_s, arguments}};
}

std::optional<Message> messageOf(const QJsonObject& object, int depth)
{
    const auto id = parseMessageId(object[u"id"_s].toString().toStdString());
    if (!id || depth == kMaxDepth) {
        return std::nullopt;
    }
    std::vector<MessageArgument> arguments;
    const QJsonArray values = object[u"arguments"_s].toArray();
    for (const auto& each : values) {
        const QJsonValue& value = each;
        if (value.isString()) {
            arguments.emplace_back(value.toString().toStdString());
        } else if (value.isDouble() && value.toInteger(-1) >= 0) {
            arguments.emplace_back(static_cast<std::uint64_t>(value.toInteger()));
        } else if (std::optional<Message> inner = messageOf(value.toObject(), depth + 1)) {
            arguments.emplace_back(*std::move(inner));
        } else {
            return std::nullopt;
        }
    }
    return Message(*id, std::move(arguments));
}

}  // namespace

std::string storedText(const Message& message, std::size_t limit)
{
    const Message shown = displayMessage(message);
    std::string text = displayText(shown.english(), limit);
    if (shown.hasId()) {
        const QByteArray object = QJsonDocument(objectOf(shown)).toJson(QJsonDocument::Compact);
        if (object.size() <= kMaxObjectBytes) {
            text += QString(kSeparator).toStdString() + object.toStdString();
        }
    }
    return text;
}

Message messageFrom(const QString& stored)
{
    const qsizetype separator = stored.indexOf(kSeparator);
    const QByteArray object = separator < 0 ? QByteArray() : stored.mid(separator + 1).toUtf8();
    if (!object.isEmpty() && object.size() <= kMaxObjectBytes) {
        if (const auto message = messageOf(QJsonDocument::fromJson(object).object(), 0)) {
            return displayMessage(*message);
        }
    }
    return displayText(stored.left(separator < 0 ? stored.size() : separator).toStdString());
}

}  // namespace quaywatch
