// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/monitor_controller.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;

namespace quaywatch {

class UnitStopSection;
class ValueDocument;

/// Asks for confirmation, then ends the processes of a target, or stops the units that would
/// restart them, and reports the results. Cancel is the default until there is nothing left to
/// cancel. Owners that the plan leaves out need a separate confirmation, after a button of their
/// own.
///
/// All work is done on the monitor's second thread. The dialog keeps handles of the processes from
/// the moment it shows them, so that no other process can be ended.
class EndProcessDialog final : public QDialog {
    Q_OBJECT

public:
    /// @param signal  The first signal that the button sends. If Terminate does not help, the
    ///                dialog offers Kill.
    EndProcessDialog(MonitorController& monitor, const EndTarget& target, ProcessSignal signal,
                     QWidget* parent = nullptr);

    /// Sets the program that stops units, instead of systemctl; for tests.
    void setSystemctl(const QString& program);

private:
    void build();
    void askForPlan();
    void showPlan(JobId job, const PlanAnswer& answer);
    void showRefusal(const Error& error);
    void showQuestion();
    void showLines(const QString& title, const std::vector<const SocketRecord*>& listeners);
    void showCandidate(const EndCandidate& candidate);
    void showUnits(const EndCandidate& candidate);
    /// Continues with the owners that were left out, and asks about them only.
    void askAboutLeftOut();
    void offerLeftOut();
    void showGaps();
    void act(ProcessSignal signal);
    void showOutcomes(JobId job, const std::vector<EndOutcome>& outcomes);
    void offerOnlyClose();
    void offerStop();
    void stopUnits();

    MonitorController& m_monitor;
    EndTarget m_target;
    ProcessSignal m_signal;
    ProcessSignal m_firstSignal;  ///< The requested signal; m_signal is the last one sent.
    JobId m_job = 0;
    EndPlanPtr m_plan;
    QLabel* m_question;
    ValueDocument* m_document;
    UnitStopSection* m_unitStop;
    QPushButton* m_endButton = nullptr;
    QPushButton* m_killButton = nullptr;
    QPushButton* m_stopButton = nullptr;
    QPushButton* m_leftOutButton = nullptr;
    QPushButton* m_cancelButton = nullptr;
};

}  // namespace quaywatch
