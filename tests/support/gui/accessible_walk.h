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

#include <algorithm>
#include <set>

namespace quaywatch::test {

/// Walks what a screen reader gets of a window, and presses Tab through it as its user does.
class AccessibleWalk {
public:
    /// What is wrong with the visible objects that take the focus: no name, no role, or a text that
    /// is not the one on the screen.
    [[nodiscard]] static QStringList complaintsAbout(QWidget& root)
    {
        QStringList complaints;
        visit(QAccessible::queryAccessibleInterface(&root), complaints);
        return complaints;
    }

    /// Presses Tab until the focus comes back. @return The stops without a name, and where Tab does
    /// not lead on. That each stop reports the focus is tested in accessibility_bus.py: the
    /// platform "offscreen" has no accessibility events.
    [[nodiscard]] static QStringList brokenStopsOf(QWidget& root)
    {
        constexpr int kMaxStops = 200;
        QStringList broken;
        std::set<const QWidget*> seen;
        for (int i = 0; i < kMaxStops; ++i) {
            QWidget* before = root.focusWidget();
            QTest::keyClick(before != nullptr ? before : &root, Qt::Key_Tab);
            QWidget* stop = root.focusWidget();
            if (stop == nullptr || stop == before) {
                continue;  // A document steps through its links.
            }
            if (!seen.insert(stop).second) {
                return broken;
            }
            QAccessibleInterface* node = QAccessible::queryAccessibleInterface(stop);
            if (node == nullptr || node->text(QAccessible::Name).isEmpty()) {
                broken.append(nameOf(stop) + QStringLiteral(" has no name"));
            }
        }
        if (seen.size() != 1) {
            broken.append(seen.empty() ? QStringLiteral("there is no stop")
                                       : QStringLiteral("Tab does not come back from ") +
                                             nameOf(root.focusWidget()));
        }
        return broken;
    }

private:
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
            const QString text = QString(button->text()).remove(u'&');
            // A sign such as "‹" is read by the name of what it does.
            return std::any_of(text.begin(), text.end(),
                               [](QChar each) { return each.isLetterOrNumber(); })
                       ? text
                       : QString();
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
};

}  // namespace quaywatch::test
