// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/filter_error.h"

#include "core/text/display_text.h"

namespace quaywatch {

std::string inQuotes(std::string_view text)
{
    return "'" + displayText(text, 60) + "'";
}

}  // namespace quaywatch
