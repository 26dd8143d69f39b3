// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/alerts/alert_file.h"

#include "app/text/core_text.h"
#include "app/text/isolated_text.h"
#include "app/text/qt_text.h"
#include "core/base/text_file.h"

#include <QMetaObject>

#include <chrono>
#include <utility>

namespace quaywatch {

namespace {

constexpr std::chrono::milliseconds kSoon{500};

}  // namespace

AlertFile::AlertFile(std::string path, QObject* parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, &AlertFile::write);
}

AlertFile::~AlertFile()
{
    write();
}

std::string AlertFile::defaultPath()
{
    return dataFolder()
        .map([](const std::string& folder) { return folder + "/quaywatch/alerts.tsv"; })
        .value_or(std::string());
}

AlertStates AlertFile::read()
{
    AlertStates records;
    if (m_path.empty()) {
        return records;
    }
    const Result<std::string> text = readTextFile(m_path, AlertStates::kMaxBytes);
    if (!text) {
        if (text.error().code != ErrorCode::NotFound) {
            reportProblem(
                tr("The list of acknowledged alerts cannot be read, and will not be saved: %1")
                    .arg(CoreText::of(describe(text.error()))));
            m_path.clear();
        }
        return records;
    }
    if (AlertStates::isOfLaterVersion(*text)) {
        reportProblem(tr("The list of acknowledged alerts in %1 was written by a newer version of "
                         "Quaywatch; it is not changed.")
                          .arg(inSentence(plainText(m_path))));
        m_path.clear();
        return records;
    }
    m_written = *text;
    if (records.read(*text) > 0) {
        reportProblem(tr("The file %1 is damaged; acknowledged alerts may appear again.")
                          .arg(inSentence(plainText(m_path))));
    }
    return records;
}

void AlertFile::keep(const AlertStates& records)
{
    const bool isNothingKept = records.size() == 0 && m_written.empty();
    if (m_path.empty() || isNothingKept) {
        return;
    }
    m_text = records.text();
    if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void AlertFile::write()
{
    m_soon.stop();
    const auto text = std::exchange(m_text, std::nullopt);
    if (!text || *text == m_written) {
        return;
    }
    m_written = *text;
    m_thread.start([this, path = m_path, text = *text] {
        if (const Result<void> written = replaceTextFile(path, text, FilePrivacy::Private);
            !written) {
            QMetaObject::invokeMethod(
                this,
                [this, why = written.error()] {
                    reportProblem(tr("The list of acknowledged alerts cannot be saved: %1")
                                      .arg(CoreText::of(describe(why))));
                },
                Qt::QueuedConnection);
        }
    });
}

void AlertFile::reportProblem(const QString& problem)
{
    if (m_problem.isEmpty()) {
        m_problem = problem;
        emit problemFound(problem);
    }
}

}  // namespace quaywatch
