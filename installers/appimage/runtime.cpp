// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The head of the AppImage: a static program, followed in the same file by a squashfs image. It
// unpacks the image into a private folder, starts AppRun in it, and deletes the folder at the end.
// It needs no FUSE, which servers and containers do not have.

// Headers of C, which do not say so.
extern "C" {
#include <squashfuse/squashfuse.h>
#include <squashfuse/traverse.h>
#include <squashfuse/util.h>
}

#include <elf.h>
#include <fcntl.h>
#include <ftw.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace {

constexpr int kFailed = 127;
constexpr std::size_t kBlock = std::size_t{1} << 18;

volatile std::sig_atomic_t child = 0;  // NOLINT: a signal handler reads it

/// Where the program ends, and the image begins: behind its section headers. 0 if it is no ELF
/// file.
std::size_t endOfProgram(const char* path)
{
    Elf64_Ehdr head{};
    const int file = ::open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return 0;
    }
    const bool isRead = ::read(file, &head, sizeof head) == static_cast<ssize_t>(sizeof head) &&
                        std::memcmp(head.e_ident, ELFMAG, SELFMAG) == 0;
    ::close(file);
    return isRead ? head.e_shoff + std::size_t{head.e_shentsize} * head.e_shnum : 0;
}

bool writeAll(int file, const char* data, std::size_t size)
{
    while (size > 0) {
        const ssize_t written = ::write(file, data, size);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        data += written;
        size -= static_cast<std::size_t>(written);
    }
    return true;
}

bool unpackFile(sqfs& image, sqfs_inode& inode, const std::string& path)
{
    static std::array<char, kBlock> block;
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0700);
    if (file < 0) {
        return false;
    }
    const auto size = static_cast<sqfs_off_t>(inode.xtra.reg.file_size);
    bool isWritten = true;
    for (sqfs_off_t done = 0; isWritten && done < size;) {
        auto count = static_cast<sqfs_off_t>(block.size());
        isWritten = sqfs_read_range(&image, &inode, done, &count, block.data()) == SQFS_OK &&
                    count > 0 && writeAll(file, block.data(), static_cast<std::size_t>(count));
        done += count;
    }
    isWritten = ::fchmod(file, inode.base.mode & 0777) == 0 && isWritten;
    return ::close(file) == 0 && isWritten;
}

bool unpackLink(sqfs& image, sqfs_inode& inode, const std::string& path)
{
    std::size_t size = 0;
    if (sqfs_readlink(&image, &inode, nullptr, &size) != SQFS_OK || size > PATH_MAX) {
        return false;
    }
    std::vector<char> target(size + 1);
    return sqfs_readlink(&image, &inode, target.data(), &size) == SQFS_OK &&
           ::symlink(target.data(), path.c_str()) == 0;
}

bool unpackEntry(sqfs& image, const sqfs_traverse& walk, const std::string& path)
{
    sqfs_inode inode{};
    if (sqfs_inode_get(&image, &inode,
                       sqfs_dentry_inode(const_cast<sqfs_dir_entry*>(&walk.entry)))) {
        return false;
    }
    if (S_ISDIR(inode.base.mode)) {
        return ::mkdir(path.c_str(), 0700) == 0;
    }
    if (S_ISLNK(inode.base.mode)) {
        return unpackLink(image, inode, path);
    }
    return !S_ISREG(inode.base.mode) || unpackFile(image, inode, path);
}

bool unpack(const char* self, const std::string& folder)
{
    sqfs image{};
    sqfs_traverse walk{};
    sqfs_err error = SQFS_OK;
    if (sqfs_open_image(&image, self, endOfProgram(self)) != SQFS_OK ||
        sqfs_traverse_open(&walk, &image, sqfs_inode_root(&image)) != SQFS_OK) {
        return false;
    }
    bool isUnpacked = true;
    while (isUnpacked && sqfs_traverse_next(&walk, &error)) {
        if (!walk.dir_end && walk.path != nullptr && *walk.path != '\0') {
            isUnpacked = unpackEntry(image, walk, folder + "/" + walk.path);
        }
    }
    sqfs_traverse_close(&walk);
    return isUnpacked && error == SQFS_OK;
}

