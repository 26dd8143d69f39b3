// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/end_process_dialog.h"

#include "app/gui/dialogs/unit_stop_section.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/value_document.h"
#include "app/text/core_text.h"
#include "app/text/isolated_text.h"
#include "app/text/qt_text.h"
#include "app/text/socket_lines.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using DocumentTone = ValueDocument::Tone;

namespace {

constexpr std::chrono::milliseconds kPatience = std::chrono::seconds(3);

QString targetText(const EndTarget& target)
{
    if (target.process) {
        return EndProcessDialog::tr("process %1").arg(target.process->pid);
    }
    return EndProcessDialog::tr("port %1").arg(target.port.value_or(0));
}

/// For example "nginx (PID 4711)", with the reason if the process may not be ended.
QString candidateText(const EndCandidate& candidate)
{
    const ProcessInfo& info = candidate.details.info;
    const QString text = relativeText({info.id, info.name});
    return candidate.refusal ? text + u": "_s + CoreText::of(*candidate.refusal) : text;
}

QStringList relativesText(const std::vector<RelatedProcess>& relatives)
{
    QStringList texts;
    for (const RelatedProcess& each : relatives) {
        texts.append(relativeText(each));
    }
    return texts;
}

bool isDone(const EndOutcome& outcome)
{
    return !outcome.isPortHeld && (outcome.kind == EndOutcome::Kind::Ended ||
                                   outcome.kind == EndOutcome::Kind::AlreadyExited);
}

}  // namespace

EndProcessDialog::EndProcessDialog(MonitorController& monitor, const EndTarget& target,
                                   ProcessSignal signal, QWidget* parent)
    : QDialog(parent)
    , m_monitor(monitor)
    , m_target(target)
    , m_signal(signal)
    , m_firstSignal(signal)
    , m_question(makePlainLabel({}, this))
    , m_document(new ValueDocument(this))
    , m_unitStop(new UnitStopSection(*m_question, *m_document, this))
{
    build();
    askForPlan();
}

void EndProcessDialog::askForPlan()
{
    connect(&m_monitor, &MonitorController::planReady, this, &EndProcessDialog::showPlan);
    connect(&m_monitor, &MonitorController::outcomesReady, this, &EndProcessDialog::showOutcomes);
    m_job = m_monitor.planEnd(m_target);
}

void EndProcessDialog::build()
{
    setWindowTitle(m_signal == ProcessSignal::Kill ? tr("Kill process") : tr("End process"));
    setMinimumSize(520, 360);
    QFont big = m_question->font();
    big.setPointSizeF(big.pointSizeF() * 1.2);
    big.setBold(true);
    m_question->setFont(big);
    m_question->setWordWrap(true);
    m_question->setText(tr("Looking at who holds %1…").arg(targetText(m_target)));
    m_document->setAccessibleName(tr("What would be ended"));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_cancelButton = buttons->button(QDialogButtonBox::Cancel);
    m_endButton = buttons->addButton(tr("End process"), QDialogButtonBox::ActionRole);
    m_killButton = buttons->addButton(tr("Kill process"), QDialogButtonBox::ActionRole);
    m_stopButton = buttons->addButton(tr("Stop the units"), QDialogButtonBox::ActionRole);
    m_stopButton->setToolTip(
        tr("Asks systemd to stop them and to start them no more on its own; "
           "it may ask for a password"));
    m_endButton->setToolTip(tr("Asks it to end (SIGTERM)"));
    m_killButton->setToolTip(tr("Ends it at once, without a chance to save (SIGKILL)"));
    m_leftOutButton = buttons->addButton(tr("Those left out…"), QDialogButtonBox::ActionRole);
    m_leftOutButton->setToolTip(tr("Shows them by themselves, and asks once more"));
    for (QPushButton* button : {m_endButton, m_killButton, m_stopButton, m_leftOutButton}) {
        button->setAutoDefault(false);
        button->hide();
    }
    m_cancelButton->setDefault(true);
    m_cancelButton->setFocus();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 14);
    column->setSpacing(12);
    column->addWidget(m_question);
    column->addWidget(m_document, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_endButton, &QPushButton::clicked, this, [this] { act(ProcessSignal::Terminate); });
    connect(m_killButton, &QPushButton::clicked, this, [this] { act(ProcessSignal::Kill); });
    connect(m_stopButton, &QPushButton::clicked, this, &EndProcessDialog::stopUnits);
    connect(m_unitStop, &UnitStopSection::finished, &m_monitor, &MonitorController::refreshNow);
    connect(m_leftOutButton, &QPushButton::clicked, this, &EndProcessDialog::askAboutLeftOut);
}

