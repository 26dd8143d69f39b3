// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/qt_text.h"
#include "core/baseline/baseline_file.h"
#include "core/baseline/parse_baseline.h"
#include "tests/support/gui/window_fixture.h"
#include "tests/support/sockets/snapshot_builder.h"
#include "tests/support/temp_dir.h"

#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include <stdexcept>
#include <string>
#include <vector>

namespace quaywatch::test {

inline SocketRecord nc()
{
    return tcpListener(931).ownedBy(process("nc"));
}

inline SocketRecord expectedNc()
{
    SocketRecord expected = nc();
    expected.assessment.verdict = Verdict::Expected;
    return expected;
}

/// A window with a baseline of its own, and what the tests read from the dialogs.
class MarkExpected : public WindowTest {
protected:
    MarkExpected() { machine.baselinePath = path(); }

    [[nodiscard]] std::string path() const { return m_folder.path("quaywatch/expected.toml"); }
    [[nodiscard]] std::vector<BaselineEntry> entries() const
    {
        return loadBaseline(path())
            .map([](const Baseline& all) { return all.entries(); })
            .value_or(std::vector<BaselineEntry>{});
    }
    /// The button that accepts the dialog.
    static QPushButton& button(const QDialog& dialog, const QString& text)
    {
        for (auto* each : dialog.findChildren<QPushButton*>()) {
            if (each->text() == text) {
                return *each;
            }
        }
        throw std::runtime_error("no such button");
    }
    [[nodiscard]] static QString preview(const QDialog& dialog)
    {
        return dialog.findChild<QPlainTextEdit*>()->toPlainText();
    }

    [[nodiscard]] static QString textsOf(const QDialog& dialog)
    {
        QString texts;
        for (const auto* label : dialog.findChildren<QLabel*>()) {
            texts += label->text() + u'\n';
        }
        return texts;
    }

    test::TempDir m_folder;
    BaselineEditor m_editor{path()};
};

}  // namespace quaywatch::test
