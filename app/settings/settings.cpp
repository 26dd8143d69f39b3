// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/settings.h"

#include "core/base/file_lock.h"
#include "core/base/private_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QVariant>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A setting: its name in the file and the member that holds it.
template <class T>
struct Key {
    QLatin1StringView name;
    T SettingsValues::*member;
};
// clang 14 does not deduce template arguments for aggregates.
template <class T>
Key(QLatin1StringView, T SettingsValues::*) -> Key<T>;

constexpr std::tuple kKeys{
    Key{"view/intervalMilliseconds"_L1, &SettingsValues::interval},
    Key{"view/theme"_L1, &SettingsValues::theme},
    Key{"view/language"_L1, &SettingsValues::language},
    Key{"view/reducedMotion"_L1, &SettingsValues::hasReducedMotion},
    Key{"view/details"_L1, &SettingsValues::hasDetails},
    Key{"view/tableZoom"_L1, &SettingsValues::tableZoomPercent},
    Key{"view/compactRows"_L1, &SettingsValues::hasCompactRows},
    Key{"view/current"_L1, &SettingsValues::view},
    Key{"window/geometry"_L1, &SettingsValues::geometry},
    Key{"window/splitter"_L1, &SettingsValues::splitter},
    Key{"window/pages"_L1, &SettingsValues::pages},
    Key{"history/on"_L1, &SettingsValues::hasHistory},
    Key{"history/days"_L1, &SettingsValues::historyAge},
    Key{"history/megabytes"_L1, &SettingsValues::historyMegabytes},
    Key{"alerts/mutes"_L1, &SettingsValues::mutes},
    Key{"desktop/notifications"_L1, &SettingsValues::hasNotifications},
    Key{"desktop/notifications-offered"_L1, &SettingsValues::wasOfferedNotifications},
    Key{"desktop/trayIcon"_L1, &SettingsValues::hasTrayIcon},
    Key{"desktop/closeToTray"_L1, &SettingsValues::closesToTray},
    Key{"desktop/startWithSession"_L1, &SettingsValues::startsWithSession},
    Key{"watch/rulesOff"_L1, &SettingsValues::rulesOff},
    Key{"watch/mostAlertsPerMinute"_L1, &SettingsValues::mostAlertsPerMinute},
    Key{"watch/closeWaitCount"_L1, &SettingsValues::closeWaitCount},
    Key{"watch/replacedMinutes"_L1, &SettingsValues::replacedFor},
};

constexpr auto kFileBelowFolder = "/quaywatch/quaywatch.ini"_L1;
/// Size of a file that no administrator would write.
constexpr qint64 kMaxSystemBytes = qint64{1} << 20;

constexpr std::array kThemeTokens{"system"_L1, "light"_L1, "dark"_L1, "high-contrast"_L1};
constexpr std::chrono::milliseconds kShortestInterval{100};
constexpr std::chrono::milliseconds kLongestInterval = std::chrono::hours{1};
constexpr std::chrono::days kLongestHistory{3650};
constexpr std::chrono::minutes kLongestReplaced = std::chrono::days{7};
constexpr int kLargestCount = 10'000;

QVariant toVariant(std::chrono::milliseconds value)
{
    return static_cast<qlonglong>(value.count());
}
QVariant toVariant(std::chrono::days value)
{
    return static_cast<qlonglong>(value.count());
}
QVariant toVariant(std::chrono::minutes value)
{
    return static_cast<qlonglong>(value.count());
}
QVariant toVariant(int value)
{
    return value;
}
QVariant toVariant(Theme value)
{
    return QString(kThemeTokens.at(static_cast<std::size_t>(value)));
}
QVariant toVariant(bool value)
{
    return value;
}
QVariant toVariant(const QString& value)
{
    return value;
}
QVariant toVariant(const QStringList& value)
{
    return value;
}
QVariant toVariant(const QByteArray& value)
{
    return value;
}
QVariant toVariant(const QVariantMap& value)
{
    return value;
}

// One reader per type; false keeps the default.
bool read(const QVariant& from, std::chrono::milliseconds& to)
{
    bool isNumber = false;
    const std::chrono::milliseconds value(from.toLongLong(&isNumber));
    if (!isNumber || value < kShortestInterval || value > kLongestInterval) {
        return false;
    }
    to = value;
    return true;
}
bool read(const QVariant& from, std::chrono::days& to)
{
    bool isNumber = false;
    const int count = from.toInt(&isNumber);
    if (!isNumber || count < 1 || count > kLongestHistory.count()) {
        return false;
    }
    to = std::chrono::days(count);
    return true;
}
bool read(const QVariant& from, std::chrono::minutes& to)
{
    bool isNumber = false;
    const std::chrono::minutes value(from.toInt(&isNumber));
    if (!isNumber || value < std::chrono::minutes{1} || value > kLongestReplaced) {
        return false;
    }
    to = value;
    return true;
}
bool read(const QVariant& from, int& to)
{
    bool isNumber = false;
    const int value = from.toInt(&isNumber);
    if (!isNumber || value < 1 || value > kLargestCount) {
        return false;
    }
    to = value;
    return true;
}
bool read(const QVariant& from, Theme& to)
{
    const auto* const found = std::find(kThemeTokens.begin(), kThemeTokens.end(), from.toString());
    if (found == kThemeTokens.end()) {
        return false;
    }
    to = static_cast<Theme>(found - kThemeTokens.begin());
    return true;
}
bool read(const QVariant& from, bool& to)
{
    const QString text = from.toString();
    to = text == "true"_L1;
    return to || text == "false"_L1;
}
bool read(const QVariant& from, QString& to)
{
    to = from.toString();
    return true;
}
bool read(const QVariant& from, QStringList& to)
{
    to = from.toStringList();
    to.removeAll(QString());  // QSettings writes this for an empty list.
    return true;
}
bool read(const QVariant& from, QByteArray& to)
{
    to = from.toByteArray();
    return true;
}
bool read(const QVariant& from, QVariantMap& to)
{
    to = from.toMap();
    return true;
}

