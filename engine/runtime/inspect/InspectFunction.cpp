#include "engine/runtime/inspect/InspectFunction.h"

#include <string>

#include "engine/runtime/Bindings.h"
#include "engine/runtime/Program.h"
#include "engine/runtime/inspect/Colors.h"
#include "engine/runtime/inspect/Inspection.h"

namespace vmscope::runtime {

namespace {

using Getters = InspectOptions::Getters;

int compactness(v8::Local<v8::Context> context, v8::Local<v8::Value> value) {
  if (value->IsTrue()) return InspectOptions::kCompactAlways;
  return value->IsNumber() ? value->Int32Value(context).FromMaybe(0) : 0;
}

Getters gettersOf(Lock& lock, v8::Local<v8::Value> value) {
  if (!value->IsString()) return value->BooleanValue(lock.v8()) ? Getters::All : Getters::Named;
  const std::string which = lock.text(value);
  return which == "get" ? Getters::WithoutSetter : which == "set" ? Getters::WithSetter : Getters::All;
}

double amountOf(v8::Local<v8::Context> context, v8::Local<v8::Value> value) {
  return value->IsNullOrUndefined() ? InspectOptions::kUnlimited : value->NumberValue(context).FromMaybe(0);
}

struct Option {
  std::string_view name;
  void (*read)(Lock&, v8::Local<v8::Context>, v8::Local<v8::Value>, InspectOptions&);
  v8::Local<v8::Value> (*write)(v8::Isolate*, const InspectOptions&);
};

template <bool InspectOptions::*member>
constexpr Option flagOption(std::string_view name) {
  return {name,
          [](Lock& lock, v8::Local<v8::Context>, v8::Local<v8::Value> value, InspectOptions& options) {
            options.*member = value->BooleanValue(lock.v8());
          },
          [](v8::Isolate* isolate, const InspectOptions& options) {
            return v8::Boolean::New(isolate, options.*member).As<v8::Value>();
          }};
}

template <double InspectOptions::*member>
constexpr Option amountOption(std::string_view name) {
  return {name,
          [](Lock&, v8::Local<v8::Context> context, v8::Local<v8::Value> value, InspectOptions& options) {
            options.*member = amountOf(context, value);
          },
          [](v8::Isolate* isolate, const InspectOptions& options) {
            return v8::Number::New(isolate, options.*member).As<v8::Value>();
          }};
}

constexpr Option kOptions[] = {
    flagOption<&InspectOptions::showHidden>("showHidden"),
    {"depth",
     [](Lock&, v8::Local<v8::Context> context, v8::Local<v8::Value> value, InspectOptions& options) {
       options.depth = amountOf(context, value);
       options.isDepthNull = value->IsNull();
     },
     [](v8::Isolate* isolate, const InspectOptions& options) {
       return options.isDepthNull ? v8::Null(isolate).As<v8::Value>()
                                  : v8::Number::New(isolate, options.depth).As<v8::Value>();
     }},
    flagOption<&InspectOptions::colors>("colors"),
    flagOption<&InspectOptions::customInspect>("customInspect"),
    flagOption<&InspectOptions::showProxy>("showProxy"),
    amountOption<&InspectOptions::maxArrayLength>("maxArrayLength"),
    amountOption<&InspectOptions::maxStringLength>("maxStringLength"),
    amountOption<&InspectOptions::breakLength>("breakLength"),
    {"compact",
     [](Lock&, v8::Local<v8::Context> context, v8::Local<v8::Value> value, InspectOptions& options) {
       options.compact = compactness(context, value);
     },
     [](v8::Isolate* isolate, const InspectOptions& options) {
       if (options.compact == InspectOptions::kCompactAlways) return v8::True(isolate).As<v8::Value>();
       if (options.compact == 0) return v8::False(isolate).As<v8::Value>();
       return v8::Integer::New(isolate, options.compact).As<v8::Value>();
     }},
    flagOption<&InspectOptions::sorted>("sorted"),
    {"getters",
     [](Lock& lock, v8::Local<v8::Context>, v8::Local<v8::Value> value, InspectOptions& options) {
       options.getters = gettersOf(lock, value);
     },
     [](v8::Isolate* isolate, const InspectOptions& options) {
       return v8::Boolean::New(isolate, options.getters != Getters::Named).As<v8::Value>();
     }},
    flagOption<&InspectOptions::numericSeparator>("numericSeparator"),
};

void stylize(const Info& info) {
  const Call call(info);
  if (!call.bound()->IsTrue() || !call[0]->IsString()) return call.returns(call[0]);
  call.returns(std::string_view(colored(call.text(0), call.text(1))));
}

// (value, options) or, as it once was, (value, showHidden, depth, colors).
void inspectFrom(const Info& info) {
  Call call(info);
  InspectOptions options = defaultInspectOptions(call.lock);
  if (call.count() > 2 && !call[2]->IsUndefined()) {
    options.depth = amountOf(call.context, call[2]);
    options.isDepthNull = call[2]->IsNull();
  }
  if (call.count() > 3 && !call[3]->IsUndefined()) options.colors = call.flag(3);
  if (call[1]->IsBoolean()) options.showHidden = call[1]->IsTrue();
  if (call[1]->IsObject() && !readInspectOptions(call.lock, call.context, call[1].As<v8::Object>(), options)) return;
  Inspection inspection(call.lock, call.context, options);
  const std::string text = inspection.format(call[0]);
  if (!inspection.hasFailed()) call.returns(std::string_view(text));
}

v8::Local<v8::Private> functionKey(v8::Isolate* isolate) {
  return v8::Private::ForApi(isolate, v8::String::NewFromUtf8Literal(isolate, "vmscope.inspect"));
}

}  // namespace

v8::Local<v8::Symbol> customInspectSymbol(v8::Isolate* isolate) {
  return v8::Symbol::For(isolate, v8::String::NewFromUtf8Literal(isolate, "nodejs.util.inspect.custom"));
}

v8::Local<v8::Function> inspectFunction(Lock& lock, v8::Local<v8::Context> context) {
  const auto holder = context->Global();
  const auto kept = holder->GetPrivate(context, functionKey(lock.v8())).ToLocalChecked();
  if (kept->IsFunction()) return kept.As<v8::Function>();
  const auto made = makeFunction(lock, context, {"inspect", &inspectFrom, 2});
  holder->SetPrivate(context, functionKey(lock.v8()), made).Check();
  return made;
}

v8::Local<v8::Object> optionsObject(Lock& lock, v8::Local<v8::Context> context, const InspectOptions& options,
                                    v8::Local<v8::Value> depth) {
  const auto object = v8::Object::New(lock.v8());
  const auto colors = v8::Boolean::New(lock.v8(), options.colors);
  set(lock, context, object, "stylize", makeFunction(lock, context, {"stylize", &stylize, 2}, colors));
  for (const Option& option : kOptions) set(lock, context, object, option.name, option.write(lock.v8(), options));
  if (!options.given.IsEmpty()) {
    const auto names = options.given->GetOwnPropertyNames(context).FromMaybe(v8::Local<v8::Array>());
    for (std::uint32_t at = 0; !names.IsEmpty() && at < names->Length(); ++at) {
      const auto name = names->Get(context, at).ToLocalChecked();
      if (!object->HasOwnProperty(context, name.As<v8::Name>()).FromMaybe(true))
        set(lock, context, object, lock.text(name), get(lock, context, options.given, lock.text(name)));
    }
  }
  set(lock, context, object, "depth", depth);
  return object;
}

bool readInspectOptions(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> given,
                        InspectOptions& options) {
  for (const Option& option : kOptions) {
    const auto name = lock.name(option.name);
    v8::Local<v8::Value> value;
    if (!given->HasOwnProperty(context, name).FromMaybe(false)) continue;
    if (!given->Get(context, name).ToLocal(&value)) return false;
    option.read(lock, context, value, options);
  }
  options.given = given;
  return true;
}

v8::Local<v8::Object> inspectOptionsObject(Lock& lock, v8::Local<v8::Context> context, const InspectOptions& options) {
  const auto object = v8::Object::New(lock.v8());
  for (const Option& option : kOptions) set(lock, context, object, option.name, option.write(lock.v8(), options));
  return object;
}

InspectOptions& defaultInspectOptions(Lock& lock) {
  return Program::from(lock.v8()).inspectDefaults();
}

}  // namespace vmscope::runtime
