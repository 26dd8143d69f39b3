// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/registry/registry_download.h"
#include "app/registry/registry_manager.h"

#include <QDialog>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace quaywatch {

/// Imports a registry: from a file, or from IANA when the user presses a button for it. Shows the
/// changes, and applies none before "Use it".
class RegistryDialog final : public QDialog {
    Q_OBJECT

public:
    /// @param keeper  Must outlive the dialog.
    explicit RegistryDialog(RegistryManager& keeper, QWidget* parent = nullptr);

    /// Reads the file that the user chose with "From a file".
    void importFile(const QString& file);
    /// Downloads from the address in the input field, like the button "Download".
    void download();
    /// Cancels a download or the reading of a file.
    void cancel();

    [[nodiscard]] RegistryDownload& downloads() noexcept { return m_download; }
    [[nodiscard]] bool isBusy() const noexcept { return m_isBusy; }

    void done(int result) override;

signals:
    /// A file or a download was read, refused or canceled, or a change was made or failed.
    void settled();

private:
    void build();
    void buildSources(QBoxLayout& column);
    void buildDifference(QBoxLayout& column);
    void buildButtons(QBoxLayout& column);
    void connectAnswers();
    void chooseFile();
    void use();
    void begin(const QString& what);
    void settle(const QString& text);
    void showInForce();
    void showDifference(const ImportedRegistry& imported);
    [[nodiscard]] static QString assignmentText(const Assignment& assignment);
    void fillTable(const RegistryDifference& difference);

    RegistryManager& m_keeper;
    RegistryDownload m_download;
    ImportedRegistryPtr m_imported;  // Read and ready to be used.
    bool m_isBusy = false;
    QLabel* m_active;
    QLineEdit* m_address;
    QPushButton* m_downloadButton;
    QPushButton* m_fileButton;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QLabel* m_text;
    QTableWidget* m_table;
    QLabel* m_leftOut;
    QPushButton* m_builtIn = nullptr;
    QPushButton* m_use = nullptr;
    QPushButton* m_close = nullptr;
};

}  // namespace quaywatch