void EndProcessDialog::showPlan(JobId job, const PlanAnswer& answer)
{
    if (job != m_job) {
        return;
    }
    if (!answer.plan) {
        showRefusal(answer.plan.error());
        return;
    }
    m_plan = *answer.plan;
    showQuestion();
}

/// Shows the current plan: the processes to be ended, and those that are left out.
void EndProcessDialog::showQuestion()
{
    m_unitStop->setUnits(m_plan->stop());
    const auto canEnd = [](const EndCandidate& candidate) { return candidate.handle != nullptr; };
    const std::vector<EndCandidate>& candidates = m_plan->candidates;
    const std::vector<EndCandidate>& leftOut = m_plan->leftOut;
    const auto count = std::count_if(candidates.begin(), candidates.end(), canEnd);
    if (count == 1) {
        const ProcessInfo& info =
            std::find_if(candidates.begin(), candidates.end(), canEnd)->details.info;
        m_question->setText(
            tr("End %1 (PID %2)?")
                .arg(inSentence(plainText(info.name, 80)), QString::number(info.id.pid)));
    } else if (count > 1) {
        m_question->setText(tr("End %n processes?", nullptr, static_cast<int>(count)));
    } else {
        m_question->setText(m_unitStop->hasUnits() ? tr("Stop %1?").arg(m_unitStop->unitsText())
                            : leftOut.empty()      ? tr("Nothing here may be ended")
                                              : tr("Nothing is ended unless you confirm it apart"));
    }
    m_document->begin();
    QStringList others;
    qsizetype shown = 0;
    for (const std::vector<EndCandidate>* part : {&candidates, &leftOut}) {
        for (const EndCandidate& candidate : *part) {
            if (shown++ < ValueDocument::kMaxItems) {
                showCandidate(candidate);
            } else {
                others.append(candidateText(candidate));
            }
        }
    }
    m_document->more(others);
    showGaps();
    m_document->end();
    offerOnlyClose();
    offerStop();
    offerLeftOut();
    if (count == 0) {
        return;
    }
    const bool hasStopped = std::any_of(
        candidates.begin(), candidates.end(),
        [](const EndCandidate& candidate) { return candidate.details.info.state.has_value(); });
    m_cancelButton->setText(tr("Cancel"));
    m_endButton->setVisible(m_signal == ProcessSignal::Terminate);
    m_killButton->setVisible(m_signal == ProcessSignal::Kill || hasStopped);
    // Set the focus again: since Qt 6.6 adding a button repeats the layout of the box, which moves
    // the focus.
    m_cancelButton->setFocus();
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
    const std::vector<EndCandidate>& leftOut = m_plan->leftOut;
    m_leftOutButton->setVisible(
        std::any_of(leftOut.begin(), leftOut.end(),
                    [](const EndCandidate& candidate) { return candidate.handle != nullptr; }));
    m_cancelButton->setFocus();
}

void EndProcessDialog::askAboutLeftOut()
{
    m_plan->candidates.clear();
    m_plan->takeIn();
    m_plan->gaps.clear();
    m_signal = m_firstSignal;
    showQuestion();
}

void EndProcessDialog::showRefusal(const Error& error)
{
    m_question->setText(error.code == ErrorCode::TimedOut ? tr("It could not be accessed in time")
                        : error.code != ErrorCode::NotFound
                            ? tr("You do not have permission to end it")
                        : m_target.process ? tr("It has already ended")
                                           : tr("Nothing listens there now"));
    m_document->begin();
    m_document->paragraph(
        CoreText::whole(error.code == ErrorCode::TimedOut ? error.context : describe(error)));
    if (error.code == ErrorCode::PermissionDenied) {
        m_document->command(tr("Run this command instead"), fromUtf8(killCommandFor(m_target)));
    }
    m_document->end();
    offerOnlyClose();
}

void EndProcessDialog::showCandidate(const EndCandidate& candidate)
{
    const ProcessInfo& info = candidate.details.info;
    m_document->heading(plainText(info.name, 80));
    if (candidate.refusal) {
        m_document->notice(CoreText::whole(*candidate.refusal), DocumentTone::Warning);
    }
    if (candidate.leftOut) {
        m_document->notice(tr("Left out: %1.").arg(CoreText::whole(candidate.leftOut->text)),
                           DocumentTone::Warning);
    }
    if (info.state == ProcessState::Stopped) {
        m_document->notice(
            tr("It is stopped, and gets SIGTERM only once it is resumed: kill it, or "
               "resume it first."),
            DocumentTone::Warning);
        m_document->command(tr("To resume it"), u"kill -CONT %1"_s.arg(info.id.pid));
    } else if (info.state == ProcessState::Tracing) {
        m_document->notice(tr("It is held by a debugger, and gets SIGTERM only once the debugger "
                              "resumes it: kill it, or end the debugger first."),
                           DocumentTone::Warning);
    }
    m_document->value(tr("PID"), QString::number(info.id.pid), true);
    m_document->value(tr("User"), info.user ? fullPlainText(*info.user) : QString());
    m_document->value(tr("Path"), info.exe ? fullPlainText(*info.exe) : QString(), true);
    m_document->value(tr("Command"), commandText(info), true);
    showLines(candidate.leftOut ? tr("Holds") : tr("Ports that close"), candidate.listeners);
    m_document->values(tr("Its workers"), relativesText(candidate.workers));
    m_document->values(tr("Its children"), relativesText(candidate.details.children));
    showUnits(candidate);
}

