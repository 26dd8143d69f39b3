// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/about_dialog.h"
#include "app/gui/dialogs/end_process_dialog.h"
#include "app/gui/dialogs/forget_expected_dialog.h"
#include "app/gui/dialogs/mark_expected_dialog.h"
#include "app/gui/preferences/preferences_dialog.h"
#include "app/gui/widgets/page_dialog.h"
#include "app/gui/widgets/row_table.h"
#include "app/gui/widgets/value_document.h"
#include "app/gui/window/views.h"
#include "app/text/locale_forms.h"
#include "app/text/translation.h"
#include "tests/support/gui/pseudo_translator.h"
#include "tests/support/gui/window_fixture.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QTextEdit>

#include <map>
#include <set>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::process;
using test::PseudoTranslator;
using test::tcpListener;
using test::WindowTest;

std::vector<SocketRecord> someSockets()
{
    return {tcpListener(22).ownedBy(process("sshd", 800, 0, "root")).id(1),
            tcpListener(931).ownedBy(process("nc", 4711)).id(2)};
}

void addTextsOf(const QAction& action, QStringList& texts)
{
    texts << action.text() << action.toolTip();
}

/// Every text of the widgets below, except the contents of item views and text views.
QStringList textsIn(const QWidget& root)
{
    QStringList texts{root.windowTitle()};
    QList<const QWidget*> all{&root};
    for (const auto* widget : root.findChildren<QWidget*>()) {
        all.append(widget);
    }
    for (const QWidget* widget : all) {
        texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
        for (const QAction* action : widget->actions()) {
            addTextsOf(*action, texts);
        }
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            texts << label->text();
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            texts << button->text();
        } else if (const auto* edit = qobject_cast<const QLineEdit*>(widget)) {
            texts << edit->placeholderText();
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                texts << tabs->tabText(i);
            }
        } else if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
            for (int i = 0; i < box->count(); ++i) {
                texts << box->itemText(i);
            }
        } else if (const auto* header = qobject_cast<const QHeaderView*>(widget)) {
            for (int i = 0; header->isVisibleTo(header->parentWidget()) && i < header->count();
                 ++i) {
                texts << header->model()->headerData(i, header->orientation()).toString();
            }
        }
    }
    return texts;
}

/// The texts that did not go through tr(), except `names`.
QStringList untranslated(const QStringList& texts, const QStringList& names)
{
    QStringList found;
    for (const QString& text : texts) {
        const bool hasWord =
            std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
        if (hasWord && !text.contains(u'[') && !names.contains(text) && !found.contains(text)) {
            found.append(text);
        }
    }
    return found;
}

class Translated : public WindowTest {
protected:
    void speak(const QString& language)
    {
        m_translation.emplace();
        m_translation->speak(language);
    }
    void TearDown() override
    {
        window.reset();
        m_translation.reset();
        LocaleForms::use(QLocale::system(), u"en"_s);
    }
    void showEveryView()
    {
        for (const View& view : views()) {
            window->showView(QString(view.name));
            QApplication::processEvents();
        }
    }

private:
    std::optional<Translation> m_translation;
};

TEST_F(Translated, EveryTextOfTheWindowIsTranslatable)
{
    const PseudoTranslator pseudo;
    open(someSockets());
    showEveryView();

    const QStringList left = untranslated(
        textsIn(*window), {u"Quaywatch"_s, u"22/tcp  ssh"_s, u"931/tcp"_s, u"nc"_s, u"sshd"_s});

    EXPECT_TRUE(left.isEmpty()) << left.join(u'\n').toStdString();
}

TEST_F(Translated, EveryTextOfTheDialogsIsTranslatable)
{
    const PseudoTranslator pseudo;
    open(someSockets());
    const EndProcessDialog end(*monitor, {931, Protocol::Tcp, {}}, ProcessSignal::Terminate);
    BaselineEditor editor{std::string()};
    const SocketRecord listener = tcpListener(931).ownedBy(process("nc"));
    const MarkExpectedDialog mark(editor, listener);
    const ForgetExpectedDialog forget(editor, {listener});
    const AboutDialog about;
    const PreferencesDialog preferences(settings, {nullptr, true});

    QStringList texts =
        textsIn(about) + textsIn(preferences) + textsIn(end) + textsIn(mark) + textsIn(forget);
    QStringList names{u"Quaywatch"_s};
    for (const QString& language : Translation::languages()) {
        names.append(Translation::nameOf(language));
    }
    const QStringList left = untranslated(texts, names);

    EXPECT_TRUE(left.isEmpty()) << left.join(u'\n').toStdString();
}

class TranslatedInto : public Translated, public testing::WithParamInterface<const char*> {
protected:
    void SetUp() override
    {
        const QString language = QLatin1StringView(GetParam());
        if (!Translation::languages().contains(language)) {
            GTEST_SKIP() << "built without Qt Linguist's tools";
        }
        speak(language);
        open(someSockets());
    }
};

