#include "ui/docks/console/ConsoleFormat.h"

#include <QCoreApplication>
#include <QHash>
#include <cmath>

#include "ui/docks/console/ConsoleTable.h"
#include "ui/docks/values/ValueText.h"

namespace vmscope::ui {
namespace {

constexpr int kLongestText = 100'000;

struct Text {
  Q_DECLARE_TR_FUNCTIONS(ConsoleFormat)
};

double numberIn(const RemoteObject& value) {
  if (value.value && value.value->is_number()) return value.value->get<double>();
  bool ok = false;
  const double parsed = value.type == u"string" ? value.text().trimmed().toDouble(&ok) : 0;
  return ok ? parsed : std::nan("");
}

QString wholeNumber(const RemoteObject& value) {
  if (value.type == u"bigint") return value.text();
  const double number = numberIn(value);
  return std::isnan(number) ? QStringLiteral("NaN") : QString::number(std::trunc(number), 'f', 0);
}

QString anyNumber(const RemoteObject& value) {
  const double number = numberIn(value);
  return std::isnan(number) ? QStringLiteral("NaN") : QString::number(number, 'g', 17);
}

// Writes one argument as its % directive asks; false when the letter is none.
bool appendDirective(StyledText& out, QChar letter, const RemoteObject& argument) {
  switch (letter.unicode()) {
    case 's':
      out.append(argument.type == u"string" ? StyledText(argument.text())
                                            : valueText(argument, ValuePlacement::Nested));
      return true;
    case 'd':
    case 'i':
      out.append(wholeNumber(argument), TextKind::Number);
      return true;
    case 'f':
      out.append(anyNumber(argument), TextKind::Number);
      return true;
    case 'o':
    case 'O':
      out.append(valueText(argument, ValuePlacement::Nested));
      return true;
    case 'c':
      return true;  // says how what follows looks
    default:
      return false;
  }
}

// Returns how many arguments the format string took, itself included.
size_t appendFormatted(StyledText& out, const QString& format, const std::vector<RemoteObject>& arguments) {
  size_t used = 1;
  qsizetype from = 0;
  TextStyle style;
  int styledFrom = 0;
  const auto endStyle = [&] {
    out.setStyle(styledFrom, style);
    styledFrom = static_cast<int>(out.text().size());
  };
  for (qsizetype at = format.indexOf(QLatin1Char('%')); at >= 0 && at + 1 < format.size();
       at = format.indexOf(QLatin1Char('%'), at)) {
    const QChar letter = format.at(at + 1);
    const bool isPercent = letter == QLatin1Char('%');
    StyledText inserted;
    if (!isPercent && (used >= arguments.size() || !appendDirective(inserted, letter, arguments[used]))) {
      ++at;
      continue;
    }
    out.append(QStringView(format).mid(from, at - from + (isPercent ? 1 : 0)));
    out.append(inserted);
    if (letter == QLatin1Char('c')) {
      endStyle();
      style = textStyle(arguments[used].text());
    }
    if (!isPercent) ++used;
    at = from = at + 2;
  }
  out.append(QStringView(format).mid(from));
  endStyle();
  return used;
}

ConsoleLevel levelOf(const QString& type) {
  static const QHash<QString, ConsoleLevel> levels{{QStringLiteral("debug"), ConsoleLevel::Verbose},
                                                   {QStringLiteral("warning"), ConsoleLevel::Warning},
                                                   {QStringLiteral("error"), ConsoleLevel::Error},
                                                   {QStringLiteral("assert"), ConsoleLevel::Error}};
  return levels.value(type, ConsoleLevel::Info);
}

void limit(StyledText& text) {
  const qsizetype length = text.text().size();
  if (length <= kLongestText) return;
  text.truncate(kLongestText);
  text.append(QStringLiteral(" … "));
  text.append(Text::tr("(%1 more characters)").arg(length - kLongestText), TextKind::Muted);
}

SourcePlace placeOf(const StackFrame& frame) {
  return {frame.url, frame.lineNumber, frame.columnNumber, frame.scriptId};
}

std::unique_ptr<ValueNode> frameNode(const StackFrame& frame) {
  auto node = std::make_unique<ValueNode>();
  node->kind = ValueNode::Kind::Frame;
  node->text.append(frame.functionName.isEmpty() ? QStringLiteral("(anonymous)") : frame.functionName);
  node->text.append(u" @ ", TextKind::Muted);
  const SourcePlace place = placeOf(frame);
  node->text.appendLink(!place.url.isEmpty() ? shortText(place) : QStringLiteral("<anonymous>"), place);
  return node;
}

void appendFrames(ValueNode& details, const StackTrace& stack) {
  for (const StackFrame& frame : stack.callFrames) details.adopt(frameNode(frame));
  if (!stack.parent) return;
  auto boundary = std::make_unique<ValueNode>();
  boundary->kind = ValueNode::Kind::Note;
  const QString cause = stack.parent->description;
  boundary->text =
      StyledText(cause.isEmpty() ? Text::tr("(async)") : Text::tr("%1 (async)").arg(cause), TextKind::Muted);
  details.adopt(std::move(boundary));
  appendFrames(details, *stack.parent);
}

void attachStack(ConsoleEntry& entry, const StackTrace& stack) {
  if (!entry.details) entry.details = std::make_unique<ValueNode>();
  appendFrames(*entry.details, stack);
}

void attachObjects(ConsoleEntry& entry, const std::vector<RemoteObject>& arguments) {
  for (const RemoteObject& argument : arguments) {
    if (!argument.isObject()) continue;
    if (!entry.details) entry.details = std::make_unique<ValueNode>();
    entry.details->adopt(makeValueNode({}, argument, ValueNode::Kind::Argument));
  }
}

void setPlace(ConsoleEntry& entry, const std::optional<StackTrace>& stack) {
  if (stack && !stack->callFrames.empty()) entry.place = placeOf(stack->callFrames.front());
}

StyledText textOf(const ConsoleCall& call) {
  if (call.type == u"table") return consoleTable(call.args);
  if (call.type == u"dir" && !call.args.empty()) return valueText(call.args.front(), ValuePlacement::Nested);
  StyledText text;
  if (call.type == u"assert") {
    text.append(u"Assertion failed");
    const bool isSilent = call.args.empty() || (call.args.size() == 1 && call.args[0].text() == u"console.assert");
    if (isSilent) return text;
    text.append(u": ");
  }
  text.append(formattedArguments(call.args));
  return text;
}

}  // namespace

bool ConsoleEntry::repeatsWhat(const ConsoleEntry& other) const {
  const bool hasObjects = details && !details->children.empty() && details->children.front()->value.isObject();
  const bool isPlain = kind == Kind::Message && !opensGroup && !hasObjects;
  return isPlain && kind == other.kind && level == other.level && executionContextId == other.executionContextId &&
         group == other.group && isSamePlace(place, other.place) && text == other.text;
}

StyledText formattedArguments(const std::vector<RemoteObject>& arguments) {
  StyledText out;
  size_t used = 0;
  if (arguments.size() > 1 && arguments.front().type == u"string") {
    used = appendFormatted(out, arguments.front().text(), arguments);
  }
  for (; used < arguments.size(); ++used) {
    if (used > 0) out.append(u" ");
    out.append(valueText(arguments[used], ValuePlacement::Message));
  }
  return out;
}

ConsoleEntry consoleEntry(const ConsoleCall& call) {
  ConsoleEntry entry;
  entry.level = levelOf(call.type);
  entry.executionContextId = call.executionContextId;
  entry.timestamp = call.timestamp;
  entry.text = textOf(call);
  limit(entry.text);
  setPlace(entry, call.stackTrace);
  entry.opensGroup = call.type.startsWith(QLatin1String("startGroup"));
  entry.groupIsOpen = call.type != u"startGroupCollapsed";
  attachObjects(entry, call.args);
  const bool isTrace = call.type == u"trace";
  const bool explains = isTrace || entry.level == ConsoleLevel::Error || entry.level == ConsoleLevel::Warning;
  if (explains && call.stackTrace) attachStack(entry, *call.stackTrace);
  entry.showsDetails = isTrace || call.type == u"dir";
  return entry;
}

ConsoleEntry consoleEntry(double timestamp, const ExceptionDetails& details) {
  ConsoleEntry entry;
  entry.level = ConsoleLevel::Error;
  entry.executionContextId = details.executionContextId;
  entry.timestamp = timestamp;
  entry.exceptionId = details.exceptionId;
  const QString prefix = details.text.startsWith(QLatin1String("Uncaught")) ? QString() : QStringLiteral("Uncaught ");
  const bool isBare = details.text == u"Uncaught" && details.exception;
  appendStack(entry.text, isBare ? QStringLiteral("Uncaught ") + details.exception->text() : prefix + details.message(),
              TextKind::Plain);
  limit(entry.text);
  setPlace(entry, details.stackTrace);
  if (entry.place.url.isEmpty())
    entry.place = {details.url, details.lineNumber, details.columnNumber, details.scriptId};
  if (details.exception) attachObjects(entry, {*details.exception});
  if (details.stackTrace) attachStack(entry, *details.stackTrace);
  return entry;
}

ConsoleEntry inputEntry(const QString& expression, int executionContextId) {
  ConsoleEntry entry;
  entry.kind = ConsoleEntry::Kind::Input;
  entry.executionContextId = executionContextId;
  entry.text = StyledText(expression);
  return entry;
}

ConsoleEntry resultEntry(const Evaluation& evaluation, int executionContextId) {
  if (evaluation.exceptionDetails) {
    ConsoleEntry entry = consoleEntry(0, *evaluation.exceptionDetails);
    entry.executionContextId = executionContextId;
    return entry;
  }
  ConsoleEntry entry;
  entry.kind = ConsoleEntry::Kind::Result;
  entry.executionContextId = executionContextId;
  const bool isError = evaluation.result.subtype == u"error";
  entry.text = valueText(evaluation.result, isError ? ValuePlacement::Message : ValuePlacement::Nested);
  limit(entry.text);
  attachObjects(entry, {evaluation.result});
  return entry;
}

ConsoleEntry noteEntry(const QString& text, ConsoleLevel level) {
  ConsoleEntry entry;
  entry.kind = ConsoleEntry::Kind::Note;
  entry.level = level;
  entry.text = StyledText(text, TextKind::Muted);
  return entry;
}

}  // namespace vmscope::ui
