// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/update_watch.h"

#include <QMetaObject>

namespace quaywatch {

UpdateWatch::UpdateWatch(const ProgramFile& program, QObject* parent)
    : QObject(parent)
    , m_update(program)
{
    m_timer.setInterval(kInterval);
    m_timer.callOnTimeout(this, &UpdateWatch::check);
    m_timer.start();
}

void UpdateWatch::check()
{
    if (m_isChecking) {
        return;
    }
    m_isChecking = true;
    m_thread.start([this] {
        const bool isUpdated = m_update.check() == ProgramUpdate::State::Updated;
        QMetaObject::invokeMethod(
            this,
            [this, isUpdated] {
                m_isChecking = false;
                if (isUpdated) {
                    emit updated();
                }
                emit checked();
            },
            Qt::QueuedConnection);
    });
}

}  // namespace quaywatch
