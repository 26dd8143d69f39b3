// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/dialogs/end_plan_section.h"
#include "app/gui/dialogs/end_plan_set.h"

#include <QDialog>
#include <QStringList>

#include <vector>

class QDialogButtonBox;
class QLabel;
class QPushButton;

namespace quaywatch {

class UnitStopSection;
class ValueDocument;

/// Asks once for confirmation, then ends the processes of all targets, or stops the units that
/// would restart them, and reports the results. Cancel is the default until there is nothing left
/// to cancel. Owners that the plans leave out need a separate confirmation, after a button of their
/// own.
///
/// All work is done on the monitor's second thread. The dialog keeps handles of the processes from
/// the moment it shows them, so that no other process can be ended.
class EndProcessDialog final : public QDialog {
    Q_OBJECT

public:
    /// @param signal   The first signal that the button sends. If Terminate does not help, the
    ///                 dialog offers Kill.
    EndProcessDialog(MonitorController& monitor, const EndTarget& target, ProcessSignal signal,
                     QWidget* parent = nullptr);
    /// @param targets  At least one.
    /// @param remarks  Sentences about what is not among the targets, which the dialog shows.
    EndProcessDialog(MonitorController& monitor, std::vector<EndTarget> targets,
                     QStringList remarks, ProcessSignal signal, QWidget* parent = nullptr);

    /// Sets the program that stops units, instead of systemctl; for tests.
    void setSystemctl(const QString& program);

private:
    void build();
    void buildButtons();
    void showPlans();
    [[nodiscard]] QString question() const;
    void showQuestion();
    void nameButtons(int count);
    /// Continues with the owners that were left out, and asks about them only.
    void askAboutLeftOut();
    void offerLeftOut();
    /// Continues with the workers that outlived their parent, and asks about them only.
    void askAboutWorkers();
    void offerWorkers(const std::vector<EndOutcome>& outcomes);
    void act(ProcessSignal signal);
    void showOutcomes(const std::vector<EndOutcome>& outcomes);
    void offerOnlyClose();
    void offerStop();
    void stopUnits();

    MonitorController& m_monitor;
    EndPlanSet* m_plans;
    QStringList m_remarks;
    ProcessSignal m_signal;
    ProcessSignal m_firstSignal;  ///< The requested signal; m_signal is the last one sent.
    QLabel* m_question;
    ValueDocument* m_document;
    EndPlanSection m_section;
    std::vector<EndTarget> m_workers;  ///< That outlived their parent and got no signal.
    UnitStopSection* m_unitStop;
    QDialogButtonBox* m_buttons;
    QPushButton* m_endButton = nullptr;
    QPushButton* m_killButton = nullptr;
    QPushButton* m_stopButton = nullptr;
    QPushButton* m_leftOutButton = nullptr;
    QPushButton* m_workersButton = nullptr;
    QPushButton* m_cancelButton = nullptr;
};

}  // namespace quaywatch
