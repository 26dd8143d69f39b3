// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStringList>
#include <QTest>
#include <QTextEdit>

#include <set>

namespace quaywatch::test {

/// Walks what a screen reader gets of a window, and presses Tab through it as its user does.
class AccessibleWalk {
public:
    AccessibleWalk()
    {
        focused().clear();
        QAccessible::setActive(true);
        m_before = QAccessible::installUpdateHandler([](QAccessibleEvent* event) {
            if (event->type() == QAccessible::Focus) {
                focused().insert(event->object());
            }
        });
    }
    ~AccessibleWalk()
    {
        QAccessible::installUpdateHandler(m_before);
        QAccessible::setActive(false);
    }
    AccessibleWalk(const AccessibleWalk&) = delete;
    AccessibleWalk& operator=(const AccessibleWalk&) = delete;

    /// What is wrong with the visible objects that take the focus: no name, no role, or a text that
    /// is not the one on the screen.
    [[nodiscard]] static QStringList complaintsAbout(QWidget& root)
    {
        QStringList complaints;
        visit(QAccessible::queryAccessibleInterface(&root), complaints);
        return complaints;
    }

    /// Presses Tab until the focus comes back. @return The stops that no focus event reported.
    [[nodiscard]] static QStringList silentStopsOf(QWidget& root)
    {
        constexpr int kMaxStops = 200;
        QStringList silent;
        std::set<const QWidget*> seen;
        bool hasComeBack = false;
        for (int i = 0; i < kMaxStops; ++i) {
            QWidget* before = root.focusWidget();
            focused().clear();
            QTest::keyClick(before != nullptr ? before : &root, Qt::Key_Tab);
            QWidget* stop = root.focusWidget();
            if (stop == nullptr || stop == before) {
                continue;  // A document steps through its links.
            }
            if (!seen.insert(stop).second) {
                hasComeBack = true;
                break;
            }
            if (!focused().contains(stop)) {
                silent.append(nameOf(stop));
            }
        }
        if (seen.empty()) {
            silent.append(QStringLiteral("there is no stop"));
        } else if (!hasComeBack && seen.size() > 1) {
            silent.append(QStringLiteral("Tab does not come back from ") +
                          nameOf(root.focusWidget()));
        }
        return silent;
    }

private:
    static std::set<const QObject*>& focused()
    {
        static std::set<const QObject*> objects;
        return objects;
    }
    static QString nameOf(const QObject* object)
    {
        return object == nullptr ? QStringLiteral("a part of a widget")
                                 : QStringLiteral("%1 %2").arg(
                                       QString::fromLatin1(object->metaObject()->className()),
                                       object->objectName());
    }

    static void visit(QAccessibleInterface* node, QStringList& complaints)
    {
        if (node == nullptr || !node->isValid() || node->state().invisible) {
            return;
        }
        // Parts of another widget that Qt itself names and focuses.
        const QObject* object = node->object();
        const bool isInner =
            object != nullptr && object->objectName().startsWith(QLatin1StringView("qt_"));
        if (node->state().focusable && !isInner) {
            check(*node, complaints);
        }
        for (int i = 0; i < node->childCount(); ++i) {
            visit(node->child(i), complaints);
        }
    }

    static void check(QAccessibleInterface& node, QStringList& complaints)
    {
        const QString name = node.text(QAccessible::Name);
        const auto complain = [&](const QString& what) {
            complaints.append(
                QStringLiteral("%1 \"%2\": %3").arg(nameOf(node.object()), name, what));
        };
        if (name.isEmpty()) {
            complain(QStringLiteral("no name"));
        }
        if (node.role() == QAccessible::NoRole) {
            complain(QStringLiteral("no role"));
        }
        if (const QString shown = shownOf(node.object()); !shown.isEmpty()) {
            const QString read = readOf(node);
            if (!read.contains(shown)) {
                complain(QStringLiteral("shows \"%1\", but is read as \"%2\"").arg(shown, read));
            }
        }
    }

    /// The text on the screen; empty for an object without one.
    static QString shownOf(const QObject* object)
    {
        if (const auto* button = qobject_cast<const QAbstractButton*>(object)) {
            return QString(button->text()).remove(u'&');
        }
        if (const auto* label = qobject_cast<const QLabel*>(object)) {
            return label->text();
        }
        if (const auto* box = qobject_cast<const QComboBox*>(object)) {
            return box->currentText();
        }
        if (const auto* line = qobject_cast<const QLineEdit*>(object)) {
            return line->text();
        }
        if (const auto* text = qobject_cast<const QTextEdit*>(object)) {
            return text->toPlainText();
        }
        const auto* plain = qobject_cast<const QPlainTextEdit*>(object);
        return plain != nullptr ? plain->toPlainText() : QString();
    }

    static QString readOf(QAccessibleInterface& node)
    {
        QString all = node.text(QAccessible::Name) + u'\n' + node.text(QAccessible::Value);
        if (QAccessibleTextInterface* text = node.textInterface()) {
            // A screen reader gets the breaks of paragraphs as U+2029.
            all += u'\n' + text->text(0, text->characterCount()).replace(QChar(0x2029), u'\n');
        }
        return all;
    }

    QAccessible::UpdateHandler m_before = nullptr;
};

}  // namespace quaywatch::test
