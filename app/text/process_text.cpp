// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/process_text.h"

#include "app/text/isolated_text.h"
#include "app/text/qt_text.h"

#include <QDir>

namespace quaywatch {

namespace {

/// Adds the state if it explains why the process does not respond.
QString withState(const QString& program, const ProcessInfo& info)
{
    if (info.state == ProcessState::Stopped) {
        //: A process and its state: "nginx (stopped)".
        return ProcessText::tr("%1 (stopped)").arg(inSentence(program));
    }
    if (info.state == ProcessState::Tracing) {
        return ProcessText::tr("%1 (stopped by a debugger)").arg(inSentence(program));
    }
    return info.state ? ProcessText::tr("%1 (zombie)").arg(inSentence(program)) : program;
}

}  // namespace

QString ProcessText::whole(const ProcessInfo& info)
{
    return withState(program(info), info);
}

QString ProcessText::brief(const ProcessInfo& info)
{
    const QString name = plainText(info.name, 96);
    if (!info.script) {
        return withState(name, info);
    }
    const QString script = plainText(*info.script, 192);
    const QString file = script.sliced(script.lastIndexOf(u'/') + 1);
    //: A script and its interpreter: "server.js - node".
    return withState(
        tr("%1 - %2").arg(inSentence(file.isEmpty() ? script : file), inSentence(name)), info);
}

QString ProcessText::program(const ProcessInfo& info)
{
    QString name = plainText(info.name, 96);
    if (!info.script) {
        return name;
    }
    const QString script = plainText(*info.script, 192);
    if (!info.workingDirectory) {
        //: An interpreter and its script: "python3 manage.py".
        return tr("%1 %2").arg(inSentence(name), inSentence(script));
    }
    QString folder = plainText(*info.workingDirectory, 256);
    const QString home = QDir::homePath();
    if (home.size() > 1 && (folder == home || folder.startsWith(home + u'/'))) {
        folder.replace(0, home.size(), u'~');
    }
    //: An interpreter, its script and its working directory: "node server.js in ~/shop".
    return tr("%1 %2 in %3").arg(inSentence(name), inSentence(script), inSentence(folder));
}

}  // namespace quaywatch
