#include "engine/vm/ErrorDecoration.h"

#include <algorithm>

namespace vmscope {

namespace {

v8::Local<v8::Private> decoratedKey(const Lock& lock) {
  return v8::Private::ForApi(lock.v8(), lock.name("vmscope.decorated"));
}

// Tabs are kept, so that the carets stand under the place at any tab width.
std::string caretLine(const std::u16string& source, int start, int end) {
  std::string carets;
  const auto size = static_cast<int>(source.size());
  for (int i = 0; i < std::min(start, size); ++i) carets += source[static_cast<std::size_t>(i)] == u'\t' ? '\t' : ' ';
  for (int i = start; i < std::min(end, size); ++i) carets += '^';
  return carets;
}

std::u16string utf16(const Lock& lock, v8::Local<v8::String> text) {
  std::u16string units(static_cast<std::size_t>(text->Length()), u'\0');
  text->WriteV2(lock.v8(), 0, static_cast<std::uint32_t>(text->Length()),
                reinterpret_cast<std::uint16_t*>(units.data()));
  return units;
}

}  // namespace

std::string sourceArrow(const Lock& lock, v8::Local<v8::Message> message) {
  const auto context = lock.v8()->GetCurrentContext();
  v8::Local<v8::String> source;
  if (message.IsEmpty() || !message->GetSourceLine(context).ToLocal(&source)) return {};
  const int line = message->GetLineNumber(context).FromMaybe(0);
  const v8::ScriptOrigin origin = message->GetScriptOrigin();
  // Columns of a script's first line count from its offset, which the text does not show.
  const int shift = line - origin.LineOffset() == 1 ? origin.ColumnOffset() : 0;
  int start = message->GetStartColumn(context).FromMaybe(0);
  int end = message->GetEndColumn(context).FromMaybe(0);
  if (start >= shift) {
    start -= shift;
    end -= shift;
  }
  const auto name = message->GetScriptResourceName();
  if (name->StrictEquals(lock.name(kOwnScripts))) return {};
  return (name->IsUndefined() ? "<anonymous_script>" : lock.text(name)) + ":" + std::to_string(line) + "\n" +
         lock.text(source) + "\n" + caretLine(utf16(lock, source), start, end) + "\n";
}

bool isDecorated(const Lock& lock, v8::Local<v8::Value> error) {
  return error->IsObject() &&
         error.As<v8::Object>()->HasPrivate(lock.v8()->GetCurrentContext(), decoratedKey(lock)).FromMaybe(false);
}

void decorateStack(const Lock& lock, const v8::TryCatch& caught) {
  if (!caught.HasTerminated()) decorateStack(lock, caught.Exception(), caught.Message());
}

void decorateStack(const Lock& lock, v8::Local<v8::Value> value, v8::Local<v8::Message> message) {
  if (!value->IsObject() || isDecorated(lock, value)) return;
  const v8::TryCatch quiet(lock.v8());
  const auto context = lock.v8()->GetCurrentContext();
  const auto error = value.As<v8::Object>();
  const std::string arrow = sourceArrow(lock, message);
  v8::Local<v8::Value> stack;
  if (arrow.empty() || !error->Get(context, lock.name("stack")).ToLocal(&stack) || !stack->IsString()) return;
  const auto decorated = v8::String::Concat(lock.v8(), lock.string(arrow + "\n"), stack.As<v8::String>());
  if (!error->Set(context, lock.name("stack"), decorated).FromMaybe(false)) return;
  error->SetPrivate(context, decoratedKey(lock), v8::True(lock.v8())).FromMaybe(false);
}

}  // namespace vmscope