std::string bytesOf(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

/// No other user may change the alert settings, whatever the umask is. If this fails, the following
/// write reports it.
void keepPrivate(const QFileInfo& file)
{
    static_cast<void>(makePrivateFolder(bytesOf(file.absolutePath()), FolderPrivacy::Shown));
    static_cast<void>(makePrivateFile(bytesOf(file.absoluteFilePath())));
}

/// QSettings would block itself and the window for half a minute on a lock file that no process
/// holds. While QLockFile holds a lock file, that file is locked the way FileLock locks it.
void removeAbandonedLock(const QString& path)
{
    if (QFile::exists(path) || QFileInfo(path).isSymLink()) {
        FileLock lock(bytesOf(path));
        if (lock.tryLock().value_or(false)) {
            QFile::remove(path);
        }
    }
}

/// What the window remembers of a session, or the desktop decides: no administrator sets it.
bool isOfSession(QLatin1StringView name)
{
    return name.startsWith("window/"_L1) || name == "view/current"_L1 ||
           name == "desktop/startWithSession"_L1 || name == "desktop/notifications-offered"_L1;
}

template <class Visitor>
void forEachKey(Visitor&& visitor)
{
    std::apply([&](const auto&... keys) { (visitor(keys), ...); }, kKeys);
}

}  // namespace

Settings::Settings(const QString& path, QObject* parent, const QStringList& systemFiles)
    : QObject(parent)
{
    for (const QString& file : systemFiles) {
        loadSystemFile(file);
    }
    if (!path.isEmpty()) {
        m_file.emplace(path, QSettings::IniFormat);
        load();
    }
}

QString Settings::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           kFileBelowFolder;
}

QStringList Settings::systemFiles()
{
    // The folder of the user is the first.
    QStringList folders =
        QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation).mid(1);
    std::reverse(folders.begin(), folders.end());
    QStringList files;
    for (const QString& folder : std::as_const(folders)) {
        if (QDir::isAbsolutePath(folder)) {
            files.append(folder + kFileBelowFolder);
        }
    }
    return files;
}

void Settings::loadSystemFile(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return;
    }
    const bool isUsable = info.isFile() && info.isReadable() && info.size() <= kMaxSystemBytes;
    std::optional<QSettings> file;
    if (isUsable) {
        file.emplace(path, QSettings::IniFormat);
        file->allKeys();  // Only this call parses the file.
    }
    if (!file || file->status() != QSettings::NoError) {
        reportProblem(tr("The system's settings in %1 cannot be used.").arg(path));
        return;
    }
    readFrom(*file, /*isSystem=*/true);
}

void Settings::load()
{
    const QFileInfo info(m_file->fileName());
    if (m_file->status() == QSettings::AccessError || (info.exists() && !info.isReadable()) ||
        info.isDir()) {
        reportProblem(tr("The settings cannot be read from %1; the defaults are used.")
                          .arg(m_file->fileName()));
        return;
    }
    if (info.exists()) {
        keepPrivate(info);
    }
    m_file->allKeys();  // Only this call parses the file and checks its syntax.
    if (m_file->status() == QSettings::FormatError) {
        setAsideBrokenFile();
    }
    readFrom(*m_file, /*isSystem=*/false);
}

void Settings::readFrom(const QSettings& file, bool isSystem)
{
    forEachKey([&](const auto& key) {
        if (!file.contains(key.name) || (isSystem && isOfSession(key.name))) {
            return;
        }
        auto value = SettingsValues{}.*key.member;
        if (read(file.value(key.name), value)) {
            m_values.*key.member = value;
        } else {
            reportProblem(tr("The setting %1 in %2 is not valid and is ignored.")
                              .arg(key.name, file.fileName()));
        }
    });
}

void Settings::setAsideBrokenFile()
{
    const QString copy = m_file->fileName() + u".broken"_s;
    QFile::remove(copy);
    const bool isCopied = QFile::copy(m_file->fileName(), copy);
    reportProblem(isCopied ? tr("The settings file is damaged; a copy is kept as %1.").arg(copy)
                           : tr("The settings file %1 is damaged.").arg(m_file->fileName()));
}

void Settings::store(const SettingsValues& next)
{
    if (next == m_values) {
        return;
    }
    const SettingsValues before = std::exchange(m_values, next);
    if (m_file) {
        write(before);
    }
    emit changed();
}

void Settings::write(const SettingsValues& before)
{
    keepPrivate(QFileInfo(m_file->fileName()));
    removeAbandonedLock(m_file->fileName() + u".lock"_s);
    forEachKey([&](const auto& key) {
        if (m_values.*key.member != before.*key.member) {
            m_file->setValue(key.name, toVariant(m_values.*key.member));
        }
    });
    m_file->sync();
    if (m_file->status() == QSettings::AccessError) {
        reportProblem(tr("The settings cannot be saved to %1.").arg(m_file->fileName()));
    }
}

void Settings::reportProblem(const QString& problem)
{
    if (m_problem.isEmpty()) {
        m_problem = problem;
        emit problemFound(problem);
    }
}

}  // namespace quaywatch
