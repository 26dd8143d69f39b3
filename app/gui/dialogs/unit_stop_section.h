// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/dialogs/unit_stopper.h"

#include <QObject>
#include <QString>

#include <optional>

class QLabel;

namespace quaywatch {

class ValueDocument;

/// The part of the end-process dialog that stops systemd units: those that would start an ended
/// process again, or that hold its port. Shows what it does, and the result, in the dialog. Belongs
/// to the GUI thread and to its parent, the dialog; systemctl runs as a process of its own.
class UnitStopSection final : public QObject {
    Q_OBJECT

public:
    /// @param question  Shows in a few words what happens.
    /// @param document  Shows the result. Both must outlive this object.
    UnitStopSection(QLabel& question, ValueDocument& document, QObject* parent = nullptr);

    /// Sets the program that stops units, instead of systemctl; before the first call of stop().
    void setSystemctl(const QString& program) { m_systemctl = program; }
    /// Sets the units to stop; empty: there are none.
    void setUnits(const std::optional<UnitStop>& units) { m_units = units; }
    [[nodiscard]] bool hasUnits() const { return m_units.has_value(); }
    /// The names of the units, as plain text: the first few, and the number of the others. There
    /// must be units.
    [[nodiscard]] QString unitsText() const;
    /// Starts to stop the units; there must be some.
    void stop();

signals:
    /// The result is shown.
    void finished();

private:
    void showResult(UnitStopper::Outcome outcome, const QByteArray& output);

    QLabel& m_question;
    ValueDocument& m_document;
    std::optional<UnitStop> m_units;
    QString m_systemctl = QStringLiteral("systemctl");
    UnitStopper* m_stopper = nullptr;
};

}  // namespace quaywatch
