// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/loader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Words = std::vector<std::string>;

constexpr std::string_view kLinker = "/usr/lib/ld-linux-x86-64.so.2";
constexpr std::string_view kQemu = "/usr/bin/qemu-arm";

TEST(Loader, IsRecognizedByTheNameOfItsExecutable)
{
    for (const std::string_view path :
         {kLinker, std::string_view("/lib/ld-2.31.so"),
          std::string_view("/lib/ld-musl-x86_64.so.1"), std::string_view("/lib64/ld64.so.2"),
          std::string_view("/usr/lib/x-linux-musl/libc.so")}) {
        EXPECT_EQ(loaderOf(path), Loader::Linker) << path;
    }
    for (const std::string_view path :
         {"/usr/bin/qemu-aarch64-static", "/usr/bin/qemu-arm", "/usr/bin/box64",
          "/usr/libexec/valgrind/memcheck-amd64-linux"}) {
        EXPECT_EQ(loaderOf(path), Loader::Emulator) << path;
    }
    EXPECT_EQ(loaderOf("/usr/lib/wine/wine64-preloader"), Loader::Wine);
    EXPECT_EQ(loaderOf("/usr/lib/wine/wineserver64"), Loader::Server);
}

TEST(Loader, IsNoMachineAndNoOtherTool)
{
    for (const std::string_view path :
         {"/usr/bin/qemu-system-x86_64", "/usr/bin/qemu-nbd", "/usr/bin/ld", "/usr/bin/lld",
          "/srv/ld-server", "", "/usr/bin/python3"}) {
        EXPECT_EQ(loaderOf(path), Loader::None) << path;
    }
}

TEST(LoadedCommand, ComesAfterTheOptionsOfTheLoader)
{
    EXPECT_THAT(loadedCommand(Loader::Linker, {"ld.so", "--library-path", "/x", "--inhibit-cache",
                                               "--argv0", "a", "./shop", "--port", "80"}),
                ElementsAre("./shop", "--port", "80"));
    EXPECT_THAT(loadedCommand(Loader::Emulator, {"qemu-arm", "-L", "/arm", "-strace", "-E", "A=1",
                                                 "/srv/shop", "-L"}),
                ElementsAre("/srv/shop", "-L"));
    EXPECT_THAT(loadedCommand(Loader::Emulator, {"qemu-arm", "--", "-odd"}), ElementsAre("-odd"));
}

TEST(LoadedCommand, OmitsTheNameThatTheKernelKeeps)
{
    EXPECT_THAT(loadedCommand(Loader::Emulator, {"/usr/libexec/qemu-binfmt/arm-binfmt-P",
                                                 "/usr/bin/python3", "python3", "shop.py"}),
                ElementsAre("/usr/bin/python3", "shop.py"));
}

TEST(LoadedCommand, OfWineBeginsWithTheWindowsProgram)
{
    EXPECT_THAT(loadedCommand(Loader::Wine, {"C:\\shop\\Server.EXE", "/x"}),
                ElementsAre("C:\\shop\\Server.EXE", "/x"));
    EXPECT_EQ(loadedName(Loader::Wine, "C:\\shop\\Server.EXE"), "Server.EXE");
}

TEST(LoadedCommand, IsEmptyIfThereIsNone)
{
    EXPECT_THAT(loadedCommand(Loader::Linker, {}), IsEmpty());
    EXPECT_THAT(loadedCommand(Loader::Linker, {"ld.so"}), IsEmpty());
    EXPECT_THAT(loadedCommand(Loader::Linker, {"ld.so", "--preload"}), IsEmpty());
    EXPECT_THAT(loadedCommand(Loader::Wine, {"/usr/lib/wine/wine64"}), IsEmpty());
    EXPECT_THAT(loadedCommand(Loader::Server, {"wineserver64", "-p0"}), IsEmpty());
    EXPECT_THAT(loadedCommand(Loader::None, {"nginx", "x"}), IsEmpty());
}

