// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/history_notice.h"

#include "app/text/core_text.h"

#include <QCoreApplication>

namespace quaywatch {

namespace {

struct NoticeText {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::HistoryPage)
};

}  // namespace

QString textOf(HistoryProblem problem)
{
    if (!problem.cause.empty()) {
        problem.detail = CoreText::of(problem.cause);
    }
    return sentenceOf(problem);
}

QString noticeOf(const HistoryStatus& status)
{
    if (status.problem) {
        return textOf(*status.problem);
    }
    return status.setAside.isEmpty()
               ? QString()
               : NoticeText::tr(
                     "The file of the history was damaged, or not one of Quaywatch. It is kept as "
                     "%1, and a new history has begun.")
                     .arg(status.setAside);
}

}  // namespace quaywatch
