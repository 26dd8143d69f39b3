// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/system_folder.h"

namespace quaywatch {

std::string systemConfigurationFolder()
{
    return QUAYWATCH_SYSCONFDIR "/quaywatch";
}

}  // namespace quaywatch