void EndProcessDialog::showLines(const QString& title,
                                 const std::vector<const SocketRecord*>& listeners)
{
    QStringList lines;
    for (const SocketRecord* listener : listeners) {
        lines.append(socketLine(*listener));
    }
    m_document->values(title, lines, true);
}

void EndProcessDialog::showUnits(const EndCandidate& candidate)
{
    for (const std::string& unit : candidate.restartingUnits) {
        m_document->notice(
            tr("systemd may start it again: it belongs to %1.").arg(inSentence(plainText(unit))),
            DocumentTone::Warning);
    }
    for (const std::string& unit : candidate.socketUnits) {
        m_document->notice(
            tr("Its port is held by %1 and would stay open.").arg(inSentence(plainText(unit))),
            DocumentTone::Warning);
    }
    if (candidate.stopCommand) {
        m_document->command(tr("To stop it for good"), fullPlainText(*candidate.stopCommand));
        showLines(tr("Stopping it also closes"), candidate.alsoClosed);
    }
}

void EndProcessDialog::showGaps()
{
    for (const Gap& gap : m_plan->gaps) {
        m_document->paragraph(tr("Not seen: %1.").arg(CoreText::whole(gap.why)), DocumentTone::Dim);
        if (!gap.remedy.empty()) {
            m_document->command(tr("Run this command instead"), fromUtf8(gap.remedy));
        }
    }
}

void EndProcessDialog::act(ProcessSignal signal)
{
    m_endButton->hide();
    m_killButton->hide();
    m_stopButton->hide();
    m_leftOutButton->hide();
    m_question->setText(signal == ProcessSignal::Kill
                            ? tr("Killed; waiting until it is gone…")
                            : tr("Asked to end; waiting up to %n seconds…", nullptr,
                                 static_cast<int>(kPatience / std::chrono::seconds(1))));
    // The operation cannot be canceled any more: closing the dialog only stops watching it.
    m_cancelButton->setText(tr("Close"));
    m_signal = signal;
    m_job = m_monitor.execute(m_plan, signal, kPatience);
}

void EndProcessDialog::showOutcomes(JobId job, const std::vector<EndOutcome>& outcomes)
{
    if (job != m_job) {
        return;
    }
    const auto isAlive = [](const EndOutcome& outcome) {
        return outcome.kind == EndOutcome::Kind::StillAlive;
    };
    const bool canKill = m_signal == ProcessSignal::Terminate &&
                         std::any_of(outcomes.begin(), outcomes.end(), isAlive);
    const bool isAllDone = std::all_of(outcomes.begin(), outcomes.end(), isDone);
    bool isForbidden = false;
    m_document->begin();
    QStringList others;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const EndOutcome& outcome = outcomes[i];
        isForbidden = isForbidden || outcome.kind == EndOutcome::Kind::Refused;
        const QString text = CoreText::whole(outcome.text);
        if (i < static_cast<std::size_t>(ValueDocument::kMaxItems)) {
            m_document->bullet(text, isDone(outcome) ? DocumentTone::Good : DocumentTone::Warning);
        } else {
            others.append(text);
        }
    }
    m_document->more(others);
    if (isForbidden) {
        m_document->command(tr("Run this command instead"), fromUtf8(killCommandFor(m_target)));
    }
    m_document->end();
    m_question->setText(isAllDone ? tr("Done")
                        : canKill ? tr("Still running. Force it to quit?")
                                  : tr("Not done"));
    m_monitor.refreshNow();
    if (canKill) {
        m_killButton->show();
        m_cancelButton->setText(tr("Keep running"));
        m_cancelButton->setFocus();
    } else {
        offerOnlyClose();
        offerStop();
        offerLeftOut();
    }
}

void EndProcessDialog::offerOnlyClose()
{
    m_endButton->hide();
    m_killButton->hide();
    m_stopButton->hide();
    m_leftOutButton->hide();
    m_cancelButton->setText(tr("Close"));
    m_cancelButton->setFocus();
}

}  // namespace quaywatch
