#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace vmscope::ui {

// A variable that a source text declares at its top level.
struct Declaration {
  QString name;
  int line = 0;  // from 0

  bool operator==(const Declaration&) const = default;
};

// The variables of `var`, `let` and `const` at top level, exported or not; those taken out of objects and arrays too.
std::vector<Declaration> topLevelVariables(const QByteArray& source);

// The names that a module's text exports.
QStringList exportedNames(const QByteArray& source);

// The specifier of the module that the text imports whole under a name: `import * as name from 'specifier'`.
QString namespaceImport(const QByteArray& source, const QString& name);

// For each of some variables, the last line up to `lastLine` that mentions it.
std::vector<Declaration> lastMentions(const QByteArray& source, const QStringList& names, int lastLine);

// The first line from `line` on with anything but comments and brackets that only close.
int firstLineWithCode(const QByteArray& source, int line);

}  // namespace vmscope::ui
