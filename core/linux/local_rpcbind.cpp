// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/local_rpcbind.h"

#include "core/linux/system/errno_error.h"
#include "core/linux/system/user_names.h"
#include "core/linux/unix_listeners.h"

#include <linux/netlink.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <iterator>

namespace quaywatch::linux_backend {
namespace {

tl::unexpected<Error> notTheSystems(std::string_view what)
{
    return failure(ErrorCode::NotFound,
                   "rpcbind's local socket: " + std::string(what) + " is not the system's");
}

bool isRootsOwnFolder(const std::string& path)
{
    struct stat folder {};
    return stat(path.c_str(), &folder) == 0 && S_ISDIR(folder.st_mode) && folder.st_uid == 0 &&
           (folder.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

bool isRootsOwnSocket(const std::string& path)
{
    struct stat socket {};
    return lstat(path.c_str(), &socket) == 0 && S_ISSOCK(socket.st_mode) && socket.st_uid == 0;
}

/// False also for a process that may not be read or that has ended.
bool isOthersExecutable(pid_t pid)
{
    struct stat file {};
    const std::string path = "/proc/" + std::to_string(pid) + "/exe";
    return pid > 0 && stat(path.c_str(), &file) == 0 && file.st_uid != 0;
}

/// Checks the process that called listen() on the remote end's listener.
bool isSystemsListener(int socket)
{
    ucred listener{};
    socklen_t length = sizeof listener;
    return getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &listener, &length) == 0 &&
           length == sizeof listener && isRpcbindUser(listener.uid) &&
           !isOthersExecutable(listener.pid);
}

}  // namespace

bool isRpcbindUser(std::uint32_t uid)
{
    if (uid == 0) {
        return true;
    }
    const UserNames::Name name = UserNames::shared()->nameOf(uid);
    return name && (*name == "_rpc" || *name == "rpc");
}

Result<UniqueFd> connectLocalRpcbind(const std::string& path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) {
        return failure(ErrorCode::NotFound, "rpcbind's local socket");
    }
    std::copy(path.begin(), path.end(), std::begin(address.sun_path));
    // In a folder that only root may write, nobody else can replace the socket after this check.
    if (!isRootsOwnFolder(path.substr(0, path.rfind('/'))) || !isRootsOwnSocket(path)) {
        return notTheSystems("the file");
    }
    UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!socket ||
        connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        return errnoFailure(errno, "connect to " + path);
    }
    if (!isSystemsListener(socket.get())) {
        return notTheSystems("who listens");
    }
    // The path is visible in every network namespace, but rpcbind lists the ports of its own
    // namespace only.
    struct stat file {};
    NetlinkQuery query(NETLINK_SOCK_DIAG);
    if (stat(path.c_str(), &file) != 0 || !isUnixListenerAt(query, file)) {
        return notTheSystems("its network namespace");
    }
    return socket;
}

}  // namespace quaywatch::linux_backend
