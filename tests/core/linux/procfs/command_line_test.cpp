// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/command_line.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

using Words = std::vector<std::string>;

/// The script of a command line whose words are separated by blanks.
std::string scriptIn(const std::string& line)
{
    Words command;
    std::istringstream words(line);
    for (std::string word; words >> word;) {
        command.push_back(word);
    }
    return scriptOf(interpreterOf(baseName(command.front())), command).value_or("(none)");
}

TEST(CommandLine, SplitsAtNulsAndKeepsEmptyWordsInside)
{
    EXPECT_EQ(splitCommandLine(std::string("nc\0-l\0\0x\0", 9)), (Words{"nc", "-l", "", "x"}));
}

TEST(CommandLine, DropsThePaddingOfASetProcessTitle)
{
    EXPECT_EQ(splitCommandLine(std::string("nginx: master process\0\0\0\0", 25)),
              (Words{"nginx: master process"}));
}

TEST(CommandLine, AcceptsALastWordWithoutATerminator)
{
    EXPECT_EQ(splitCommandLine(std::string("a\0b", 3)), (Words{"a", "b"}));
}

TEST(CommandLine, IsEmptyForAKernelThread)
{
    EXPECT_EQ(splitCommandLine(""), Words{});
    EXPECT_EQ(splitCommandLine(std::string(3, '\0')), Words{});
}

TEST(CommandLine, KeepsNoMoreWordsThanTheLimit)
{
    EXPECT_EQ(splitCommandLine(std::string("a\0b\0c\0", 6), 2), (Words{"a", "b"}));
}

TEST(BaseName, IsThePartAfterTheLastSlash)
{
    EXPECT_EQ(baseName("/usr/bin/nc"), "nc");
    EXPECT_EQ(baseName("./nc"), "nc");
    EXPECT_EQ(baseName("nc"), "nc");
    EXPECT_EQ(baseName("-bash"), "bash");
    EXPECT_EQ(baseName("/"), "");
    EXPECT_EQ(baseName(""), "");
}

TEST(Interpreter, IsRecognizedWithAVersion)
{
    EXPECT_EQ(interpreterOf("python3.11"), Interpreter::Python);
    EXPECT_EQ(interpreterOf("perl5.36.0"), Interpreter::Perl);
    EXPECT_EQ(interpreterOf("node"), Interpreter::Node);
}

TEST(Interpreter, IsRecognizedByTheNamesOfItsBuilds)
{
    for (const std::string_view name : {"python3.7m", "python3.13t", "python3.11d", "python3-dbg",
                                        "python3.13td", "python3.11-dbg"}) {
        EXPECT_EQ(interpreterOf(name), Interpreter::Python) << name;
    }
    EXPECT_EQ(interpreterOf("guile-3.0"), Interpreter::Other);
    EXPECT_EQ(interpreterOf("luajit-2.1.0-beta3"), Interpreter::Other);
}

TEST(Interpreter, IsNotRecognizedByAPrefixOnly)
{
    EXPECT_EQ(interpreterOf("python3-config"), Interpreter::None);
    EXPECT_EQ(interpreterOf("pythond-tool"), Interpreter::None);
    EXPECT_EQ(interpreterOf("node-exporter"), Interpreter::None);
    EXPECT_EQ(interpreterOf("php-fpm8.2"), Interpreter::None);
    EXPECT_EQ(interpreterOf("sshd"), Interpreter::None);
    EXPECT_EQ(interpreterOf("nodemon"), Interpreter::None);
    EXPECT_EQ(interpreterOf(""), Interpreter::None);
}

TEST(Script, OfNodeComesAfterItsOptions)
{
    EXPECT_EQ(scriptIn("node server.js --port 80"), "server.js");
    EXPECT_EQ(scriptIn("node --inspect=0.0.0.0:9229 -r dotenv/config --import tsx app.ts"),
              "app.ts");
    EXPECT_EQ(scriptIn("node -- -odd.js"), "-odd.js");
}

TEST(Script, OfPythonMayBeAModule)
{
    EXPECT_EQ(scriptIn("python3 -u -W ignore manage.py runserver"), "manage.py");
    EXPECT_EQ(scriptIn("/usr/bin/python3.11 -m http.server 8000"), "-m http.server");
    EXPECT_EQ(scriptIn("python3 -um flask run"), "-m flask");
    EXPECT_EQ(scriptIn("python3 -Wignore /usr/bin/supervisord -n"), "/usr/bin/supervisord");
}

TEST(Script, OfJavaIsTheJarOrTheMainClass)
{
    EXPECT_EQ(scriptIn("java -Xmx1g -jar /srv/shop.jar --port=80"), "/srv/shop.jar");
    EXPECT_EQ(scriptIn("java -cp lib/* -Dx=y org.example.Main"), "org.example.Main");
    EXPECT_EQ(scriptIn("java -p mods -m shop/shop.Main"), "shop/shop.Main");
}

TEST(Script, OfPhpMayBeItsBuiltInServer)
{
    EXPECT_EQ(scriptIn("php -d memory_limit=1G -S localhost:8000 -t public"), "-S localhost:8000");
    EXPECT_EQ(scriptIn("php -f worker.php"), "worker.php");
    EXPECT_EQ(scriptIn("php artisan serve"), "artisan");
}

TEST(Script, IsFoundForOtherInterpretersToo)
{
    EXPECT_EQ(scriptIn("ruby -I lib bin/rails server"), "bin/rails");
    EXPECT_EQ(scriptIn("perl -Mstrict -T daemon.pl"), "daemon.pl");
    EXPECT_EQ(scriptIn("deno run --allow-net -c deno.json main.ts"), "main.ts");
    EXPECT_EQ(scriptIn("deno task start"), "task start");
    EXPECT_EQ(scriptIn("bun run dev"), "dev");
    EXPECT_EQ(scriptIn("bash -euo pipefail run.sh"), "run.sh");
    EXPECT_EQ(scriptIn("dotnet exec --depsfile x.json Shop.dll"), "Shop.dll");
}

TEST(Script, IsEmptyForCodeOnTheCommandLineAndForAPrompt)
{
    for (const std::string line :
         {"node -e 1", "node --eval 1 x.js", "python3 -c pass x.py", "python3 -", "python3",
          "sh -c true", "-bash", "bash -s x", "perl -ne print x", "ruby -e 1", "node -r", "php -S",
          "java -jar", "java --module", "dotnet run"}) {
        EXPECT_EQ(scriptIn(line), "(none)") << line;
    }
}

TEST(Script, IsEmptyForAProgramThatIsNoInterpreter)
{
    EXPECT_EQ(scriptIn("nginx server.js"), "(none)");
}

}  // namespace
}  // namespace quaywatch::linux_backend
