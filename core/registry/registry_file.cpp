// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/registry/registry_file.h"

#include "core/base/text_file.h"
#include "core/message/message_list.h"
#include "core/registry/registry_records.h"

#include <filesystem>
#include <system_error>
#include <utility>

namespace quaywatch {
namespace {

RegistryLoadResult loadRegistry(const std::string& path)
{
    const Result<std::string> text = readTextFile(path, kMaxRegistryBytes);
    if (!text && text.error().code == ErrorCode::NotFound) {
        return {};
    }
    if (!text && !stampOf(path)) {
        return {RegistryLoadResult::Kind::Unreadable, describe(text.error())};
    }
    const Result<LoadedRegistryPtr> loaded = text.and_then(RegistryData::read);
    if (!loaded) {
        const Error& error = loaded.error();
        return {RegistryLoadResult::Kind::Broken,
                error.code == ErrorCode::Malformed
                    ? Message(MessageId::Labeled, path, error.context)
                    : describe(error)};
    }
    if ((*loaded)->importedOn().empty()) {
        return {RegistryLoadResult::Kind::Broken,
                Message(MessageId::Labeled, path, Message(MessageId::NoSourceLine))};
    }
    if ((*loaded)->date() < registry::builtIn().date) {
        return {RegistryLoadResult::Kind::Older, (*loaded)->date()};
    }
    registry::activate(*loaded);
    return {RegistryLoadResult::Kind::Imported, {}};
}

}  // namespace

Result<std::string> defaultRegistryPath()
{
    return dataFolder().map(
        [](const std::string& folder) { return folder + "/quaywatch/registry.tsv"; });
}

RegistryLoadResult startRegistry(const std::string& path)
{
    if (path.empty()) {
        return {};
    }
    RegistryLoadResult result = loadRegistry(path);
    if (result.kind != RegistryLoadResult::Kind::Imported) {
        registry::activate(nullptr);  // An earlier start may have activated another one.
    }
    return result;
}

Result<void> saveRegistry(const std::string& path, const ImportedRegistry& imported)
{
    return replaceTextFile(path, imported.text, FilePrivacy::Private).map([&imported] {
        registry::activate(imported.registry);
    });
}

Result<void> removeRegistryFile(const std::string& path)
{
    std::error_code error;
    std::filesystem::remove(path, error);
    if (error && error != std::errc::no_such_file_or_directory) {
        const bool isDenied =
            error == std::errc::permission_denied || error == std::errc::operation_not_permitted;
        return failure(isDenied ? ErrorCode::PermissionDenied : ErrorCode::SystemError,
                       Message(MessageId::RemoveFile, path), error.value());
    }
    return {};
}

}  // namespace quaywatch
