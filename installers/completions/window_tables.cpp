// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prints the options of quaywatch that its completions are made of. write_completions.py reads
// them; its documentation describes the lines.

#include "app/gui/options.h"

#include <iostream>

int main()
{
    using namespace quaywatch;
    using namespace Qt::Literals::StringLiterals;

    std::cout << "program\tquaywatch\n";
    for (const OptionDescription& option : describedOptions()) {
        QStringList names;
        for (const QString& name : option.names) {
            names.append((name.size() == 1 ? u"-"_s : u"--"_s) + name);
        }
        const QStringList fields{u"option"_s, QString(), names.join(u','), option.valueName,
                                 option.help};
        std::cout << fields.join(u'\t').toStdString() << '\n';
        if (!option.values.isEmpty()) {
            std::cout << "option-values\t\t" << names.constLast().toStdString() << '\t'
                      << option.values.join(u'\t').toStdString() << '\n';
        }
    }
    return std::cout.flush() ? 0 : 1;
}