TEST(MappedFiles, AreEachNamedOnce)
{
    EXPECT_THAT(
        parseMappedFiles(
            "00400000-0041f000 r--p 00000000 fe:00 247970          /usr/bin/python3.11\n"
            "0041f000-006d2000 r-xp 0001f000 fe:00 247970          /usr/bin/python3.11\n"
            "7f0000000000-7f0000001000 rw-p 00000000 00:00 0 \n"
            "7f0000001000-7f0000002000 r--p 00000000 fe:00 12      /srv/a b\n"
            "7fff00000000-7fff00001000 r-xp 00000000 00:00 0       [vdso]\n"),
        ElementsAre(MappedFile{"/srv/a b", false}, MappedFile{"/usr/bin/python3.11", true}));
}

TEST(MappedFiles, OfDeletedFilesCountOnlyInFoldersOfTheSystem)
{
    EXPECT_THAT(parseMappedFiles("1-2 r-xp 0 0:1 5 /memfd:jit (deleted)\n"
                                 "3-4 r-xp 0 0:1 6 /home/a/sshd (deleted)\n"
                                 "5-6 r-xp 0 0:1 7 /usr/sbin/sshd (deleted)\n"),
                ElementsAre(MappedFile{"/usr/sbin/sshd", true}));
}

TEST(MappedFiles, OfABrokenTextAreNone)
{
    EXPECT_THAT(parseMappedFiles(""), IsEmpty());
    EXPECT_THAT(parseMappedFiles("\n\n x /y\n    \n/a\n"), IsEmpty());
}

TEST(LoadedFile, OfTheLinkerIsTheOnlyCodeBesideLibraries)
{
    const std::vector<MappedFile> files{{"/srv/evil", true},
                                        {"/usr/lib/libc.so.6", true},
                                        {"/usr/lib/locale/x", false},
                                        {std::string(kLinker), true}};

    // Whatever the process wrote into its command line.
    EXPECT_EQ(loadedFile(Loader::Linker, kLinker, "/usr/sbin/sshd", "/usr/sbin/sshd", files),
              "/srv/evil");
    EXPECT_EQ(loadedFile(Loader::Linker, kLinker, "", "", files), "/srv/evil");
}

TEST(LoadedFile, IsTheNamedOneOfSeveral)
{
    const std::vector<MappedFile> files{
        {"/a/shop", true}, {"/b/shop", true}, {"/srv/plugin", true}, {std::string(kQemu), true}};

    EXPECT_EQ(loadedFile(Loader::Linker, kLinker, "./plugin", "./plugin", files), "/srv/plugin");
    EXPECT_EQ(loadedFile(Loader::Emulator, kQemu, "/b/shop", "/b/shop", files), "/b/shop");
    EXPECT_EQ(loadedFile(Loader::Emulator, kQemu, "/x/link", "/a/shop", files), "/a/shop");
}

TEST(LoadedFile, IsEmptyIfItIsNotClear)
{
    const std::vector<MappedFile> files{
        {"/a/shop", true}, {"/b/shop", true}, {std::string(kQemu), true}};

    EXPECT_EQ(loadedFile(Loader::Emulator, kQemu, "shop", "shop", files), std::nullopt);
    EXPECT_EQ(loadedFile(Loader::Emulator, kQemu, "/bin/sshd", "/bin/sshd", files), std::nullopt);
    EXPECT_EQ(loadedFile(Loader::Emulator, kQemu, "", "", files), std::nullopt);
    EXPECT_EQ(loadedFile(Loader::Emulator, kQemu, kQemu, kQemu, files), std::nullopt);
}

TEST(LoadedFile, OfWineMayBeNamedWithoutItsSuffix)
{
    const std::vector<MappedFile> files{{"/w/notepad.exe", true}, {"/w/ntdll.dll", true}};

    EXPECT_THAT(loadedCommand(Loader::Wine, {"/usr/lib/wine/wine64", "notepad", "x.exe"}),
                ElementsAre("notepad", "x.exe"));
    EXPECT_EQ(loadedFile(Loader::Wine, "/w/wine64", "notepad", "", files), "/w/notepad.exe");
    EXPECT_EQ(loadedFile(Loader::Wine, "/w/wine64", "note", "", files), std::nullopt);
}

TEST(LoadedFile, OfWineIgnoresCase)
{
    EXPECT_EQ(loadedFile(Loader::Wine, "/usr/lib/wine/wine64", "C:\\Shop\\SERVER.exe", "",
                         {{"/home/a/.wine/drive_c/shop/server.exe", false}}),
              "/home/a/.wine/drive_c/shop/server.exe");
}

}  // namespace
}  // namespace quaywatch::linux_backend
