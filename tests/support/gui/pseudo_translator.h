// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QTranslator>

namespace quaywatch::test {

/// Translates every text of tr() to the same text in brackets, so that a test detects texts that
/// bypass tr(). Active during its lifetime.
class PseudoTranslator final : public QTranslator {
public:
    PseudoTranslator() { QCoreApplication::installTranslator(this); }
    ~PseudoTranslator() override { QCoreApplication::removeTranslator(this); }
    PseudoTranslator(const PseudoTranslator&) = delete;
    PseudoTranslator& operator=(const PseudoTranslator&) = delete;
    PseudoTranslator(PseudoTranslator&&) = delete;
    PseudoTranslator& operator=(PseudoTranslator&&) = delete;

    [[nodiscard]] QString translate(const char* /*context*/, const char* source,
                                    const char* /*comment*/, int /*n*/) const override
    {
        return QChar(u'[') + QString::fromUtf8(source) + QChar(u']');
    }
    [[nodiscard]] bool isEmpty() const override { return false; }

    /// Whether the whole text is one translation.
    [[nodiscard]] static bool hasTranslated(const QString& text)
    {
        return text.startsWith(QChar(u'[')) && text.endsWith(QChar(u']'));
    }
};

}  // namespace quaywatch::test
