// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCheckBox>
#include <QString>

class QPainter;

namespace quaywatch {

/// A switch for something that goes on until it is switched off, such as recording: a sliding knob
/// and, while it really goes on, a red dot before the text. A switch that is on although nothing
/// goes on is not lit.
class SwitchButton final : public QCheckBox {
    Q_OBJECT

public:
    explicit SwitchButton(const QString& text, QWidget* parent = nullptr);

    /// Whether what the switch stands for goes on.
    [[nodiscard]] bool isActive() const noexcept { return m_isActive; }
    void setActive(bool isActive);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] bool hitButton(const QPoint& position) const override;

private:
    [[nodiscard]] QSize trackSize() const;
    [[nodiscard]] int dotSize() const;
    void paintTrack(QPainter& painter, const QRectF& track) const;
    void paintDot(QPainter& painter, const QRectF& dot) const;

    bool m_isActive = false;
};

}  // namespace quaywatch
