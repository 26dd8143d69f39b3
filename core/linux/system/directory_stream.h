// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <dirent.h>
#include <memory>

namespace quaywatch::linux_backend {

struct CloseDirectory {
    void operator()(DIR* directory) const noexcept { closedir(directory); }
};

/// An open directory that is closed with its owner; empty if it could not be opened. Only one
/// thread at a time may read its entries.
using DirectoryStream = std::unique_ptr<DIR, CloseDirectory>;

}  // namespace quaywatch::linux_backend
