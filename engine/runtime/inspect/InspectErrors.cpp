#include <algorithm>
#include <sstream>

#include "engine/runtime/inspect/Inspection.h"
#include "engine/runtime/inspect/Text.h"

namespace vmscope::runtime {

namespace {

constexpr std::size_t kNone = std::string::npos;

std::vector<std::string> splitLines(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t start = 0;;) {
    const auto end = text.find('\n', start);
    lines.emplace_back(text.substr(start, end == kNone ? kNone : end - start));
    if (end == kNone) return lines;
    start = end + 1;
  }
}

/// The longest run of more than three lines of `frames` that `others` has too: its start and its length.
std::pair<std::size_t, std::size_t> sharedRun(const std::vector<std::string>& frames,
                                              const std::vector<std::string>& others) {
  for (std::size_t at = 0; at + 3 < frames.size(); ++at) {
    const auto found = std::find(others.begin(), others.end(), frames[at]);
    const auto rest = static_cast<std::size_t>(others.end() - found);
    if (found == others.end() || rest <= 3) continue;
    const std::size_t most = std::min(frames.size() - at, rest);
    std::size_t length = 1;
    while (length < most && frames[at + length] == found[static_cast<std::ptrdiff_t>(length)]) ++length;
    if (length > 3) return {at, length};
  }
  return {0, 0};
}

// What begins a stack whose error has lost its class: letters up to a colon or the first frame.
std::string leadingName(const std::string& stack) {
  const auto isNameCharacter = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || std::string_view("_ []()-").find(c) != kNone;
  };
  std::size_t end = 0;
  while (end < stack.size() && isNameCharacter(stack[end])) ++end;
  const bool ends = stack.compare(end, 1, ":") == 0 || stack.compare(end, 7, "\n    at") == 0;
  if (end > 1 && ends && std::isupper(static_cast<unsigned char>(stack[0])) != 0) return stack.substr(0, end);
  return end == stack.size() && stack.ends_with("Error") && stack.find_first_of(" []()") == kNone ? stack : "";
}

}  // namespace

bool Inspection::isError(v8::Local<v8::Value> value) {
  if (!value->IsObject() || value->IsNativeError()) return value->IsNativeError();
  const auto maker = read(context_->Global(), "Error");
  const auto prototype = maker->IsObject() ? read(maker.As<v8::Object>(), "prototype") : maker;
  for (auto at = value; at->IsObject() && !at->IsProxy();) {
    at = at.As<v8::Object>()->GetPrototypeV2();
    if (at == prototype) return true;
  }
  return false;
}

std::string Inspection::stackOf(Object error) {
  const auto plain = [&] {
    const v8::TryCatch quiet(lock_.v8());
    const std::string name = lock_.text(read(error, "name"));
    const std::string message = lock_.text(read(error, "message"));
    const std::string shownName = read(error, "name")->IsUndefined() ? "Error" : name;
    if (read(error, "message")->IsUndefined() || message.empty()) return shownName;
    return shownName.empty() ? message : shownName + ": " + message;
  };
  const auto stack = read(error, "stack");
  if (stack->IsString() && stack.As<v8::String>()->Length() > 0) return lock_.text(stack);
  if (!stack->BooleanValue(lock_.v8())) return plain();
  seen_.push_back(error);
  indentation_ += 4;
  const std::string shown = value_(stack, 0);
  indentation_ -= 4;
  seen_.pop_back();
  return plain() + "\n    " + shown;
}

// A key whose text the stack shows already.
void Inspection::hideKey(Names& keys, std::string_view key, Object error, std::string_view stack) {
  const auto isThis = [&](const v8::Local<v8::Name>& each) { return each->IsString() && lock_.text(each) == key; };
  const auto it = std::find_if(keys.begin(), keys.end(), isThis);
  if (it == keys.end()) return;
  const auto value = read(error, key);
  if (!value->IsString() || stack.find(lock_.text(value)) != kNone) keys.erase(it);
}

std::string Inspection::error(Object thrown, Shape& shape, int) {
  std::string stack = stackOf(thrown);
  if (!options_.showHidden && !shape.keys.empty()) {
    const auto isStack = [&](const auto& key) { return key->IsString() && lock_.text(key) == "stack"; };
    if (const auto it = std::find_if(shape.keys.begin(), shape.keys.end(), isStack); it != shape.keys.end())
      shape.keys.erase(it);
    hideKey(shape.keys, "message", thrown, stack);
    hideKey(shape.keys, "name", thrown, stack);
  }
  const auto addKey = [&](std::string_view key) {
    const auto name = lock_.name(key);
    const auto isThis = [&](const auto& each) { return each->StrictEquals(name); };
    if (std::none_of(shape.keys.begin(), shape.keys.end(), isThis)) shape.keys.push_back(name);
  };
  if (hasOwn(thrown, lock_.name("cause"))) addKey("cause");
  if (hasOwn(thrown, lock_.name("errors")) && read(thrown, "errors")->IsArray()) addKey("errors");

  const auto name = read(thrown, "name");
  stack = improvedStack(std::move(stack), shape, name->IsNullOrUndefined() ? "Error" : lock_.text(name));

  const std::string message = lock_.text(read(thrown, "message"));
  const auto at = message.empty() || !read(thrown, "message")->IsString() ? kNone : stack.find(message);
  const auto frames = stack.find("\n    at", at == kNone || at == 0 ? 0 : at + message.size());
  if (frames == kNone) {
    stack = "[" + stack + "]";
  } else {
    stack = stack.substr(0, frames) + "\n" + framesOf(thrown, std::string_view(stack).substr(frames + 1));
  }
  return indentation_ == 0 ? stack : replaceAll(std::move(stack), "\n", "\n" + indent());
}

std::string Inspection::framesOf(Object thrown, std::string_view text) {
  std::vector<std::string> frames = splitLines(text);
  const auto cause = read(thrown, "cause");
  if (isError(cause)) {
    const std::string other = stackOf(cause.As<v8::Object>());
    const auto start = other.find("\n    at");
    if (start != kNone) {
      const auto [at, length] = sharedRun(frames, splitLines(std::string_view(other).substr(start + 1)));
      if (length > 0) {
        const auto first = frames.begin() + static_cast<std::ptrdiff_t>(at) + 1;
        frames.erase(first, first + static_cast<std::ptrdiff_t>(length) - 2);
        const std::string count = std::to_string(length - 2);
        frames.insert(frames.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                      style("    ... " + count + " lines matching cause stack trace ...", "undefined"));
      }
    }
  }
  std::string joined;
  for (const auto& frame : frames) joined += joined.empty() ? frame : "\n" + frame;
  return joined;
}

std::string Inspection::improvedStack(std::string stack, const Shape& shape, const std::string& name) const {
  std::size_t length = name.size();
  const bool startsWithName = name.ends_with("Error") && stack.starts_with(name) &&
                              (stack.size() == length || stack[length] == ':' || stack[length] == '\n');
  if (shape.constructor && !startsWithName) return stack;
  std::string fallback = "Error";
  if (!shape.constructor) {
    fallback = leadingName(stack);
    length = fallback.size();
    if (fallback.empty()) fallback = "Error";
  }
  std::string start = prefix(shape, fallback);
  start.pop_back();
  if (name == start) return stack;
  if (start.find(name) == kNone) return start + " [" + name + "]" + stack.substr(length);
  return length == 0 ? start + ": " + stack : start + stack.substr(length);
}

}  // namespace vmscope::runtime
