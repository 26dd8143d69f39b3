// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/date_edit.h"

#include "app/text/locale_forms.h"

#include <QCalendarWidget>
#include <QDateTimeEdit>
#include <QEvent>
#include <QLocale>
#include <QRegularExpression>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Sets up the calendar of a date edit when it is first opened: making one takes time.
class CalendarSetUp final : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::KeyPress) {
            auto& edit = static_cast<QDateTimeEdit&>(*watched);
            edit.removeEventFilter(this);
            edit.calendarWidget()->setLocale(LocaleForms::words());
            edit.calendarWidget()->setFirstDayOfWeek(LocaleForms::times().firstDayOfWeek());
        }
        return false;
    }
};

}  // namespace

void setUpDateEdit(QDateTimeEdit& edit)
{
    // Marks of direction, which belong to locales whose digits are not those of the window.
    static const QRegularExpression kMarks(u"[\\x{200e}\\x{200f}\\x{061c}]"_s);
    const QLocale& form = LocaleForms::times();
    const bool hasTime = edit.displayedSections().testAnyFlags(QDateTimeEdit::TimeSections_Mask);
    const QString format =
        hasTime ? form.dateTimeFormat(QLocale::ShortFormat) : form.dateFormat(QLocale::ShortFormat);
    edit.setDisplayFormat(QString(format).remove(kMarks));
    edit.setCalendarPopup(true);
    edit.installEventFilter(new CalendarSetUp(&edit));
}

}  // namespace quaywatch
