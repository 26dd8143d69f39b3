// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/program_sentences.h"

#include "core/message/message_list.h"
#include "core/sockets/port_forward.h"
#include "core/text/display_text.h"

#include <string>

namespace quaywatch {
namespace {

using Sentences = std::vector<MessageArgument>;

/// Adds what systemd starts for the socket.
void addActivation(Sentences& line, const SocketRecord& socket)
{
    if (const SocketActivation* const activation = socket.activation()) {
        line.emplace_back(Message(activation->isPerConnection() ? MessageId::StartsPerConnection
                                                                : MessageId::StartsOnDemand,
                                  displayText(activation->socketUnit),
                                  displayText(activation->service)));
    }
}

/// Adds the container to which a helper of its engine forwards.
void addForward(Sentences& line, const ProcessInfo& owner)
{
    if (const auto forward = portForwardOf(owner)) {
        line.emplace_back(forward->container
                              ? Message(MessageId::ForwardsTo, toString(*forward->container))
                              : Message(MessageId::ForwardsToContainer));
        line.emplace_back(Message(MessageId::EndsNoContainer));
    }
}

/// Adds the loader through which a program runs.
void addLoader(Sentences& line, const ProcessInfo& owner)
{
    if (owner.runs && owner.exe) {
        line.emplace_back(Message(MessageId::RunsThrough, displayText(*owner.exe)));
    }
}

/// Adds the script of an interpreter, whose own name says little.
void addScript(Sentences& line, const ProcessInfo& owner)
{
    if (!owner.script) {
        return;
    }
    const std::string script = displayText(*owner.script);
    line.emplace_back(owner.workingDirectory ? Message(MessageId::RunsInFolder, script,
                                                       displayText(*owner.workingDirectory))
                                             : Message(MessageId::Runs, script));
}

/// Adds the state, if it is one in which the process does not respond.
void addState(Sentences& line, const ProcessInfo& process)
{
    if (process.state == ProcessState::Stopped) {
        line.emplace_back(Message(MessageId::ProcessStopped));
    } else if (process.state == ProcessState::Tracing) {
        line.emplace_back(Message(MessageId::ProcessTraced));
    }
}

}  // namespace

void addProgramSentences(Sentences& line, const SocketRecord& socket)
{
    addActivation(line, socket);
    if (socket.owners().empty()) {
        return;
    }
    const ProcessInfo& owner = *socket.owners().front();
    addScript(line, owner);
    addLoader(line, owner);
    addForward(line, owner);
    if (socket.owners().size() != 1) {
        return;
    }
    if (owner.isExeDeleted) {
        line.emplace_back(Message(MessageId::ExecutableGone));
    }
    if (owner.isExeForeign) {
        line.emplace_back(Message(MessageId::ExecutableForeign));
    }
    addState(line, owner);
}

}  // namespace quaywatch
