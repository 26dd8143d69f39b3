// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/column_samples.h"

#include "app/models/socket_cells.h"
#include "app/text/labels.h"
#include "app/text/process_text.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <memory>
#include <utility>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

TEST(ColumnSamples, EveryColumnHasOne)
{
    for (int i = 0; i < kListenerColumnCount; ++i) {
        const QStringList samples = columnSamples(static_cast<Column>(i));

        EXPECT_FALSE(samples.isEmpty()) << i;
    }
}

TEST(ColumnSamples, HaveABadgeForEachStateOfASocket)
{
    const QStringList states = columnSamples(Column::State);

    for (int i = 0; i <= static_cast<int>(SocketState::Closed); ++i) {
        EXPECT_TRUE(states.contains(Labels::badge(static_cast<SocketState>(i)))) << i;
    }
}

TEST(ProcessCell, ShowsTheScriptBeforeItsInterpreter)
{
    ProcessInfo info;
    info.name = "node";
    info.script = "/home/user/checkouts/shop/dev-server.js";
    EXPECT_EQ(ProcessText::brief(info), u"dev-server.js - node"_s);

    info.state = ProcessState::Stopped;
    EXPECT_EQ(ProcessText::brief(info), u"dev-server.js - node (stopped)"_s);
}

TEST(ProcessCell, ShowsTheUnitOfAHiddenProcessDimmed)
{
    SocketRecord socket = test::tcpListener(631);
    auto context = std::make_shared<ServiceContext>();
    context->unit = "cups.service";
    socket.serviceContext = std::move(context);
    const SocketCell cell{socket, Column::Process, Flash::None, {}};

    EXPECT_EQ(socketCell(cell, Qt::DisplayRole).toString(), u"cups.service"_s);
    EXPECT_TRUE(socketCell(cell, DimRole).toBool());
}

}  // namespace
}  // namespace quaywatch
