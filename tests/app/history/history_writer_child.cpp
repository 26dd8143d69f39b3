// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Writes history until it is killed: one listener per batch. It prints each port once its batch is
/// committed.

#include "app/history/store/history_store.h"
#include "tests/support/history/history_builder.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv)
{
    using namespace quaywatch;
    const QCoreApplication application(argc, argv);
    HistoryStore store(QCoreApplication::arguments().at(1));
    if (!store.open(test::kSomeMorning) || !store.beginRun(test::kSomeMorning)) {
        return EXIT_FAILURE;
    }
    for (Port port = 1; port < 60000; ++port) {
        const auto done = store.commit(test::batch(
            {test::entry(HistoryKind::Opened, test::kSomeMorning + std::chrono::seconds(port),
                         test::party(port, "daemon"))}));
        if (!done) {
            return EXIT_FAILURE;
        }
        std::printf("%d\n", port);
        std::fflush(stdout);
    }
    return EXIT_SUCCESS;
}
