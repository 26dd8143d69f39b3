// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/baseline_reloader.h"

#include "core/base/trusted_file.h"
#include "core/baseline/parse_baseline.h"
#include "core/message/message_list.h"
#include "core/text/shell_quote.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>

namespace quaywatch {
namespace {

constexpr std::string_view kSuffix = ".toml";

bool isMissing(const ReloadedFile& file)
{
    return file.error() && file.error()->code == ErrorCode::NotFound;
}

Message textOf(const Error& error)
{
    // Errors in a file are full sentences, and so are the reasons why a file is not trusted.
    const bool isSentence = error.code == ErrorCode::Malformed ||
                            (error.osCode == 0 && error.code == ErrorCode::PermissionDenied);
    return isSentence ? error.context : describe(error);
}

/// The command that makes the file or the folder trusted; empty if something else is wrong.
Message remedyFor(const Error& error)
{
    const MessageId id = error.context.id();
    if (id != MessageId::FileOfAnotherUser && id != MessageId::FileWritableByOthers) {
        return {};
    }
    const auto& path = std::get<std::string>(error.context.arguments().front().value);
    return (id == MessageId::FileOfAnotherUser ? "sudo chown root " : "sudo chmod go-w ") +
           shellQuote(path);
}

Gap problemGap(MessageId id, Message text, Message remedy)
{
    return {Gap::Kind::Baseline, std::nullopt, Message(id, std::move(text)), std::move(remedy)};
}

}  // namespace

BaselineReloader::BaselineReloader(std::string path, IfMissing ifMissing, std::string systemFolder)
    : m_own(std::move(path), ReloadedFile::Origin::User)
    , m_ifMissing(ifMissing)
    , m_systemFolder(std::move(systemFolder))
{
}

bool BaselineReloader::refresh()
{
    const bool hasOwnChanged = refreshOwn();
    const bool hasSystemChanged = refreshSystem();
    if (!hasOwnChanged && !hasSystemChanged) {
        return false;
    }
    const BaselinePtr before = m_current;
    const std::vector<Gap> problemsBefore = std::move(m_problems);
    combine();
    return m_current != before || m_problems != problemsBefore;
}

void BaselineReloader::forgetStamps() noexcept
{
    m_own.forgetStamp();
    for (ReloadedFile& file : m_system) {
        file.forgetStamp();
    }
}

bool BaselineReloader::refreshOwn()
{
    if (m_own.path().empty() || !m_own.refresh()) {
        return false;
    }
    if (m_own.current() || m_ifMissing == IfMissing::IsNone) {
        m_lastOwn = m_own.current();
    }
    return true;
}

bool BaselineReloader::refreshSystem()
{
    if (m_systemFolder.empty()) {
        return false;
    }
    bool hasChanged = listSystem();
    // What is in a folder that is not trusted changes nothing.
    if (m_folderError) {
        return hasChanged;
    }
    for (ReloadedFile& file : m_system) {
        hasChanged = file.refresh() || hasChanged;
    }
    return hasChanged;
}

/// Adds and drops files as the folder says. If it cannot be read, the files stay.
bool BaselineReloader::listSystem()
{
    Result<FileNames> found = trustedFileNames(m_systemFolder, kSuffix, kMaxSystemFiles);
    if (!found && found.error().code == ErrorCode::NotFound) {
        found = FileNames{};
    }
    if (!found) {
        const bool isNew = !m_folderError || m_folderError->context != found.error().context;
        m_folderError = std::move(found.error());
        return isNew;
    }
    bool hasChanged =
        std::exchange(m_folderError, std::nullopt).has_value() || m_leftOut != found->leftOut;
    m_leftOut = found->leftOut;
    std::vector<ReloadedFile> files;
    for (const std::string& name : found->names) {
        const std::string path = m_systemFolder + '/' + name;
        const auto old = std::find_if(m_system.begin(), m_system.end(),
                                      [&path](const auto& file) { return file.path() == path; });
        hasChanged = hasChanged || old == m_system.end();
        files.push_back(old == m_system.end() ? ReloadedFile(path, ReloadedFile::Origin::System)
                                              : *old);
    }
    hasChanged = hasChanged || files.size() != m_system.size();
    m_system = std::move(files);
    return hasChanged;
}

/// The entries of the files that are active, which it lists, and the problems of the others.
std::vector<BaselineEntry> BaselineReloader::combineSystem()
{
    m_activeFiles.clear();
    std::vector<BaselineEntry> entries;
    for (const ReloadedFile& file : m_system) {
        addProblem(file);
        if (!file.current()) {
            continue;
        }
        const std::vector<BaselineEntry>& added = file.current()->entries();
        if (entries.size() + added.size() > kMaxBaselineEntries) {
            m_problems.push_back(problemGap(MessageId::BaselineFileNotActive,
                                            Message(MessageId::SystemEntriesTooMany, file.path()),
                                            {}));
            continue;
        }
        m_activeFiles.push_back(file.path());
        const auto path = std::make_shared<const std::string>(file.path());
        for (const BaselineEntry& entry : added) {
            entries.push_back(entry);
            entries.back().systemFile = path;
        }
    }
    return entries;
}

void BaselineReloader::combine()
{
    m_problems.clear();
    std::vector<BaselineEntry> entries = combineSystem();
    if (m_folderError) {
        m_problems.push_back(
            {Gap::Kind::Baseline, std::nullopt, textOf(*m_folderError), remedyFor(*m_folderError)});
    }
    if (m_leftOut > 0) {
        m_problems.push_back(
            {Gap::Kind::Baseline,
             m_leftOut,
             Message(MessageId::SystemFilesTooMany, m_systemFolder, kMaxSystemFiles),
             {}});
    }
    if (!m_own.path().empty()) {
        addProblem(m_own);
    }
    if (m_activeFiles.empty()) {
        m_current = m_lastOwn;
        return;
    }
    if (m_lastOwn) {
        entries.insert(entries.end(), m_lastOwn->entries().begin(), m_lastOwn->entries().end());
    }
    m_current = m_lastOwn ? std::make_shared<const Baseline>(std::move(entries), m_lastOwn->name())
                          : std::make_shared<const Baseline>(std::move(entries));
}

bool BaselineReloader::isOtherActive(const ReloadedFile& file) const
{
    const auto isActiveOther = [&file](const ReloadedFile& each) {
        return each.current() && &each != &file;
    };
    return std::any_of(m_system.begin(), m_system.end(), isActiveOther) ||
           (&file != &m_own && m_lastOwn);
}

void BaselineReloader::addProblem(const ReloadedFile& file)
{
    const bool isOwn = &file == &m_own;
    // A file of the system is in its folder, so a missing one is a link to nothing.
    const bool isAllowed = isMissing(file) && isOwn && m_ifMissing == IfMissing::IsNone;
    if (!file.error() || isAllowed) {
        return;
    }
    const bool hasContent = isOwn ? m_lastOwn != nullptr : file.current() != nullptr;
    const MessageId id = hasContent            ? MessageId::PreviousBaselineStays
                         : isOtherActive(file) ? MessageId::BaselineFileNotActive
                                               : MessageId::NoBaselineActive;
    m_problems.push_back(problemGap(id, textOf(*file.error()), remedyFor(*file.error())));
}

BaselinePtr loadSystemBaselines(const std::string& folder)
{
    BaselineReloader files({}, BaselineReloader::IfMissing::IsNone, folder);
    files.refresh();
    return files.current();
}

}  // namespace quaywatch
