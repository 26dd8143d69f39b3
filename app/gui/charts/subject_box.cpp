// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/charts/subject_box.h"

#include "app/text/qt_text.h"
#include "core/registry/service_registry.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QStandardItemModel>

#include <algorithm>
#include <map>
#include <optional>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t kLongestName = 64;

QString textOf(const PortId& port)
{
    const QString name = fromUtf8(registry::lookup(port.port, port.protocol).names.first());
    const QString text = u"%1/%2"_s.arg(QString::number(port.port), fromUtf8(token(port.protocol)));
    return name.isEmpty() ? text : text + u"  "_s + name;
}

/// Reads "931", "931/udp", and the text of a choice such as "22/tcp  ssh".
std::optional<PortId> portOf(const QString& text)
{
    static const QRegularExpression kPattern(u"^([0-9]{1,5})(?:/(tcp|udp))?(?:\\s.*)?$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = kPattern.match(text);
    const int number = match.captured(1).toInt();
    constexpr int kHighestPort = 65535;
    if (!match.hasMatch() || number == 0 || number > kHighestPort) {
        return std::nullopt;
    }
    const bool isUdp = match.captured(2).compare(u"udp"_s, Qt::CaseInsensitive) == 0;
    return PortId{static_cast<Port>(number), isUdp ? Protocol::Udp : Protocol::Tcp};
}

}  // namespace

SubjectBox::SubjectBox(QWidget* parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setMaxVisibleItems(20);
    setMinimumContentsLength(24);
    setAccessibleName(tr("Show traffic of"));
    view()->setAccessibleName(accessibleName());
    lineEdit()->setAccessibleName(accessibleName());
    lineEdit()->setMaxLength(200);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->popup()->setAccessibleName(accessibleName());
    addChoice({{}, tr("Whole machine")});
    take(0);
    connect(this, &QComboBox::activated, this, &SubjectBox::take);
    connect(lineEdit(), &QLineEdit::returnPressed, this, &SubjectBox::takeTyped);
    connect(completer(), qOverload<const QString&>(&QCompleter::activated), this,
            [this](const QString& text) { take(findText(text, Qt::MatchExactly)); });
}

void SubjectBox::addHeading(const QString& text)
{
    addItem(text);
    auto* items = qobject_cast<QStandardItemModel*>(model());
    items->item(count() - 1)->setFlags(Qt::NoItemFlags);
}

void SubjectBox::addChoice(const Choice& choice)
{
    addItem(choice.text, static_cast<int>(m_choices.size()));
    m_choices.push_back(choice.subject);
}

/// Sorted by name. Programs with the same name also have their path.
std::vector<SubjectBox::Choice> SubjectBox::choicesOf(
    const std::vector<TrafficSeries::Program>& programs)
{
    std::map<QString, int> countOfName;
    std::vector<Choice> choices;
    for (const TrafficSeries::Program& program : programs) {
        choices.push_back({program.key, plainText(program.name, kLongestName)});
        ++countOfName[choices.back().text];
    }
    for (Choice& choice : choices) {
        if (countOfName[choice.text] > 1) {
            choice.text += u" (%1)"_s.arg(plainText(std::get<std::string>(choice.subject), 200));
        }
    }
    std::sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) {
        const int order = QString::compare(a.text, b.text, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.subject < b.subject;
    });
    return choices;
}

void SubjectBox::offer(const TrafficSeries& traffic)
{
    // Does not change the list while it is open or the user types.
    const bool isInUse = view()->isVisible() || currentText() != m_subjectText;
    if (traffic.subjectsRevision() == m_revision || isInUse) {
        return;
    }
    m_revision = traffic.subjectsRevision();
    const std::vector<Choice> programs = choicesOf(traffic.programs());
    const QSignalBlocker blocker(this);
    clear();
    m_choices.clear();
    addChoice({{}, tr("Whole machine")});
    addHeading(tr("Ports"));
    for (const PortId& port : traffic.ports()) {
        addChoice({port, textOf(port)});
    }
    addHeading(tr("Programs"));
    for (const Choice& program : programs) {
        addChoice(program);
    }
    if (indexOf(m_subject) < 0) {
        addChoice({m_subject, m_subjectText});
    }
    setCurrentIndex(indexOf(m_subject));
    m_subjectText = currentText();
}

int SubjectBox::indexOf(const TrafficScope& subject) const
{
    for (int index = 0; index < count(); ++index) {
        const QVariant number = itemData(index);
        if (number.isValid() && m_choices[static_cast<std::size_t>(number.toInt())] == subject) {
            return index;
        }
    }
    return -1;
}

bool SubjectBox::choose(const TrafficScope& subject)
{
    const int index = indexOf(subject);
    if (index >= 0) {
        setCurrentIndex(index);
        take(index);
    }
    return index >= 0;
}

void SubjectBox::take(int index)
{
    const QVariant number = itemData(index);
    if (!number.isValid()) {
        setEditText(m_subjectText);
        return;
    }
    const TrafficScope& subject = m_choices[static_cast<std::size_t>(number.toInt())];
    m_subjectText = itemText(index);
    if (currentIndex() != index) {
        setCurrentIndex(index);
    }
    setEditText(m_subjectText);
    if (subject != m_subject) {
        m_subject = subject;
        emit subjectChanged();
    }
}

void SubjectBox::takeTyped()
{
    const QString text = currentText().trimmed();
    if (text == m_subjectText || text.isEmpty()) {
        return;
    }
    if (const std::optional<PortId> port = portOf(text)) {
        if (!choose(*port)) {
            addChoice({*port, textOf(*port)});
            take(count() - 1);
        }
        return;
    }
    for (int index = 0; index < count(); ++index) {
        if (itemData(index).isValid() && itemText(index).contains(text, Qt::CaseInsensitive)) {
            take(index);
            return;
        }
    }
    setEditText(m_subjectText);
    emit nothingFound(text);
}

void SubjectBox::focusOutEvent(QFocusEvent* event)
{
    QComboBox::focusOutEvent(event);
    setEditText(m_subjectText);
}

}  // namespace quaywatch
