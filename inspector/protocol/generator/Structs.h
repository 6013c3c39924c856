#pragma once

#include <string>
#include <vector>

#include "inspector/protocol/generator/Description.h"

namespace vmscope::generator {

/// A struct that is made for a domain: a type, the parameters or results of a command, or an event.
struct Struct {
  std::string name;
  const std::vector<Member>* members;
};

std::vector<Struct> structs(const Domain& domain);

/// An enumeration with its name as code outside the struct writes it, such as "CallFrame::Type".
struct Enumeration {
  std::string name;
  const TypeUse* type;
};

std::vector<Enumeration> enumerations(const Domain& domain);
std::vector<std::string> enumerationNames(const Domain& domain);

/// Whether words that are not described are read as "Other": the domain belongs to V8, which may add some.
bool hasOther(const Domain& domain, const TypeUse& enumeration);

}  // namespace vmscope::generator
