// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/unit_files.h"

#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

#include <filesystem>

namespace quaywatch::linux_backend {
namespace {

TEST(UnitFile, GivesItsSettingsWithoutCommentsAndSections)
{
    const UnitSettings expected{{"Description", "A = b"}, {"Restart", "always"}, {"Empty", ""}};

    EXPECT_EQ(parseUnitFile("# Restart=no\n[Unit]\n Description = A = b \n\n;x=y\n[Service]\n"
                            "Restart=always\r\nEmpty=\nnonsense"),
              expected);
}

TEST(UnitFile, JoinsContinuedLines)
{
    const UnitSettings expected{{"ExecStart", "/bin/a b c"}, {"Restart", "no"}};

    EXPECT_EQ(parseUnitFile("ExecStart=/bin/a \\\n# between\n  b \\\n  c\nRestart=no\n"), expected);
}

TEST(UnitFile, SurvivesABackslashAtItsEnd)
{
    EXPECT_EQ(parseUnitFile("A=b\\"), (UnitSettings{{"A", "b"}}));
    EXPECT_EQ(parseUnitFile("\\"), UnitSettings{});
}

TEST(SocketSettings, ListenOnAPortAtAnyAddress)
{
    for (const std::string address : {"631", "127.0.0.1:631", "[::1]:631"}) {
        EXPECT_TRUE(listensOn({{"ListenStream", address}}, Protocol::Tcp, 631)) << address;
        EXPECT_FALSE(listensOn({{"ListenStream", address}}, Protocol::Udp, 631)) << address;
    }
    EXPECT_TRUE(listensOn({{"ListenDatagram", "69"}}, Protocol::Udp, 69));
}

TEST(SocketSettings, DoNotListenOnPathsAndOtherPorts)
{
    for (const std::string address :
         {"/run/x:631", "@name:631", "vsock:2:631", "6310", "631x", "", "99999999"}) {
        EXPECT_FALSE(listensOn({{"ListenStream", address}}, Protocol::Tcp, 631)) << address;
    }
}

TEST(SocketSettings, AreForgottenAtAnEmptyValue)
{
    EXPECT_FALSE(listensOn({{"ListenStream", "22"}, {"ListenStream", ""}, {"ListenStream", "2222"}},
                           Protocol::Tcp, 22));
}

TEST(ServiceSettings, RestartUnlessTheySayNo)
{
    EXPECT_TRUE(isRestarted({{"Restart", "no"}, {"Restart", "on-failure"}}));
    EXPECT_FALSE(isRestarted({{"Restart", "always"}, {"Restart", "no"}}));
    EXPECT_FALSE(isRestarted({{"Restart", "always"}, {"Restart", ""}}));
    EXPECT_FALSE(isRestarted({}));
}

class UnitFilesTest : public testing::Test {
protected:
    [[nodiscard]] UnitFiles files() const
    {
        return UnitFiles({m_folder.path("etc"), m_folder.path("lib")});
    }

    test::TempDir m_folder;
};

TEST_F(UnitFilesTest, PreferTheFolderInFront)
{
    m_folder.write("lib/a.service", "Restart=no\n");
    m_folder.write("etc/a.service", "Restart=always\n");

    EXPECT_TRUE(isRestarted(files().read("a.service")));
    EXPECT_EQ(files().read("missing.service"), UnitSettings{});
    EXPECT_EQ(files().read("../lib/a.service"), UnitSettings{});
}

TEST_F(UnitFilesTest, AddDropInsInTheOrderOfTheirNames)
{
    m_folder.write("lib/a.service", "Restart=no\n");
    m_folder.write("etc/a.service.d/20.conf", "Restart=on-failure\n");
    m_folder.write("lib/a.service.d/10.conf", "Restart=always\n");
    m_folder.write("lib/a.service.d/20.conf", "Restart=hidden\n");

    EXPECT_EQ(files().read("a.service"),
              (UnitSettings{{"Restart", "no"}, {"Restart", "always"}, {"Restart", "on-failure"}}));
}

TEST_F(UnitFilesTest, FollowAnAliasToAFileAndToNothingElse)
{
    m_folder.write("lib/a.service", "Restart=always\n");
    const std::string etc = m_folder.makeFolder("etc");
    std::filesystem::create_symlink(m_folder.path("lib/a.service"), etc + "/alias.service");
    std::filesystem::create_symlink("/dev/zero", etc + "/device.service");
    ASSERT_EQ(mkfifo((etc + "/pipe.service").c_str(), 0600), 0);

    EXPECT_TRUE(isRestarted(files().read("alias.service")));
    EXPECT_EQ(files().read("device.service"), UnitSettings{});
    EXPECT_EQ(files().read("pipe.service"), UnitSettings{});
}

TEST_F(UnitFilesTest, ReadTheTemplateOfAnInstance)
{
    m_folder.write("lib/getty@.service", "Restart=always\n");

    EXPECT_TRUE(isRestarted(files().read("getty@tty1.service")));
}

TEST_F(UnitFilesTest, FindTheSocketUnitOfAPort)
{
    m_folder.write("lib/cups.socket", "[Socket]\nListenStream=/run/cups.sock\nListenStream=631\n");
    m_folder.write("lib/ssh.socket", "[Socket]\nListenStream=22\nAccept=no\n");
    m_folder.write("etc/ssh.socket.d/port.conf", "[Socket]\nListenStream=\nListenStream=2222\n");
    m_folder.write("lib/odd.socket", "[Socket]\nListenStream=77\nService=even.service\n");
    m_folder.write("lib/each.socket", "[Socket]\nListenStream=79\nAccept=yes\n");

    EXPECT_EQ(files().socketUnitOn(Protocol::Tcp, 631),
              (SocketUnit{"cups.socket", "cups.service"}));
    EXPECT_EQ(files().socketUnitOn(Protocol::Tcp, 22), std::nullopt);
    EXPECT_EQ(files().socketUnitOn(Protocol::Tcp, 2222), (SocketUnit{"ssh.socket", "ssh.service"}));
    EXPECT_EQ(files().socketUnitOn(Protocol::Tcp, 77), (SocketUnit{"odd.socket", "even.service"}));
    EXPECT_EQ(files().socketUnitOn(Protocol::Tcp, 79),
              (SocketUnit{"each.socket", "each@.service"}));
}

TEST_F(UnitFilesTest, FindTheSocketUnitOfAService)
{
    m_folder.write("lib/odd.socket", "[Socket]\nListenStream=77\nService=even.service\n");
    m_folder.write("lib/each.socket", "[Socket]\nListenStream=79\nAccept=yes\n");

    EXPECT_EQ(files().socketUnitOf("even.service"), "odd.socket");
    EXPECT_EQ(files().socketUnitOf("each@3-10.0.0.1:79.service"), "each.socket");
    EXPECT_EQ(files().socketUnitOf("odd.service"), std::nullopt);
}

}  // namespace
}  // namespace quaywatch::linux_backend
