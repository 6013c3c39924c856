#include "engine/runtime/natives/Natives.h"

#include "engine/Isolate.h"
#include "engine/runtime/Bindings.h"

namespace vmscope::runtime {

namespace {

struct Group {
  const char* name;
  DefineGroup define;
};

// clang-format off
constexpr Group kGroups[] = {
    {"bytes", &defineByteNatives},
    {"errors", &defineErrorNatives},
    {"fs", &defineFileNatives},
    {"http", &defineHttpNatives},
    {"imports", &defineImportNatives},
    {"inspect", &defineInspectNatives},
    {"module", &defineModuleNatives},
    {"net", &defineNetNatives},
    {"process", &defineProcessNatives},
    {"url", &defineUrlNatives},
    {"util", &defineUtilNatives},
};
// clang-format on

void makeGroup(v8::Local<v8::Name>, const v8::PropertyCallbackInfo<v8::Value>& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  const auto* group = static_cast<const Group*>(info.Data().As<v8::External>()->Value());
  const auto target = v8::Object::New(lock.v8());
  group->define(lock, lock.v8()->GetCurrentContext(), target);
  info.GetReturnValue().Set(target);
}

}  // namespace

v8::Local<v8::Object> makeNatives(Lock& lock, v8::Local<v8::Context> context) {
  const auto natives = v8::Object::New(lock.v8());
  for (const Group& group : kGroups) {
    const auto data = v8::External::New(lock.v8(), const_cast<Group*>(&group));
    natives->SetLazyDataProperty(context, lock.name(group.name), &makeGroup, data).Check();
  }
  return natives;
}

}  // namespace vmscope::runtime
