// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace quaywatch {

/// While it exists, Qt's reports that it cannot reach the display end the program with one line on
/// standard error and exit code 4. Without it, Qt prints several lines and aborts. Create it before
/// QApplication, and destroy it once QApplication exists. There is at most one.
class StartupMessages final {
    Q_DISABLE_COPY_MOVE(StartupMessages)

public:
    StartupMessages();
    ~StartupMessages();
};

}  // namespace quaywatch
