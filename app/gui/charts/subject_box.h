// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/traffic/traffic_series.h"

#include <QComboBox>

#include <vector>

namespace quaywatch {

/// The choice whose traffic is shown: the whole machine's, a port's or a program's. What is typed
/// searches; what is no choice changes nothing.
class SubjectBox final : public QComboBox {
    Q_OBJECT

public:
    explicit SubjectBox(QWidget* parent = nullptr);

    /// Offers what the series keeps, if that is other than before. The present choice stays, kept
    /// or not.
    void offer(const TrafficSeries& traffic);

    [[nodiscard]] const TrafficScope& subject() const noexcept { return m_subject; }
    /// As it is shown.
    [[nodiscard]] const QString& subjectText() const noexcept { return m_subjectText; }
    /// @return Whether it is offered; else nothing changes.
    bool choose(const TrafficScope& subject);

signals:
    void subjectChanged();

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
    std::vector<TrafficScope> m_choices;  // by what an item's data says
    std::uint64_t m_revision = 0;
};

}  // namespace quaywatch
