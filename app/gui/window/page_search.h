// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>
#include <QTimer>

namespace quaywatch {

class Page;

/// The search field of a page that has a plain search instead of the filter. Stands in the tool bar
/// where the filter stands for other pages, and always means the page that is shown: each page
/// keeps its own text.
class PageSearch final : public QLineEdit {
    Q_OBJECT

public:
    explicit PageSearch(QWidget* parent = nullptr);

    /// Shows the search of this page, and passes what is typed to it.
    void showPage(Page& page);
    /// Takes the focus and selects the text.
    void activate();
    /// Empties the search at once.
    void reset();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void apply();
    void showText();

    Page* m_page = nullptr;
    QTimer m_delay;
};

}  // namespace quaywatch
