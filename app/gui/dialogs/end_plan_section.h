// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/dialogs/end_plan_set.h"

#include <QStringList>

#include <vector>

namespace quaywatch {

class ValueDocument;

/// The part of the end-process dialog that describes the plans and the results. A command is listed
/// once, at the end. For the GUI thread.
class EndPlanSection {
public:
    /// @param document  Must outlive this object.
    explicit EndPlanSection(ValueDocument& document);

    /// @param remarks  What is said about the selection, below the processes.
    void showPlans(const EndPlanSet& plans, const QStringList& remarks);
    void showOutcomes(const std::vector<EndOutcome>& outcomes);

    /// What is wrong with a target, in a few words.
    [[nodiscard]] static QString refusalTitle(const EndPlanSet::Refusal& refusal);
    /// For example "port 931" or "process 4711".
    [[nodiscard]] static QString targetText(const EndTarget& target);
    [[nodiscard]] static bool isDone(const EndOutcome& outcome);

private:
    void showRefusals(const EndPlanSet& plans);
    void showCandidates(const std::vector<const EndCandidate*>& candidates);
    void showCandidate(const EndCandidate& candidate);
    void showState(const ProcessInfo& info);
    void showLines(const QString& title, const std::vector<const SocketRecord*>& listeners);
    /// The listeners of a process that is ended: which ones close, and which ones do not.
    void showEnds(const EndCandidate& candidate);
    void showUnits(const EndCandidate& candidate);
    void showGaps(const EndPlan& plan);
    void addCommand(const QString& command);
    void showCommands();

    ValueDocument& m_document;
    std::vector<const EndCandidate*> m_ended;  // Used only while the plans are shown.
    QStringList m_commands;                    // That root would run instead.
};

}  // namespace quaywatch