TEST_P(TranslatedInto, WindowFitsOnASmallScreen)
{
    showEveryView();

    EXPECT_LE(window->minimumSizeHint().width(), 1280);
    for (const auto* widget : window->findChildren<QWidget*>()) {
        EXPECT_LE(widget->minimumSizeHint().width(), 1280)
            << widget->metaObject()->className() << widget->objectName().toStdString();
    }
    const PreferencesDialog preferences(settings, {nullptr, true});
    EXPECT_LE(preferences.minimumSizeHint().width(), 800);
}

TEST_P(TranslatedInto, ColumnTitlesAreNotCutOff)
{
    showEveryView();
    int count = 0;
    for (const auto* header : window->findChildren<QHeaderView*>()) {
        if (header->orientation() != Qt::Horizontal) {
            continue;
        }
        for (int i = 0; i < header->count(); ++i) {
            if (!header->isSectionHidden(i)) {
                ++count;
                EXPECT_GE(header->sectionSize(i), titleWidth(*header, i))
                    << header->model()->headerData(i, Qt::Horizontal).toString().toStdString();
            }
        }
    }
    EXPECT_GT(count, 10);
}

TEST_P(TranslatedInto, NoTwoItemsOfAMenuShareAMnemonic)
{
    showEveryView();
    const PreferencesDialog preferences(settings, {nullptr, true});
    QList<QStringList> groups;
    for (const auto* menu : window->findChildren<QMenu*>()) {
        QStringList& group = groups.emplace_back();
        for (const QAction* action : menu->actions()) {
            group.append(action->text());
        }
    }
    std::map<const QWidget*, QStringList> pages;  // only one of them is visible at a time
    for (const auto* button : preferences.findChildren<QAbstractButton*>()) {
        pages[button->parentWidget()].append(button->text());
    }
    for (const auto& [page, texts] : pages) {
        groups.append(texts);
    }
    for (const QStringList& group : groups) {
        std::set<QString> seen;
        for (const QString& text : group) {
            const QString key = QKeySequence::mnemonic(text).toString();
            EXPECT_TRUE(key.isEmpty() || seen.insert(key).second) << text.toStdString();
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, TranslatedInto, testing::Values("de", "sv"),
                         [](const auto& language) { return std::string(language.param); });

TEST_F(Translated, WindowIsInGerman)
{
    speak(u"de"_s);
    if (!Translation::languages().contains(u"de"_s)) {
        GTEST_SKIP() << "built without Qt Linguist's tools";
    }
    open(someSockets());

    EXPECT_EQ(child<QLabel>(u"counts"_s).text(), u"2 lauschen   ·   0 Verbindungen"_s);
    EXPECT_EQ(page().view().model()->headerData(static_cast<int>(Column::Process), Qt::Horizontal),
              u"Prozess"_s);
    const QModelIndex row = page().view().model()->index(1, static_cast<int>(Column::Verdict));
    EXPECT_TRUE(row.data(Qt::ToolTipRole)
                    .toString()
                    .contains(u"Listener auf einem nicht zugewiesenen Well-known-Port"_s))
        << row.data(Qt::ToolTipRole).toString().toStdString();
    const PreferencesDialog preferences(settings, {nullptr, true});
    EXPECT_EQ(preferences.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Cancel)->text(),
              u"Abbrechen"_s);
}

TEST_F(Translated, WindowIsInSwedish)
{
    speak(u"sv"_s);
    if (!Translation::languages().contains(u"sv"_s)) {
        GTEST_SKIP() << "built without Qt Linguist's tools";
    }
    open(someSockets());

    EXPECT_EQ(child<QLabel>(u"counts"_s).text(), u"2 lyssnar   ·   0 anslutningar"_s);
    EXPECT_EQ(page().view().model()->headerData(static_cast<int>(Column::User), Qt::Horizontal),
              u"Användare"_s);
    const PreferencesDialog preferences(settings, {nullptr, true});
    EXPECT_EQ(preferences.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Cancel)->text(),
              u"Avbryt"_s);
}

TEST_F(Translated, LanguageIsChosenInThePreferencesAndSaved)
{
    PreferencesDialog preferences(settings, {nullptr, true});
    auto* box = preferences.findChild<QComboBox*>(u"language"_s);
    ASSERT_NE(box, nullptr);
    EXPECT_EQ(box->currentIndex(), 0);

    box->setCurrentIndex(box->findData(u"en"_s));
    preferences.accept();

    EXPECT_EQ(settings.values().language, u"en"_s);
}

TEST_F(Translated, UnavailableLanguageStaysInTheSettings)
{
    settings.change([](SettingsValues& values) { values.language = u"xx"_s; });
    PreferencesDialog preferences(settings, {nullptr, true});
    EXPECT_EQ(preferences.findChild<QComboBox*>(u"language"_s)->currentIndex(), 0);

    preferences.accept();

    EXPECT_EQ(settings.values().language, u"xx"_s);
}

}  // namespace
}  // namespace quaywatch
