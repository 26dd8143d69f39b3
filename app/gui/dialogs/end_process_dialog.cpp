// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/end_process_dialog.h"

#include "app/gui/dialogs/unit_stop_section.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/screen_fit.h"
#include "app/gui/widgets/value_document.h"
#include "app/text/isolated_text.h"
#include "app/text/qt_text.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace quaywatch {

namespace {

constexpr std::chrono::milliseconds kPatience = std::chrono::seconds(3);

[[nodiscard]] bool canEnd(const EndCandidate* candidate)
{
    return candidate->handle != nullptr;
}

}  // namespace

EndProcessDialog::EndProcessDialog(MonitorController& monitor, const EndTarget& target,
                                   ProcessSignal signal, QWidget* parent)
    : EndProcessDialog(monitor, std::vector<EndTarget>{target}, {}, signal, parent)
{
}

EndProcessDialog::EndProcessDialog(MonitorController& monitor, std::vector<EndTarget> targets,
                                   QStringList remarks, ProcessSignal signal, QWidget* parent)
    : QDialog(parent)
    , m_monitor(monitor)
    , m_plans(new EndPlanSet(monitor, std::move(targets), this))
    , m_remarks(std::move(remarks))
    , m_signal(signal)
    , m_firstSignal(signal)
    , m_question(makePlainLabel({}, this))
    , m_document(new ValueDocument(this))
    , m_section(*m_document)
    , m_unitStop(new UnitStopSection(*m_question, *m_document, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    build();
    connect(m_plans, &EndPlanSet::planned, this, &EndProcessDialog::showPlans);
    connect(m_plans, &EndPlanSet::executed, this, &EndProcessDialog::showOutcomes);
    m_plans->makePlans();
}

void EndProcessDialog::build()
{
    setWindowTitle(m_signal == ProcessSignal::Kill ? tr("Kill process") : tr("End process"));
    resize(fittingSize(*this, QSize(520, 360)));
    QFont big = m_question->font();
    big.setPointSizeF(big.pointSizeF() * 1.2);
    big.setBold(true);
    m_question->setFont(big);
    m_question->setWordWrap(true);
    const std::vector<EndTarget>& targets = m_plans->targets();
    m_question->setText(
        targets.size() == 1
            ? tr("Looking at who holds %1…").arg(EndPlanSection::targetText(targets.front()))
            : tr("Looking at the processes of %Ln rows…", nullptr,
                 static_cast<int>(targets.size())));
    m_document->setAccessibleName(tr("What would be ended"));
    buildButtons();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 14);
    column->setSpacing(12);
    column->addWidget(m_question);
    column->addWidget(m_document, 1);
    column->addWidget(m_buttons);
}

void EndProcessDialog::buildButtons()
{
    m_cancelButton = m_buttons->button(QDialogButtonBox::Cancel);
    m_endButton = m_buttons->addButton(tr("End process"), QDialogButtonBox::ActionRole);
    m_killButton = m_buttons->addButton(tr("Kill process"), QDialogButtonBox::ActionRole);
    m_stopButton = m_buttons->addButton(tr("Stop the units"), QDialogButtonBox::ActionRole);
    m_stopButton->setToolTip(
        tr("Asks systemd to stop them and to start them no more on its own; "
           "it may ask for a password"));
    m_endButton->setToolTip(tr("Asks it to end (SIGTERM)"));
    m_killButton->setToolTip(tr("Ends it at once, without a chance to save (SIGKILL)"));
    m_leftOutButton = m_buttons->addButton(tr("Those left out…"), QDialogButtonBox::ActionRole);
    m_leftOutButton->setToolTip(tr("Shows them by themselves, and asks once more"));
    m_workersButton = m_buttons->addButton(tr("The workers…"), QDialogButtonBox::ActionRole);
    m_workersButton->setToolTip(tr("Shows them by themselves, and asks once more"));
    for (QPushButton* button :
         {m_endButton, m_killButton, m_stopButton, m_leftOutButton, m_workersButton}) {
        button->setAutoDefault(false);
        button->hide();
    }
    m_cancelButton->setDefault(true);
    m_cancelButton->setFocus();
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_endButton, &QPushButton::clicked, this, [this] { act(ProcessSignal::Terminate); });
    connect(m_killButton, &QPushButton::clicked, this, [this] { act(ProcessSignal::Kill); });
    connect(m_stopButton, &QPushButton::clicked, this, &EndProcessDialog::stopUnits);
    connect(m_unitStop, &UnitStopSection::finished, &m_monitor, &MonitorController::refreshNow);
    connect(m_leftOutButton, &QPushButton::clicked, this, &EndProcessDialog::askAboutLeftOut);
    connect(m_workersButton, &QPushButton::clicked, this, &EndProcessDialog::askAboutWorkers);
}

