// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QTranslator>

namespace quaywatch::test {

/// Translates all that goes through tr() into itself in brackets, so that a test sees what does
/// not. In force as long as it lives.
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

    /// Whether the text is one translation, from end to end.
    [[nodiscard]] static bool hasMade(const QString& text)
    {
        return text.startsWith(QChar(u'[')) && text.endsWith(QChar(u']'));
    }
};

}  // namespace quaywatch::test
