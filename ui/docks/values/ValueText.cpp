#include "ui/docks/values/ValueText.h"

#include <QRegularExpression>

namespace vmscope::ui {
namespace {

bool isOneOf(QStringView text, std::initializer_list<const char16_t*> words) {
  for (const char16_t* word : words) {
    if (text == QStringView(word)) return true;
  }
  return false;
}

bool isArrayLike(const ObjectPreview& preview) {
  return isOneOf(preview.subtype, {u"array", u"typedarray"});
}

TextKind kindOfPrimitive(QStringView type, QStringView subtype) {
  if (type == u"string") return TextKind::String;
  if (type == u"number" || type == u"bigint") return TextKind::Number;
  if (type == u"symbol") return TextKind::Symbol;
  if (type == u"function") return TextKind::Function;
  if (type == u"boolean" || type == u"undefined" || subtype == u"null") return TextKind::Keyword;
  return TextKind::Plain;
}

void appendPropertyValue(StyledText& out, const PropertyPreview& property) {
  if (property.type == u"accessor") return out.append(u"(...)", TextKind::Muted);
  if (property.type == u"function") return out.append(u"ƒ", TextKind::Function);
  if (property.type == u"string") return out.append(quoted(property.value), TextKind::String);
  if (property.type == u"object" && property.value == u"Object") return out.append(u"{…}");
  out.append(property.value, kindOfPrimitive(property.type, property.subtype));
}

const PropertyPreview* findProperty(const ObjectPreview& preview, QStringView name) {
  for (const PropertyPreview& property : preview.properties) {
    if (property.name == name) return &property;
  }
  return nullptr;
}

// Promise {<fulfilled>: 3}
void appendPromise(StyledText& out, const ObjectPreview& preview) {
  const PropertyPreview* state = findProperty(preview, u"[[PromiseState]]");
  const PropertyPreview* result = findProperty(preview, u"[[PromiseResult]]");
  out.append(u"Promise {<");
  out.append(state ? QStringView(state->value) : QStringView(u"?"), TextKind::Keyword);
  out.append(u">");
  if (state && result && state->value != u"pending") {
    out.append(u": ");
    appendPropertyValue(out, *result);
  }
  out.append(u"}");
}

void appendEntries(StyledText& out, const ObjectPreview& preview) {
  bool first = true;
  for (const ObjectPreview::Entry& entry : preview.entries) {
    if (!first) out.append(u", ");
    first = false;
    if (entry.key) {
      out.append(previewText(*entry.key));
      out.append(u" => ");
    }
    out.append(previewText(entry.value));
  }
}

void appendElements(StyledText& out, const ObjectPreview& preview) {
  int expected = 0;
  bool first = true;
  for (const PropertyPreview& property : preview.properties) {
    bool isIndex = false;
    const int index = property.name.toInt(&isIndex);
    if (!first) out.append(u", ");
    first = false;
    if (isIndex && index > expected) {
      const int holes = index - expected;
      out.append(holes == 1 ? QStringLiteral("empty") : QStringLiteral("empty × %1").arg(holes), TextKind::Muted);
      out.append(u", ");
    }
    if (isIndex) {
      expected = index + 1;
    } else {
      out.append(property.name, TextKind::Name);
      out.append(u": ");
    }
    appendPropertyValue(out, property);
  }
}

void appendProperties(StyledText& out, const ObjectPreview& preview) {
  bool first = true;
  for (const PropertyPreview& property : preview.properties) {
    if (property.name.startsWith(QLatin1String("[["))) continue;
    if (!first) out.append(u", ");
    first = false;
    out.append(property.name, TextKind::Name);
    out.append(u": ");
    appendPropertyValue(out, property);
  }
}

// "Array(3)" reads as "(3) ", "Object" as nothing, anything else is named.
QString structurePrefix(const ObjectPreview& preview) {
  if (preview.subtype == u"array" && preview.description.startsWith(QLatin1String("Array("))) {
    return preview.description.mid(5) + QLatin1Char(' ');
  }
  if (preview.description.isEmpty() || preview.description == u"Object") return {};
  return preview.description + QLatin1Char(' ');
}

bool isStructure(const ObjectPreview& preview) {
  if (preview.type != u"object" || preview.subtype == u"null") return false;
  // V8 describes an entry of a Map by what it maps to what.
  return !isOneOf(preview.subtype, {u"regexp", u"date", u"error", u"internal#entry"});
}

}  // namespace

QString quoted(QStringView text) {
  QString out(QLatin1Char('\''));
  for (QChar c : text) {
    switch (c.unicode()) {
      case '\n':
        out += QLatin1String("\\n");
        break;
      case '\r':
        out += QLatin1String("\\r");
        break;
      case '\t':
        out += QLatin1String("\\t");
        break;
      case '\\':
        out += QLatin1String("\\\\");
        break;
      case '\'':
        out += QLatin1String("\\'");
        break;
      default:
        if (c.unicode() < 0x20) {
          out += QStringLiteral("\\x%1").arg(ushort{c.unicode()}, 2, 16, QLatin1Char('0'));
        } else {
          out += c;
        }
    }
  }
  return out + QLatin1Char('\'');
}

QString functionSignature(const QString& description) {
  if (description.startsWith(QLatin1String("class"))) return description.section(QLatin1Char('{'), 0, 0).trimmed();
  static const QRegularExpression shape(
      QStringLiteral("^(?:[gs]et\\s+(?=[\\w$#\\[]))?(async\\s+)?(?:function\\s*)?(\\*\\s*)?([\\w$#]*|\\[[^\\]]*\\])\\s*"
                     "(\\([^)]*\\)|[\\w$]+(?=\\s*=>))"));
  const QRegularExpressionMatch match = shape.match(description);
  if (!match.hasMatch()) return QStringLiteral("ƒ ") + description.section(QLatin1Char('\n'), 0, 0).left(60);
  QString parameters = match.captured(4).simplified();
  if (!parameters.startsWith(QLatin1Char('('))) parameters = QLatin1Char('(') + parameters + QLatin1Char(')');
  const QString star = match.captured(2).isEmpty() ? QString() : QStringLiteral("*");
  const QString async = match.captured(1).isEmpty() ? QString() : QStringLiteral("async ");
  return async + QStringLiteral("ƒ") + star + QLatin1Char(' ') + match.captured(3) + parameters;
}

StyledText previewText(const ObjectPreview& preview) {
  StyledText out;
  if (!isStructure(preview)) {
    const bool isString = preview.type == u"string";
    const QString text = preview.type == u"function" ? functionSignature(preview.description) : preview.description;
    out.append(isString ? quoted(text) : text, kindOfPrimitive(preview.type, preview.subtype));
    return out;
  }
  if (preview.subtype == u"promise") {
    appendPromise(out, preview);
    return out;
  }
  const bool array = isArrayLike(preview);
  out.append(structurePrefix(preview), TextKind::Muted);
  out.append(array ? u"[" : u"{");
  if (!preview.entries.empty()) {
    appendEntries(out, preview);
  } else if (array) {
    appendElements(out, preview);
  } else {
    appendProperties(out, preview);
  }
  if (preview.overflow) out.append(preview.properties.empty() && preview.entries.empty() ? u"…" : u", …");
  out.append(array ? u"]" : u"}");
  return out;
}

StyledText valueText(const RemoteObject& value, ValuePlacement placement) {
  if (value.type == u"string") {
    const QString text = value.text();
    return placement == ValuePlacement::Message ? StyledText(text) : StyledText(quoted(text), TextKind::String);
  }
  if (value.subtype == u"error") {
    StyledText out;
    if (placement == ValuePlacement::Message) {
      appendStack(out, value.description, TextKind::Plain);
    } else {
      out.append(value.description.section(QLatin1Char('\n'), 0, 0), TextKind::Error);
    }
    return out;
  }
  if (value.type == u"function") return StyledText(functionSignature(value.description), TextKind::Function);
  if (value.preview) return previewText(*value.preview);
  return StyledText(value.text(), kindOfPrimitive(value.type, value.subtype));
}

}  // namespace vmscope::ui
