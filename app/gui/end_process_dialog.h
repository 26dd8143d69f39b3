// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/monitor_controller.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;

namespace quaywatch {

class ValueDocument;

/// Asks before it ends the processes of a target, and tells what became of them. Cancel is the
/// default until there is nothing left to cancel.
///
/// All work is done by the monitor's second thread; the processes are held from the moment the
/// dialog shows them, so no other can be hit.
class EndProcessDialog final : public QDialog {
    Q_OBJECT

public:
    /// @param signal  What the button sends first. After a Terminate that did not help, Kill is
    ///                offered.
    EndProcessDialog(MonitorController& monitor, const EndTarget& target, ProcessSignal signal,
                     QWidget* parent = nullptr);

private:
    void build();
    void askForPlan();
    void showPlan(JobId job, const PlanAnswer& answer);
    void showRefusal(const Error& error);
    void showCandidate(const EndCandidate& candidate);
    void showGaps();
    void act(ProcessSignal signal);
    void showOutcomes(JobId job, const std::vector<EndOutcome>& outcomes);
    void offerOnlyClose();

    MonitorController& m_monitor;
    EndTarget m_target;
    ProcessSignal m_signal;
    JobId m_job = 0;
    EndPlanPtr m_plan;
    QLabel* m_question;
    ValueDocument* m_document;
    QPushButton* m_endButton = nullptr;
    QPushButton* m_killButton = nullptr;
    QPushButton* m_cancelButton = nullptr;
};

}  // namespace quaywatch
