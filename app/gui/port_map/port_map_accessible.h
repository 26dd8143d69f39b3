// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace quaywatch {

/// Lets screen readers hear the port map as a list of its cells. Once is enough; again is harmless.
void makePortMapAccessible();

}  // namespace quaywatch
