#include "inspector/LazyGlobals.h"

#include <v8.h>

#include "engine/Lock.h"
#include "engine/vm/Context.h"

namespace vmscope {

// The descriptor of such a property holds its value; that of a program's accessor holds the accessor, which is not
// called.
void makeLazyGlobals(Lock& lock, Context& context) {
  const v8::HandleScope handles(lock.v8());
  const auto v8Context = context.v8(lock);
  const v8::Context::Scope scope(v8Context);
  const v8::TryCatch caught(lock.v8());
  const auto global = v8Context->Global();
  v8::Local<v8::Array> names;
  if (!global->GetOwnPropertyNames(v8Context, v8::ALL_PROPERTIES).ToLocal(&names)) return;
  for (std::uint32_t i = 0; i < names->Length(); ++i) {
    v8::Local<v8::Value> name, descriptor;
    if (!names->Get(v8Context, i).ToLocal(&name) || !name->IsName()) continue;
    if (!global->GetOwnPropertyDescriptor(v8Context, name.As<v8::Name>()).ToLocal(&descriptor)) return;
  }
}

}  // namespace vmscope
