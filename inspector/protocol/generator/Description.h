#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace vmscope::generator {

/// What a property, parameter or alias holds, in C++ and as CDP describes it.
struct TypeUse {
  enum class Form { Text, Integer, Number, Boolean, Any, List, Reference, Enumeration };
  Form form = Form::Any;
  std::string domain;              // of a reference
  std::string name;                // of a reference or an enumeration of its own
  std::vector<std::string> words;  // of an enumeration
  std::vector<TypeUse> element;    // of a list: exactly one
};

/// A named value in a type, in parameters, in results or in an event.
struct Member {
  std::string name;
  std::string description;
  TypeUse type;
  bool optional = false;
};

/// A type of the domain: a struct, an enumeration or another name for a type.
struct NamedType {
  std::string name;
  std::string description;
  bool isStruct = false;
  std::vector<Member> members;
  TypeUse alias;
};

struct Command {
  std::string name;
  std::string description;
  std::vector<Member> parameters;
  std::vector<Member> returns;
};

struct Event {
  std::string name;
  std::string description;
  std::vector<Member> parameters;
};

/// One domain of the protocol, read from its description.
struct Domain {
  std::string name;
  bool openEnums = false;  // another program owns the domain and may add words to its enumerations
  std::vector<std::string> dependencies;
  std::vector<NamedType> types;
  std::vector<Command> commands;
  std::vector<Event> events;
};

/// Reads the domains of one description file; throws std::runtime_error that names what is wrong and where.
std::vector<Domain> readDomains(const nlohmann::ordered_json& file);

/// "createContext" -> "CreateContext", "wasm-expression-stack" -> "WasmExpressionStack".
std::string typeName(const std::string& name);

/// "HeapProfiler" -> "heap_profiler".
std::string namespaceName(const std::string& domain);

/// A name that C++ has not taken: "this" -> "this_".
std::string memberName(const std::string& name);

}  // namespace vmscope::generator
