// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/process_inspector.h"
#include "core/sockets/socket_record.h"

#include <QCoreApplication>
#include <QLatin1StringView>
#include <QString>

#include <vector>

namespace quaywatch {

class ValueDocument;

/// A link to a target that begins with this, and ends with a PID, opens that process.
inline constexpr QLatin1StringView kInspectPrefix("inspect:");

/// The section of the details about the process that owns the socket. Belongs to the GUI thread and
/// to the details panel.
class ProcessSection {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::ProcessSection)

public:
    /// @param document  Receives the section; must outlive this object.
    explicit ProcessSection(ValueDocument& document);

    /// Renders what each poll knows about a process of the socket.
    void renderProcess(const ProcessInfo& info, const SocketRecord& socket);
    /// Renders what is read only for the process that is shown.
    void renderDetails(const ProcessDetails& details);

private:
    [[nodiscard]] static QString stateText(const ProcessInfo& info);
    void renderRelatives(const QString& name, const std::vector<RelatedProcess>& relatives);

    ValueDocument& m_document;
};

}  // namespace quaywatch