void EndProcessDialog::showPlans()
{
    if (m_plans->plans().empty() && m_plans->refusals().size() == 1) {
        m_question->setText(EndPlanSection::refusalTitle(m_plans->refusals().front()));
        m_section.showPlans(*m_plans, m_remarks);
        offerOnlyClose();
        return;
    }
    showQuestion();
}

QString EndProcessDialog::question() const
{
    const std::vector<const EndCandidate*> candidates = m_plans->candidates();
    const auto count = std::count_if(candidates.begin(), candidates.end(), canEnd);
    if (count == 1) {
        const ProcessInfo& info =
            (*std::find_if(candidates.begin(), candidates.end(), canEnd))->details.info;
        return tr("End %1 (PID %2)?")
            .arg(inSentence(plainText(info.name, 80)), QString::number(info.id.pid));
    }
    if (count > 1) {
        return tr("End %Ln processes?", nullptr, static_cast<int>(count));
    }
    if (m_unitStop->hasUnits()) {
        return tr("Stop %1?").arg(m_unitStop->unitsText());
    }
    return m_plans->leftOut().empty() ? tr("Nothing here may be ended")
                                      : tr("Nothing is ended unless you confirm it apart");
}

/// Shows the current plans: the processes to be ended, and those that are left out.
void EndProcessDialog::showQuestion()
{
    m_unitStop->setUnits(m_plans->stop());
    m_question->setText(question());
    m_section.showPlans(*m_plans, m_remarks);
    offerOnlyClose();
    offerStop();
    offerLeftOut();
    const std::vector<const EndCandidate*> candidates = m_plans->candidates();
    const auto count = std::count_if(candidates.begin(), candidates.end(), canEnd);
    if (count == 0) {
        return;
    }
    const bool hasStopped = std::any_of(
        candidates.begin(), candidates.end(),
        [](const EndCandidate* candidate) { return candidate->details.info.state.has_value(); });
    nameButtons(static_cast<int>(count));
    m_cancelButton->setText(tr("Cancel"));
    m_endButton->setVisible(m_signal == ProcessSignal::Terminate);
    m_killButton->setVisible(m_signal == ProcessSignal::Kill || hasStopped);
    // Set the focus again: since Qt 6.6 adding a button repeats the layout of the box, which moves
    // the focus.
    m_cancelButton->setFocus();
}

/// The buttons say as much as the question.
void EndProcessDialog::nameButtons(int count)
{
    m_endButton->setText(count == 1 ? tr("End process") : tr("End %Ln processes", nullptr, count));
    m_killButton->setText(count == 1 ? tr("Kill process")
                                     : tr("Kill %Ln processes", nullptr, count));
}

void EndProcessDialog::offerStop()
{
    if (m_unitStop->hasUnits()) {
        m_stopButton->setText(forMenu(tr("Stop %1…").arg(m_unitStop->unitsText())));
        m_stopButton->show();
        m_cancelButton->setFocus();
    }
}