int removeOne(const char* path, const struct stat* /*facts*/, int /*kind*/, FTW* /*place*/)
{
    return std::remove(path);
}

void removeFolder(const std::string& folder)
{
    ::nftw(folder.c_str(), removeOne, 32, FTW_DEPTH | FTW_PHYS);
}

/// What ends this program ends the unpacked one, which may have to save something first.
void passOn(int signal)
{
    if (child > 0) {
        ::kill(static_cast<pid_t>(child), signal);
    }
}

int fail(const std::string& what)
{
    std::fprintf(stderr, "AppImage: %s: %s\n", what.c_str(), std::strerror(errno));
    return kFailed;
}

/// Whether the file system of the folder is mounted noexec, so that nothing can be started there.
bool isNoExec(const std::string& folder)
{
    struct statvfs facts {};
    return ::statvfs(folder.c_str(), &facts) == 0 && (facts.f_flag & ST_NOEXEC) != 0;
}

/// For AppRun: where it is, and by which name it was started, which may be that of a link.
bool setVariables(const std::string& folder, const char* self, const char* name)
{
    return ::setenv("APPIMAGE", self, 1) == 0 && ::setenv("APPDIR", folder.c_str(), 1) == 0 &&
           ::setenv("ARGV0", name != nullptr ? name : self, 1) == 0;
}

/// Runs AppRun in the folder. Returns the exit code, as a shell gives it.
int runIn(const std::string& folder, const char* self, char** arguments)
{
    const std::string program = folder + "/AppRun";
    const pid_t parent = ::getpid();
    const pid_t pid = ::fork();
    if (pid == 0) {
        // If this program is killed, nothing else would end the other one.
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (::getppid() == parent && setVariables(folder, self, arguments[0])) {
            ::execv(program.c_str(), arguments);
            fail("cannot start " + program);
        }
        ::_exit(kFailed);
    }
    if (pid < 0) {
        return kFailed;
    }
    child = pid;
    for (const int signal : {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2}) {
        std::signal(signal, passOn);
    }
    int status = 0;
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// Unpacks the image into a private folder, runs it there, and deletes the folder.
int unpackAndRun(const char* self, char** arguments)
{
    const char* temporary = std::getenv("TMPDIR");
    const std::string parent = temporary != nullptr && *temporary == '/' ? temporary : "/tmp";
    if (isNoExec(parent)) {
        std::fprintf(stderr,
                     "AppImage: no program can be started from %s, which is mounted noexec. Set "
                     "TMPDIR to a folder on another file system.\n",
                     parent.c_str());
        return kFailed;
    }
    std::string folder = parent + "/quaywatch-XXXXXX";
    if (::mkdtemp(folder.data()) == nullptr) {
        return fail("cannot make a folder like " + folder);
    }
    errno = 0;
    const int status = unpack(self, folder) ? runIn(folder, self, arguments)
                                            : fail("cannot unpack into " + folder);
    removeFolder(folder);
    return status;
}

}  // namespace

int main(int count, char** arguments)
{
    std::array<char, PATH_MAX> self{};
    if (::readlink("/proc/self/exe", self.data(), self.size() - 1) < 0) {
        return fail("cannot find its own file; is /proc mounted?");
    }
    const std::string option = count > 1 ? arguments[1] : "";
    if (option == "--appimage-offset") {
        std::printf("%zu\n", endOfProgram(self.data()));
        return 0;
    }
    if (option == "--appimage-extract") {
        const bool isNew = ::mkdir("squashfs-root", 0755) == 0;
        return isNew && unpack(self.data(), "squashfs-root") ? 0 : fail("cannot unpack here");
    }
    return unpackAndRun(self.data(), arguments);
}
