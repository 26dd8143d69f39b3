// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/query_worker.h"
#include "core/sockets/snapshot.h"

#include <QCoreApplication>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace quaywatch {

class Folds;
class ValueDocument;

/// A link to a target that begins with this opens or closes a section.
inline constexpr QLatin1StringView kFoldPrefix("fold:");

/// The sections of the details below the process: what is known about the port and how to verify
/// it, and the other sockets of the process. Belongs to the GUI thread and to the details panel.
class PortSection {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::PortSection)

public:
    /// @param document  Receives the sections; must outlive this object, and so must the folds.
    PortSection(ValueDocument& document, const Folds& folds);

    void setExplanation(const PortAnswer& answer) { m_explanation = answer; }
    /// Forgets the explanation and the other sockets: another socket or port is shown.
    void clear();
    /// The other sockets are searched again when they are rendered next.
    void forgetOtherSockets() { m_others.reset(); }

    /// Renders what is known about a port; while its explanation has not arrived, a placeholder.
    void renderPort(Port number);
    /// Renders the first few other sockets of a process, and their number; nothing if it has none.
    /// @param socket  The one that is shown already.
    void renderOtherSockets(std::uint32_t pid, const SocketRecord& socket,
                            const Snapshot& snapshot);

private:
    /// Other sockets of a process: the first few as text, and the number of all.
    struct OtherSockets {
        std::uint32_t pid = 0;
        QStringList lines;
        qsizetype count = 0;
    };

    /// Renders a heading that can be closed.
    /// @return Whether what follows is to be rendered.
    bool renderHeading(const QString& text, const QString& section);
    void renderChecks();

    [[nodiscard]] static OtherSockets othersOf(std::uint32_t pid, const SocketRecord& socket,
                                               const Snapshot& snapshot);

    ValueDocument& m_document;
    const Folds& m_folds;
    std::optional<PortAnswer> m_explanation;
    std::optional<OtherSockets> m_others;  // Needs a pass over all sockets.
};

}  // namespace quaywatch
