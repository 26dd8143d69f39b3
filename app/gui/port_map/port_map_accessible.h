// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace quaywatch {

/// Makes the port map available to screen readers, as a list of its cells. Calling it more than
/// once is harmless.
void makePortMapAccessible();

}  // namespace quaywatch
