// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/store/history_file.h"

#include "core/base/private_file.h"

#include <algorithm>
#include <array>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>
#include <system_error>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using Kind = HistoryProblem::Kind;

namespace {

/// Files that SQLite keeps next to a database and that belong only to it:
/// https://www.sqlite.org/tempfiles.html They are moved before the database, so that SQLite never
/// uses them for a new file.
constexpr std::array kBeside{"-wal", "-shm", "-journal"};

std::string bytesOf(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

/// Why the system could not make or lock a file.
HistoryProblem fileProblemOf(const Error& error)
{
    const Message cause = describe(error);
    const QString text = QString::fromStdString(cause.english());
    const std::error_code code(error.osCode, std::system_category());
    if (code == std::errc::no_space_on_device) {
        return {Kind::Full, text, cause};
    }
    return {code == std::errc::io_error ? Kind::InputOutput : Kind::NotWritable, text, cause};
}

std::optional<FileStamp> stampAt(const QString& path)
{
    const Result<FileStamp> stamp = stampOf(bytesOf(path));
    return stamp ? std::optional(*stamp) : std::nullopt;
}

bool isSameFile(const std::optional<FileStamp>& a, const std::optional<FileStamp>& b)
{
    return a && b && a->device == b->device && a->inode == b->inode;
}

bool isThere(const QString& path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

/// Returns a name that is free, also for the files next to a database.
QString freeName(const QString& stem)
{
    const auto isTaken = [](const QString& name) {
        return isThere(name) || std::any_of(kBeside.begin(), kBeside.end(), [&](const char* end) {
                   return isThere(name + QLatin1String(end));
               });
    };
    QString name = stem + u".sqlite"_s;
    for (int i = 2; isTaken(name); ++i) {
        name = stem + u"-%1.sqlite"_s.arg(i);
    }
    return name;
}

}  // namespace

HistoryFile::HistoryFile(QString path)
    : m_path(std::move(path))
    , m_lock(bytesOf(m_path + u".lock"_s))
{
}

HistoryResult<void> HistoryFile::lock()
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (const Result<void> made = makePrivateFolder(bytesOf(folder)); !made) {
        const Error& error = made.error();
        const bool isOthers = error.code == ErrorCode::PermissionDenied && error.osCode == 0;
        return tl::unexpected(isOthers ? HistoryProblem{Kind::OtherUser, folder, {}}
                                       : fileProblemOf(error));
    }
    if (const Result<bool> locked = m_lock.tryLock(); !locked) {
        return tl::unexpected(locked.error().code == ErrorCode::Unsupported
                                  ? HistoryProblem{Kind::NoLocks, folder, {}}
                                  : fileProblemOf(locked.error()));
    }
    return {};
}

HistoryResult<void> HistoryFile::makePrivate() const
{
    Result<void> made = makePrivateFile(bytesOf(m_path));
    for (const char* end : kBeside) {
        const QString beside = m_path + QLatin1String(end);
        if (made && isThere(beside)) {
            made = makePrivateFile(bytesOf(beside));
        }
    }
    return made ? HistoryResult<void>() : tl::unexpected(fileProblemOf(made.error()));
}

bool HistoryFile::hasDamagedHead() const
{
    // https://www.sqlite.org/fileformat.html#file_format_version_numbers
    constexpr qsizetype kWriteVersion = 18;
    constexpr char kHighestWriteVersion = 2;
    QFile file(m_path);
    if (!file.open(QFile::ReadOnly)) {
        return false;
    }
    const QByteArray head = file.read(kWriteVersion + 1);
    if (head.isEmpty()) {
        return false;  // A new file.
    }
    return head.size() <= kWriteVersion || !head.startsWith("SQLite format 3") ||
           head.at(kWriteVersion) < 0 || head.at(kWriteVersion) > kHighestWriteVersion;
}

void HistoryFile::noteOpened()
{
    m_opened = stampAt(m_path);
    m_openedLog = stampAt(m_path + u"-wal"_s);
}

bool HistoryFile::isStillThere() const
{
    // Data that is written to a deleted log never reaches the file.
    return isSameFile(m_opened, stampAt(m_path)) &&
           (!m_openedLog || isSameFile(m_openedLog, stampAt(m_path + u"-wal"_s)));
}

HistoryResult<QString> HistoryFile::setAside(HistoryTime now) const
{
    const QFileInfo info(m_path);
    const QString mark = info.completeBaseName() + u"-damaged-"_s;
    const QStringList kept =
        info.dir().entryList({mark + u"*.sqlite"_s}, QDir::Files | QDir::System | QDir::Hidden);
    if (kept.size() >= kMaxSetAside) {
        return historyFailure(Kind::TooManyAside, info.absolutePath());
    }
    const QString date = QDateTime::fromMSecsSinceEpoch(toMilliseconds(now), QTimeZone::utc())
                             .toString(u"yyyy-MM-dd-HHmmss"_s);
    const QString name = freeName(info.dir().filePath(mark + date));
    for (const char* end : kBeside) {
        const QString beside = m_path + QLatin1String(end);
        if (isThere(beside) && !QFile::rename(beside, name + QLatin1String(end))) {
            return historyFailure(Kind::NotWritable, beside);
        }
    }
    if (!QFile::rename(m_path, name)) {
        return historyFailure(Kind::NotWritable, m_path);
    }
    return name;
}

}  // namespace quaywatch
