// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/registry/registry_manager.h"

#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <QSignalSpy>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

class RegistryManagerTest : public testing::Test {
protected:
    test::TempDir m_folder;
    RegistryManager m_keeper{m_folder.path("registry.tsv")};
    QSignalSpy m_refused{&m_keeper, &RegistryManager::refused};
};

TEST_F(RegistryManagerTest, AnswersOnlyTheLastQuestion)
{
    m_keeper.readBytes({}, u"first"_s);
    m_keeper.readBytes("no registry", u"second"_s);

    ASSERT_TRUE(m_refused.wait(20'000));

    ASSERT_EQ(m_refused.size(), 1);
    EXPECT_EQ(m_refused[0][0], u"the file is neither XML nor CSV"_s);
}

TEST_F(RegistryManagerTest, AnswersNoCanceledQuestion)
{
    m_keeper.readFile(QString::fromStdString(m_folder.path("none")));
    m_keeper.forget();
    m_keeper.readBytes({}, u"second"_s);

    ASSERT_TRUE(m_refused.wait(20'000));

    ASSERT_EQ(m_refused.size(), 1);
    EXPECT_EQ(m_refused[0][0], u"the file is empty"_s);
}

}  // namespace
}  // namespace quaywatch
