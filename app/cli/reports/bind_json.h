// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/bind_forecast.h"
#include "core/text/json_writer.h"

#include <vector>

namespace quaywatch::cli {

/// Writes the forecast as an array, an object for each address.
void writeBindForecast(JsonWriter& json, const std::vector<BindForecast>& rows);

}  // namespace quaywatch::cli
