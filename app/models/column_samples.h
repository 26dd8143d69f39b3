// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/socket_column.h"

#include <QStringList>

namespace quaywatch {

/// The texts that a column must show whole: all badges of a column of badges, in the user's
/// language, otherwise the widest usual value, such as "65535" for a port.
[[nodiscard]] QStringList columnSamples(Column column);

}  // namespace quaywatch
