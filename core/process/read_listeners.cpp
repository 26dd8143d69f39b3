// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/read_listeners.h"

#include "core/assess/assess.h"
#include "core/sockets/classify.h"
#include "core/sockets/socket_source.h"

#include <memory>
#include <utility>

namespace quaywatch {

Result<SnapshotPtr> readListeners()
{
    Result<std::unique_ptr<SocketSource>> source = createSocketSource();
    if (!source) {
        return tl::unexpected(std::move(source.error()));
    }
    Result<Snapshot> snapshot = (*source)->read(ReadScope::Listeners);
    if (!snapshot) {
        return tl::unexpected(std::move(snapshot.error()));
    }
    classify(*snapshot);
    assess(*snapshot, {});
    return std::make_shared<const Snapshot>(std::move(*snapshot));
}

}  // namespace quaywatch