void EndProcessDialog::stopUnits()
{
    offerOnlyClose();
    m_unitStop->stop();
}

void EndProcessDialog::setSystemctl(const QString& program)
{
    m_unitStop->setSystemctl(program);
}

void EndProcessDialog::offerLeftOut()
{
    const std::vector<const EndCandidate*> leftOut = m_plans->leftOut();
    m_leftOutButton->setVisible(std::any_of(leftOut.begin(), leftOut.end(), canEnd));
    m_cancelButton->setFocus();
}

void EndProcessDialog::askAboutLeftOut()
{
    m_plans->takeInLeftOut();
    m_remarks.clear();
    m_signal = m_firstSignal;
    showQuestion();
}

void EndProcessDialog::act(ProcessSignal signal)
{
    m_endButton->hide();
    m_killButton->hide();
    m_stopButton->hide();
    m_leftOutButton->hide();
    m_workersButton->hide();
    m_question->setText(signal == ProcessSignal::Kill
                            ? tr("Killed; waiting until it is gone…")
                            : tr("Asked to end; waiting up to %Ln seconds…", nullptr,
                                 static_cast<int>(m_plans->activePlanCount() * kPatience /
                                                  std::chrono::seconds(1))));
    // The operation cannot be canceled any more: closing the dialog only stops watching it.
    m_cancelButton->setText(tr("Close"));
    m_signal = signal;
    m_plans->execute(signal, kPatience);
}

void EndProcessDialog::showOutcomes(const std::vector<EndOutcome>& outcomes)
{
    const auto isAlive = [](const EndOutcome& outcome) {
        return outcome.kind == EndOutcome::Kind::StillAlive;
    };
    const auto ignoresSignal = [&isAlive](const EndOutcome& outcome) {
        return isAlive(outcome) && outcome.wasSignaled;
    };
    const bool canKill = m_signal == ProcessSignal::Terminate &&
                         std::any_of(outcomes.begin(), outcomes.end(), ignoresSignal);
    const bool isAllDone = std::all_of(outcomes.begin(), outcomes.end(), EndPlanSection::isDone);
    m_section.showOutcomes(outcomes);
    m_question->setText(isAllDone ? tr("Done")
                        : canKill ? tr("Still running. Force it to quit?")
                                  : tr("Not done"));
    m_monitor.refreshNow();
    if (canKill) {
        nameButtons(static_cast<int>(std::count_if(outcomes.begin(), outcomes.end(), isAlive)));
        m_killButton->show();
        m_cancelButton->setText(tr("Keep running"));
        m_cancelButton->setFocus();
    } else {
        offerOnlyClose();
        offerStop();
        offerLeftOut();
        offerWorkers(outcomes);
    }
}

void EndProcessDialog::offerWorkers(const std::vector<EndOutcome>& outcomes)
{
    m_workers.clear();
    for (const EndOutcome& outcome : outcomes) {
        if (outcome.kind == EndOutcome::Kind::StillAlive && !outcome.wasSignaled) {
            EndTarget worker;
            worker.process = outcome.process;
            m_workers.push_back(worker);
        }
    }
    if (m_workers.empty()) {
        return;
    }
    m_question->setText(tr("%Ln workers did not end with their parent", nullptr,
                           static_cast<int>(m_workers.size())));
    m_workersButton->show();
    m_cancelButton->setFocus();
}

void EndProcessDialog::askAboutWorkers()
{
    offerOnlyClose();
    m_remarks.clear();
    m_signal = m_firstSignal;
    m_plans->replaceTargets(std::exchange(m_workers, {}));
}

void EndProcessDialog::offerOnlyClose()
{
    m_endButton->hide();
    m_killButton->hide();
    m_stopButton->hide();
    m_leftOutButton->hide();
    m_workersButton->hide();
    m_cancelButton->setText(tr("Close"));
    m_cancelButton->setFocus();
}

}  // namespace quaywatch
