// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/doctor/doctor.h"

#include <string>

namespace quaywatch {

/// The report as lines for people, each with a line end; plain ASCII apart from names of systems.
[[nodiscard]] std::string doctorText(const DoctorReport& report);

/// The document of `doctor --json`.
[[nodiscard]] std::string doctorJson(const DoctorReport& report);

}  // namespace quaywatch
