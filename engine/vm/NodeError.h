#pragma once

#include <v8.h>

#include <initializer_list>
#include <string>
#include <string_view>

#include "engine/Lock.h"

namespace vmscope {

/// The native class that an error of Node's extends.
enum class ErrorClass { Error, TypeError, RangeError, ReferenceError, SyntaxError };

/// Errors with Node's code, class and message, made in the current context: `code` is an own property, and the stack
/// and `toString` read `TypeError [CODE]: message` while `name` stays `TypeError`.
v8::Local<v8::Object> makeNodeError(const Lock& lock, ErrorClass type, std::string_view code, std::string_view message);
void throwNodeError(const Lock& lock, ErrorClass type, std::string_view code, std::string_view message);

/// As above, but with `code` only as a property: Node words the errors of its C++ part so.
void throwCodedError(const Lock& lock, ErrorClass type, std::string_view code, std::string_view message);

/// `The "options.timeout" property must be of type number. Received null`: ERR_INVALID_ARG_TYPE. `expected` names
/// types ("string"), classes ("DataView") or anything else ("vm.Context"), as Node words each.
void throwInvalidArgType(const Lock& lock, std::string_view name, std::initializer_list<std::string_view> expected,
                         v8::Local<v8::Value> received);
/// `The property 'options.mode' must be one of: 'a', 'b'. Received 'c'`: ERR_INVALID_ARG_VALUE.
void throwInvalidArgValue(const Lock& lock, std::string_view name, v8::Local<v8::Value> received,
                          std::string_view reason = "is invalid");
/// `The value of "options.timeout" is out of range. It must be >= 1. Received 0`: ERR_OUT_OF_RANGE.
void throwOutOfRange(const Lock& lock, std::string_view name, std::string_view range, v8::Local<v8::Value> received);
/// `Value of "this" must be of type Module`: ERR_INVALID_THIS.
void throwInvalidThis(const Lock& lock, std::string_view className);

/// What Node says after "Received" about a value of a wrong type: `type number (1)`, `an instance of Foo`.
std::string describeReceived(const Lock& lock, v8::Local<v8::Value> value);
/// What Node says after "Received" about a wrong value: as `util.inspect` shows it, with the inside of objects left
/// out.
std::string inspectReceived(const Lock& lock, v8::Local<v8::Value> value);

}  // namespace vmscope
