// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace quaywatch::bench {

class Report;

/// Runs the Google Benchmark programs that lie beside this one, and adds their rows.
void runMicroBenchmarks(Report& report);

}  // namespace quaywatch::bench
