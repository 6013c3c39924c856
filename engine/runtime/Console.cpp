#include "engine/runtime/Console.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "engine/Isolate.h"
#include "engine/runtime/Builtins.h"
#include "engine/runtime/Program.h"
#include "engine/runtime/inspect/Format.h"
#include "engine/runtime/inspect/InspectFunction.h"
#include "engine/runtime/inspect/Inspection.h"
#include "engine/runtime/inspect/Text.h"

namespace vmscope::runtime {

namespace {

bool hasColors(Stream stream) {
  const char* terminal = std::getenv("TERM");
  const bool isPlain = terminal == nullptr || std::strcmp(terminal, "dumb") == 0 || std::getenv("NO_COLOR") != nullptr;
  return !isPlain && isatty(static_cast<int>(stream)) != 0;
}

Console::Values argumentsOf(const Call& call, int first = 0) {
  Console::Values values;
  for (int index = first; index < call.count(); ++index) values.push_back(call[index]);
  return values;
}

std::string labelOf(const Call& call) {
  return call[0]->IsUndefined() ? "default" : call.text(0);
}

void printText(Call& call, Console& console, Stream stream, std::string_view text) {
  console.print(call.lock, call.context, stream, {call.lock.string(text)});
}

void warn(Call& call, const std::string& message) {
  Program::from(call.lock.v8()).emitWarning(call.lock, "Warning", message);
}

template <Stream stream>
void log(Call& call, Console& console) {
  console.print(call.lock, call.context, stream, argumentsOf(call));
}

void dir(Call& call, Console& console) {
  InspectOptions options = defaultInspectOptions(call.lock);
  options.customInspect = false;
  options.colors = hasColors(Stream::Output);
  if (call[1]->IsObject() && !readInspectOptions(call.lock, call.context, call[1].As<v8::Object>(), options)) return;
  Inspection inspection(call.lock, call.context, options);
  const std::string text = inspection.format(call[0]);
  if (!inspection.hasFailed()) printText(call, console, Stream::Output, text);
}

void table(Call& call, Console& console) {
  if (!call[0]->IsObject()) return console.print(call.lock, call.context, Stream::Output, {call[0]});
  printText(call, console, Stream::Output, tableOf(call.lock, call.context, call[0], call[1]));
}

void group(Call& call, Console& console) {
  if (call.count() > 0) console.print(call.lock, call.context, Stream::Output, argumentsOf(call));
  console.enterGroup();
}

void groupEnd(Call&, Console& console) {
  console.leaveGroup();
}

void count(Call& call, Console& console) {
  const std::string label = labelOf(call);
  printText(call, console, Stream::Output, label + ": " + std::to_string(++console.counts[label]));
}

void countReset(Call& call, Console& console) {
  const std::string label = labelOf(call);
  if (console.counts.erase(label) == 0) warn(call, "Count for '" + label + "' does not exist");
}

void check(Call& call, Console& console) {
  if (call.flag(0)) return;
  Console::Values values = argumentsOf(call, 1);
  if (!values.empty() && values[0]->IsString()) {
    values[0] = call.lock.string("Assertion failed: " + call.lock.text(values[0]));
  } else {
    values.insert(values.begin(), call.lock.string("Assertion failed"));
  }
  console.print(call.lock, call.context, Stream::Error, values);
}

void trace(Call& call, Console& console) {
  InspectOptions options = defaultInspectOptions(call.lock);
  const auto message = format(call.lock, call.context, argumentsOf(call), options);
  if (!message) return;
  const auto error = v8::Exception::Error(call.lock.string(*message)).As<v8::Object>();
  const std::string stack = call.lock.text(get(call.lock, call.context, error, "stack"));
  printText(call, console, Stream::Error, "Trace" + stack.substr(std::strlen("Error")));
}

void time(Call& call, Console& console) {
  const std::string label = labelOf(call);
  if (!console.timers.emplace(label, Console::Clock::now()).second)
    warn(call, "Label '" + label + "' already exists for console.time()");
}

void printTime(Call& call, Console& console, const std::string& label, std::string_view method) {
  const auto started = console.timers.find(label);
  if (started == console.timers.end())
    return warn(call, "No such label '" + label + "' for console." + std::string(method) + "()");
  const std::chrono::duration<double, std::milli> passed = Console::Clock::now() - started->second;
  Console::Values values = argumentsOf(call, 1);
  values.insert(values.begin(), call.lock.string(label + ": " + durationText(passed.count())));
  console.print(call.lock, call.context, Stream::Output, values);
}

void timeLog(Call& call, Console& console) {
  printTime(call, console, labelOf(call), "timeLog");
}

void timeEnd(Call& call, Console& console) {
  const std::string label = labelOf(call);
  printTime(call, console, label, "timeEnd");
  console.timers.erase(label);
}

void clear(Call&, Console& console) {
  if (hasColors(Stream::Output)) console.write(Stream::Output, "\x1B[1;1H\x1B[0J");
}

// V8's own method of the same name, which an inspector listens to, is bound to ours.
template <void (*print)(Call&, Console&)>
void forward(const Info& info) {
  Call call(info);
  if (call.bound()->IsFunction()) {
    Console::Values values = argumentsOf(call);
    const auto result = call.bound().As<v8::Function>()->Call(call.context, call.self(), call.count(), values.data());
    if (result.IsEmpty()) return;
  }
  print(call, Program::from(call.lock.v8()).console());
}

constexpr Method kMethods[] = {
    {"log", &forward<&log<Stream::Output>>},
    {"info", &forward<&log<Stream::Output>>},
    {"debug", &forward<&log<Stream::Output>>},
    {"error", &forward<&log<Stream::Error>>},
    {"warn", &forward<&log<Stream::Error>>},
    {"dirxml", &forward<&log<Stream::Output>>},
    {"dir", &forward<&dir>},
    {"table", &forward<&table>},
    {"group", &forward<&group>},
    {"groupCollapsed", &forward<&group>},
    {"groupEnd", &forward<&groupEnd>},
    {"count", &forward<&count>},
    {"countReset", &forward<&countReset>},
    {"assert", &forward<&check>},
    {"trace", &forward<&trace>},
    {"time", &forward<&time>},
    {"timeLog", &forward<&timeLog>},
    {"timeEnd", &forward<&timeEnd>},
    {"clear", &forward<&clear>},
};

// `Console` and `createTask`, which an inspector replaces: made when they are first read.
void readLazily(v8::Local<v8::Name> name, const v8::PropertyCallbackInfo<v8::Value>& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  Program& program = Program::from(lock.v8());
  const auto main = program.context(lock);
  const v8::Context::Scope scope(main);
  v8::Local<v8::Value> module;
  if (program.builtins().require(lock, main, "_console").ToLocal(&module))
    info.GetReturnValue().Set(get(lock, main, module.As<v8::Object>(), lock.text(name)));
}

}  // namespace

std::string durationText(double milliseconds) {
  char text[64];
  if (milliseconds >= 60'000) {
    const int hours = static_cast<int>(milliseconds / 3'600'000);
    const int minutes = static_cast<int>(milliseconds / 60'000) % 60;
    const double seconds = milliseconds / 1000 - hours * 3600.0 - minutes * 60.0;
    if (hours > 0) {
      std::snprintf(text, sizeof text, "%d:%02d:%06.3f (h:mm:ss.mmm)", hours, minutes, seconds);
    } else {
      std::snprintf(text, sizeof text, "%d:%06.3f (m:ss.mmm)", minutes, seconds);
    }
    return text;
  }
  if (milliseconds >= 1000) {
    std::snprintf(text, sizeof text, "%.3fs", milliseconds / 1000);
    return text;
  }
  std::snprintf(text, sizeof text, "%.3f", milliseconds);
  std::string shown = text;
  while (shown.ends_with('0')) shown.pop_back();
  if (shown.ends_with('.')) shown.pop_back();
  return shown + "ms";
}

Console::Console(Program& program, Lock& lock, v8::Local<v8::Context> context) : program_(program) {
  const auto console = get(lock, context, context->Global(), "console").As<v8::Object>();
  for (const Method& method : kMethods) {
    const auto theirs = get(lock, context, console, method.name);
    set(lock, context, console, method.name, makeFunction(lock, context, method, theirs));
  }
  for (const char* name : {"Console", "createTask"}) {
    if (get(lock, context, console, name)->IsUndefined())
      console->SetLazyDataProperty(context, lock.name(name), &readLazily).Check();
  }
}

void Console::print(Lock& lock, v8::Local<v8::Context> context, Stream stream, const Values& values) {
  if (program_.options().console == ConsoleOutput::Nowhere) return;
  InspectOptions options = defaultInspectOptions(lock);
  options.colors = options.colors || hasColors(stream);
  auto text = format(lock, context, values, options);
  if (!text) return;
  if (indentation_ > 0) {
    const std::string margin(indentation_, ' ');
    *text = margin + replaceAll(std::move(*text), "\n", "\n" + margin);
  }
  write(stream, *text + "\n");
}

void Console::write(Stream stream, std::string_view text) const {
  if (program_.options().console == ConsoleOutput::Streams) writeStream(stream, text);
}

}  // namespace vmscope::runtime
