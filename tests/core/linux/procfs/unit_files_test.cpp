// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/unit_files.h"

#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

#include <filesystem>

namespace quaywatch::linux_backend {
namespace {

TEST(UnitFile, ReturnsItsSettingsWithoutCommentsAndSections)
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

TEST(UnitFile, AcceptsABackslashAtItsEnd)
{
    EXPECT_EQ(parseUnitFile("A=b\\"), (UnitSettings{{"A", "b"}}));
    EXPECT_EQ(parseUnitFile("\\"), UnitSettings{});
}

Endpoint at(const std::string& address, Port port)
{
    return {IpAddress::parse(address).value(), port};
}

TEST(SocketSettings, ListenAtTheirAddressAndPort)
{
    const std::vector<std::pair<std::string, std::string>> cases{{"631", "::"},
                                                                 {"631", "0.0.0.0"},
                                                                 {"127.0.0.1:631", "127.0.0.1"},
                                                                 {"[::1]:631", "::1"},
                                                                 {"[fe80::1]:631%eth0", "fe80::1"}};
    for (const auto& [setting, address] : cases) {
        EXPECT_TRUE(listensAt({{"ListenStream", setting}}, Protocol::Tcp, at(address, 631)))
            << setting;
        EXPECT_FALSE(listensAt({{"ListenStream", setting}}, Protocol::Udp, at(address, 631)))
            << setting;
        EXPECT_FALSE(listensAt({{"ListenStream", setting}}, Protocol::Tcp, at("127.0.0.9", 631)))
            << setting;
    }
    EXPECT_TRUE(listensAt({{"ListenDatagram", "69"}}, Protocol::Udp, at("::", 69)));
}

TEST(SocketSettings, DoNotListenOnPathsAndOtherPorts)
{
    for (const std::string setting : {"/run/x:631", "@name:631", "vsock:2:631", "6310", "631x", "",
                                      "99999999", "%i", "a:631"}) {
        EXPECT_FALSE(listensAt({{"ListenStream", setting}}, Protocol::Tcp, at("0.0.0.0", 631)))
            << setting;
    }
}

TEST(SocketSettings, OfAnInstanceUseItsName)
{
    EXPECT_TRUE(listensAt({{"ListenStream", "127.0.0.1:%i"}}, Protocol::Tcp, at("127.0.0.1", 7703),
                          "7703"));
    EXPECT_FALSE(listensAt({{"ListenStream", "127.0.0.1:%i"}}, Protocol::Tcp, at("127.0.0.1", 7703),
                           "7704"));
}

TEST(SocketSettings, AreResetByAnEmptyValue)
{
    EXPECT_FALSE(listensAt({{"ListenStream", "22"}, {"ListenStream", ""}, {"ListenStream", "2222"}},
                           Protocol::Tcp, at("::", 22)));
}

TEST(ServiceSettings, RestartUnlessDisabled)
{
    EXPECT_TRUE(isRestarted({{"Restart", "no"}, {"Restart", "on-failure"}}));
    EXPECT_FALSE(isRestarted({{"Restart", "always"}, {"Restart", "no"}}));
    EXPECT_FALSE(isRestarted({{"Restart", "always"}, {"Restart", ""}}));
    EXPECT_FALSE(isRestarted({}));
}

TEST(ServiceSettings, NameTheProgramsThatTheyStart)
{
    using Programs = std::vector<std::string>;

    EXPECT_EQ(programsIn({{"ExecStart", "/usr/sbin/sshd -D $SSHD_OPTS"}}),
              Programs{"/usr/sbin/sshd"});
    EXPECT_EQ(programsIn({{"ExecStart", "-@/usr/bin/a b"}, {"ExecStart", "\"/opt/my app/c\" -x"}}),
              (Programs{"/usr/bin/a", "/opt/my app/c"}));
    EXPECT_EQ(programsIn({{"ExecStart", "/bin/a"}, {"ExecStart", ""}, {"ExecStart", "/bin/b"}}),
              Programs{"/bin/b"});
    EXPECT_EQ(programsIn({{"ExecStart", "%h/bin/a"},
                          {"ExecStart", "/opt/%i/a"},
                          {"ExecStart", "a -b"},
                          {"ExecStart", "\""},
                          {"ExecStartPre", "/bin/c"}}),
              Programs{});
}

class UnitFilesTest : public testing::Test {
protected:
    [[nodiscard]] UnitFiles files() const
    {
        return UnitFiles({m_folder.path("etc"), m_folder.path("lib")});
    }

