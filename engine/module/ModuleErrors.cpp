#include "engine/module/ModuleErrors.h"

namespace vmscope {

namespace {

v8::Local<v8::Value> make(ErrorClass errorClass, v8::Local<v8::String> message) {
  switch (errorClass) {
    case ErrorClass::Error:
      return v8::Exception::Error(message);
    case ErrorClass::TypeError:
      return v8::Exception::TypeError(message);
    case ErrorClass::RangeError:
      return v8::Exception::RangeError(message);
    case ErrorClass::ReferenceError:
      return v8::Exception::ReferenceError(message);
    case ErrorClass::SyntaxError:
      return v8::Exception::SyntaxError(message);
  }
  return {};
}

}  // namespace

v8::Local<v8::Object> codedError(Lock& lock, ErrorClass errorClass, std::string_view code, std::string_view message) {
  const auto context = lock.v8()->GetCurrentContext();
  const auto error = make(errorClass, lock.string(message)).As<v8::Object>();
  error->CreateDataProperty(context, lock.name("code"), lock.name(code)).Check();
  return error;
}

void throwCoded(Lock& lock, ErrorClass errorClass, std::string_view code, std::string_view message) {
  lock.v8()->ThrowException(codedError(lock, errorClass, code, message));
}

}  // namespace vmscope
