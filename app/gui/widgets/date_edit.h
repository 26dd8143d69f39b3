// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QDateTimeEdit;

namespace quaywatch {

/// Gives a field for a date, or for a date and a time, a calendar to choose from. The order of the
/// date, the hours and the first day of the week are those of the system; the names of months and
/// days are in the language of the window.
void setUpDateEdit(QDateTimeEdit& edit);

}  // namespace quaywatch