    test::TempDir m_folder;
};

TEST_F(UnitFilesTest, PreferTheFirstFolder)
{
    m_folder.write("lib/a.service", "Restart=no\n");
    m_folder.write("etc/a.service", "Restart=always\n");

    EXPECT_TRUE(isRestarted(files().read("a.service")));
    EXPECT_EQ(files().read("missing.service"), UnitSettings{});
    EXPECT_EQ(files().read("../lib/a.service"), UnitSettings{});
}

TEST_F(UnitFilesTest, ApplyDropInsInTheOrderOfTheirNames)
{
    m_folder.write("lib/a.service", "Restart=no\n");
    m_folder.write("etc/a.service.d/20.conf", "Restart=on-failure\n");
    m_folder.write("lib/a.service.d/10.conf", "Restart=always\n");
    m_folder.write("lib/a.service.d/20.conf", "Restart=hidden\n");

    EXPECT_EQ(files().read("a.service"),
              (UnitSettings{{"Restart", "no"}, {"Restart", "always"}, {"Restart", "on-failure"}}));
}

TEST_F(UnitFilesTest, FollowAnAliasToAFileOnly)
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

    const auto unitOn = [this](Port port) {
        return files().socketUnitAt(Protocol::Tcp, at("::", port));
    };
    EXPECT_EQ(unitOn(631), (SocketUnit{"cups.socket", "cups.service"}));
    EXPECT_EQ(unitOn(22), std::nullopt);
    EXPECT_EQ(unitOn(2222), (SocketUnit{"ssh.socket", "ssh.service"}));
    EXPECT_EQ(unitOn(77), (SocketUnit{"odd.socket", "even.service"}));
    EXPECT_EQ(unitOn(79), (SocketUnit{"each.socket", "each@.service"}));
}

TEST_F(UnitFilesTest, DistinguishUnitsOfOnePortByTheirAddress)
{
    m_folder.write("lib/a.socket", "[Socket]\nListenStream=127.0.0.1:80\n");
    m_folder.write("lib/b.socket", "[Socket]\nListenStream=127.0.0.2:80\nListenStream=[::1]:80\n");

    const auto unitAt = [this](const std::string& address) {
        return files().socketUnitAt(Protocol::Tcp, at(address, 80));
    };
    EXPECT_EQ(unitAt("127.0.0.1")->name, "a.socket");
    EXPECT_EQ(unitAt("127.0.0.2")->name, "b.socket");
    EXPECT_EQ(unitAt("::1")->name, "b.socket");
    EXPECT_EQ(unitAt("127.0.0.3"), std::nullopt);
}

TEST_F(UnitFilesTest, NameNoSocketUnitWhereSeveralMatch)
{
    m_folder.write("lib/dropbear.socket", "[Socket]\nListenStream=22\n");
    m_folder.write("lib/ssh.socket", "[Socket]\nListenStream=22\n");

    EXPECT_EQ(files().socketUnitAt(Protocol::Tcp, at("::", 22)), std::nullopt);
    EXPECT_EQ(files().socketUnitNamed("ssh.socket"), (SocketUnit{"ssh.socket", "ssh.service"}));
    EXPECT_EQ(files().socketUnitNamed("other.socket"), std::nullopt);
}

TEST_F(UnitFilesTest, IgnoreAliasesAndMaskedUnits)
{
    m_folder.write("lib/ssh.socket", "[Socket]\nListenStream=22\n");
    m_folder.write("lib/masked.socket", "[Socket]\nListenStream=22\n");
    const std::string etc = m_folder.makeFolder("etc");
    std::filesystem::create_symlink(m_folder.path("lib/ssh.socket"), etc + "/alias.socket");
    std::filesystem::create_symlink("/dev/null", etc + "/masked.socket");

    EXPECT_EQ(files().socketUnitAt(Protocol::Tcp, at("::", 22)),
              (SocketUnit{"ssh.socket", "ssh.service"}));
}

TEST_F(UnitFilesTest, FindAnInstanceOfATemplateAndNotTheTemplate)
{
    m_folder.write("lib/qw@.socket", "[Socket]\nListenStream=127.0.0.1:%i\n");
    m_folder.write("lib/fixed@.socket", "[Socket]\nListenStream=127.0.0.1:7704\nAccept=yes\n");
    const std::string wants = m_folder.makeFolder("etc/sockets.target.wants");
    std::filesystem::create_symlink(m_folder.path("lib/qw@.socket"), wants + "/qw@7703.socket");

    EXPECT_EQ(files().socketUnitAt(Protocol::Tcp, at("127.0.0.1", 7703)),
              (SocketUnit{"qw@7703.socket", "qw@7703.service"}));
    EXPECT_EQ(files().socketUnitAt(Protocol::Tcp, at("127.0.0.1", 7704)), std::nullopt);
    EXPECT_EQ(files().socketUnitNamed("fixed@x.socket"),
              (SocketUnit{"fixed@x.socket", "fixed@.service"}));
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
