#include "engine/runtime/UncaughtReport.h"

#include <algorithm>

#include "engine/runtime/Bindings.h"
#include "engine/runtime/inspect/Inspect.h"
#include "engine/vm/ErrorDecoration.h"

namespace vmscope::runtime {

namespace {

// Tabs stay tabs, so that the carets stand below the culprit however wide a tab is shown.
std::string carets(std::string_view line, int start, int end) {
  std::string marks;
  for (int column = 0; column < start && column < static_cast<int>(line.size()); ++column)
    marks += line[static_cast<std::size_t>(column)] == '\t' ? '\t' : ' ';
  return marks + std::string(static_cast<std::size_t>(std::max(1, end - start)), '^');
}

bool hasFrames(std::string_view stack) {
  return stack.find("\n    at ") != std::string_view::npos;
}

// An error without frames is shown as its stack alone, not in the brackets that inspection puts around it.
std::string describe(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Value> value) {
  if (value->IsString()) return lock.text(value);
  const std::string shown = inspect(lock, context, value);
  if (!value->IsNativeError()) return shown;
  const auto stack = lock.text(get(lock, context, value.As<v8::Object>(), "stack"));
  return !hasFrames(stack) && shown == "[" + stack + "]" ? stack : shown;
}

std::string terminationReport(TerminationReason reason) {
  switch (reason) {
    case TerminationReason::HeapLimit:
      return "vmscope-engine: out of memory: the program filled its JavaScript heap\n";
    case TerminationReason::Timeout:
      return "vmscope-engine: the program ran past its time limit\n";
    default:
      return "vmscope-engine: the program was terminated\n";
  }
}

}  // namespace

std::string sourceExcerpt(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Message> message) {
  v8::Local<v8::String> source;
  if (message.IsEmpty() || !message->GetSourceLine(context).ToLocal(&source)) return {};
  const std::string file = lock.text(message->GetScriptResourceName());
  const int number = message->GetLineNumber(context).FromMaybe(0);
  if (number == 0 || file == kOwnScripts) return {};  // our own code is no place that a person knows
  // Columns count in the script's own text: what an origin adds to its first line is not in the source line.
  const auto origin = message->GetScriptOrigin();
  const int shift = number == origin.LineOffset() + 1 ? origin.ColumnOffset() : 0;
  const std::string line = lock.text(source);
  const int start = message->GetStartColumn() >= shift ? message->GetStartColumn() - shift : message->GetStartColumn();
  const int end = start + (message->GetEndColumn() - message->GetStartColumn());
  return file + ":" + std::to_string(number) + "\n" + line + "\n" + carets(line, start, end);
}

std::string uncaughtReport(Lock& lock, v8::Local<v8::Context> context, const Thrown& thrown) {
  if (thrown.isTermination()) return terminationReport(thrown.termination);
  const std::string excerpt = sourceExcerpt(lock, context, thrown.message);
  const std::string shown = describe(lock, context, thrown.value);
  const bool isError = thrown.value->IsNativeError();
  std::string text;
  if (!excerpt.empty() && !shown.starts_with(excerpt)) text = isError ? excerpt + "\n\n" : "\n" + excerpt + "\n";
  return text + shown + "\n\nvmscope v" VMSCOPE_VERSION "\n";
}

}  // namespace vmscope::runtime
