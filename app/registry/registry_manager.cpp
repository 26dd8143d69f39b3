// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/registry/registry_manager.h"

#include "app/text/core_text.h"
#include "core/base/text_file.h"
#include "core/registry/registry_records.h"

#include <QFile>
#include <QMetaObject>

#include <utility>

namespace quaywatch {

RegistryManager::RegistryManager(std::string path, Now now, QObject* parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_now(std::move(now))
    , m_start(startRegistry(m_path))
    , m_hasFile(m_start.kind != RegistryLoadResult::Kind::BuiltIn)
{
}

RegistryManager::~RegistryManager() = default;

template <class Work>
void RegistryManager::run(Work work)
{
    m_thread.start([this, work = std::move(work)] {
        QMetaObject::invokeMethod(this, work(), Qt::QueuedConnection);
    });
}

void RegistryManager::readFile(const QString& file)
{
    run([this, question = ++m_question, name = QFile::encodeName(file).toStdString()] {
        const auto import = [&](const std::string& bytes) { return read(bytes, name); };
        const auto imported = readTextFile(name, kMaxRegistryBytes).and_then(import);
        return [this, question, imported] { answer(question, imported); };
    });
}

void RegistryManager::readBytes(const QByteArray& bytes, const QString& from)
{
    run([this, question = ++m_question, bytes, from = from.toStdString()] {
        const auto imported =
            read({bytes.constData(), static_cast<std::size_t>(bytes.size())}, from);
        return [this, question, imported] { answer(question, imported); };
    });
}

Result<ImportedRegistryPtr> RegistryManager::read(std::string_view bytes,
                                                  const std::string& from) const
{
    return importRegistry(bytes, {from, m_now(), registry::active()})
        .map([](const ImportedRegistry& imported) -> ImportedRegistryPtr {
            return std::make_shared<const ImportedRegistry>(imported);
        });
}

void RegistryManager::answer(std::uint64_t question, const Result<ImportedRegistryPtr>& imported)
{
    if (question != m_question) {
        return;
    }
    if (imported) {
        emit prepared(*imported);
        return;
    }
    const Error& error = imported.error();
    emit refused(
        CoreText::of(error.code == ErrorCode::Malformed ? error.context : describe(error)));
}

void RegistryManager::use(const ImportedRegistryPtr& imported)
{
    run([this, imported] {
        const Result<void> written = replaceTextFile(m_path, imported->text, FilePrivacy::Private);
        return [this, imported, written] {
            if (!written) {
                emit failed(written.error());
                return;
            }
            m_hasFile = true;
            registry::activate(imported->registry);
            emit changed();
        };
    });
}

void RegistryManager::useBuiltIn()
{
    run([this] {
        const Result<void> removed = removeRegistryFile(m_path);
        return [this, removed] {
            if (!removed) {
                emit failed(removed.error());
                return;
            }
            m_hasFile = false;
            registry::activate(nullptr);
            emit changed();
        };
    });
}

}  // namespace quaywatch
