// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/traffic/traffic_series.h"

#include <QComboBox>

#include <vector>

namespace quaywatch {

/// The box to choose whose traffic is shown: that of the whole machine, a port or a program. Typing
/// searches the choices. Enter takes a port number even if it is not among them, and otherwise the
/// first choice with this text; a text that matches none is reported, and changes nothing.
class SubjectBox final : public QComboBox {
    Q_OBJECT

public:
    explicit SubjectBox(QWidget* parent = nullptr);

    /// Offers the ports and programs of the series, if they have changed. The current choice stays,
    /// even if the series no longer has it.
    void offer(const TrafficSeries& traffic);

    [[nodiscard]] const TrafficScope& subject() const noexcept { return m_subject; }
    /// The text of the current choice.
    [[nodiscard]] const QString& subjectText() const noexcept { return m_subjectText; }
    /// @return Whether it is one of the choices; if not, nothing changes.
    bool choose(const TrafficScope& subject);

    /// Takes what was typed, as Enter does.
    void takeTyped();

signals:
    void subjectChanged();
    /// Enter was pressed, and there is neither such a port nor such a program.
    void nothingFound(const QString& text);

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Choice {
        TrafficScope subject;
        QString text;
    };
    [[nodiscard]] static std::vector<Choice> choicesOf(
        const std::vector<TrafficSeries::Program>& programs);
    void addHeading(const QString& text);
    void addChoice(const Choice& choice);
    void take(int index);
    [[nodiscard]] int indexOf(const TrafficScope& subject) const;

    TrafficScope m_subject;
    QString m_subjectText;
    std::vector<TrafficScope> m_choices;  // by the number in an item's data
    std::uint64_t m_revision = 0;
};

}  // namespace quaywatch
