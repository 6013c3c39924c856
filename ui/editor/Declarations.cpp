#include "ui/editor/Declarations.h"

#include <QRegularExpression>
#include <map>

#include "ui/editor/SourceTokens.h"

namespace vmscope::ui {

namespace {

// Walks over the tokens of one text.
class Reading {
 public:
  explicit Reading(const QByteArray& source) : source_(source), tokens_(tokensOf(source)) {}

  const std::vector<SourceToken>& tokens() const { return tokens_; }
  QByteArrayView text(const SourceToken& token) const {
    return QByteArrayView(source_).sliced(token.start, token.length);
  }
  QByteArrayView text(std::size_t index) const {
    return index < tokens_.size() ? text(tokens_[index]) : QByteArrayView();
  }
  bool isName(std::size_t index) const {
    return index < tokens_.size() &&
           (tokens_[index].kind == TokenKind::Identifier || tokens_[index].kind == TokenKind::Function);
  }

 private:
  const QByteArray& source_;
  std::vector<SourceToken> tokens_;
};

bool declaresVariables(QByteArrayView word) {
  return word == "var" || word == "let" || word == "const";
}

// Reads the bindings of one declaration, which begins at `index`; a binding ends before its `=` or the next comma.
void readBindings(const Reading& reading, std::size_t index, std::vector<Declaration>& found) {
  const int base = reading.tokens()[index - 1].depth;
  bool inBinding = true;
  for (; index < reading.tokens().size(); ++index) {
    const SourceToken& token = reading.tokens()[index];
    const QByteArrayView text = reading.text(token);
    if (token.depth < base || text == ";" || token.kind == TokenKind::Keyword) return;
    if (token.depth == base && (text == "=" || text == ",")) {
      inBinding = text == ",";
      continue;
    }
    const bool isProperty = reading.text(index + 1) == ":";  // `{ property: binding }`
    if (inBinding && reading.isName(index) && !isProperty && reading.text(index - 1) != "=") {
      found.push_back({QString::fromUtf8(text), token.line});
      if (token.depth == base && reading.text(index + 1) != "=" && reading.text(index + 1) != ",") return;
    }
  }
}

}  // namespace

std::vector<Declaration> topLevelVariables(const QByteArray& source) {
  const Reading reading(source);
  std::vector<Declaration> found;
  for (std::size_t index = 0; index + 1 < reading.tokens().size(); ++index) {
    const SourceToken& token = reading.tokens()[index];
    const bool declares =
        token.kind == TokenKind::Keyword && token.depth == 0 && declaresVariables(reading.text(token));
    if (declares) readBindings(reading, index + 1, found);
  }
  return found;
}

QStringList exportedNames(const QByteArray& source) {
  static const QRegularExpression declared(
      QStringLiteral(
          R"(^\s*export\s+(?:async\s+)?(?:function\s*\*?|class|const|let|var)\s+([\p{L}_$][\p{L}\p{N}_$]*))"),
      QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption);
  static const QRegularExpression listed(QStringLiteral(R"(^\s*export\s*\{([^}]*)\})"),
                                         QRegularExpression::MultilineOption);
  static const QRegularExpression standard(QStringLiteral(R"(^\s*export\s+default\b)"),
                                           QRegularExpression::MultilineOption);
  const QString text = QString::fromUtf8(source);
  QStringList names;
  for (auto matches = declared.globalMatch(text); matches.hasNext();) names << matches.next().captured(1);
  for (auto matches = listed.globalMatch(text); matches.hasNext();) {
    for (const QString& item : matches.next().captured(1).split(u',', Qt::SkipEmptyParts)) {
      names << item.simplified().section(u' ', -1);
    }
  }
  if (standard.match(text).hasMatch()) names << QStringLiteral("default");
  names.removeDuplicates();
  return names;
}

QString namespaceImport(const QByteArray& source, const QString& name) {
  const QRegularExpression import(
      QStringLiteral(R"(^\s*import\s*\*\s*as\s+%1\s+from\s*['"]([^'"]+)['"])").arg(QRegularExpression::escape(name)),
      QRegularExpression::MultilineOption);
  return import.match(QString::fromUtf8(source)).captured(1);
}

std::vector<Declaration> lastMentions(const QByteArray& source, const QStringList& names, int lastLine) {
  const Reading reading(source);
  std::map<QString, int> lines;
  for (std::size_t index = 0; index < reading.tokens().size(); ++index) {
    const SourceToken& token = reading.tokens()[index];
    if (token.line > lastLine) break;
    if (!reading.isName(index) || (index > 0 && reading.text(index - 1) == ".")) continue;
    const QString name = QString::fromUtf8(reading.text(token));
    if (names.contains(name)) lines[name] = token.line;
  }
  std::vector<Declaration> mentions;
  for (const QString& name : names) {
    if (const auto found = lines.find(name); found != lines.end()) mentions.push_back({name, found->second});
  }
  return mentions;
}

int firstLineWithCode(const QByteArray& source, int line) {
  const Reading reading(source);
  for (const SourceToken& token : reading.tokens()) {
    const QByteArrayView text = reading.text(token);
    const bool onlyCloses = text == "}" || text == ")" || text == "]" || text == ";";
    if (token.line >= line && !onlyCloses) return token.line;
  }
  return -1;
}

}  // namespace vmscope::ui
