#include <ada.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "engine/runtime/Bindings.h"
#include "engine/runtime/natives/Natives.h"

namespace vmscope::runtime {

namespace {

using Url = ada::url_aggregator;

struct Part {
  std::string_view name;
  std::string (*read)(const Url&);
  void (*write)(Url&, std::string_view);
};

template <typename Text>
std::string copied(Text text) {
  return std::string(text);
}

// The parts of a URL that JavaScript sees; all are read at once.
constexpr std::array kParts{
    Part{"href", [](const Url& url) { return copied(url.get_href()); },
         [](Url& url, std::string_view text) { url.set_href(text); }},
    Part{"origin", [](const Url& url) { return copied(url.get_origin()); }, nullptr},
    Part{"protocol", [](const Url& url) { return copied(url.get_protocol()); },
         [](Url& url, std::string_view text) { url.set_protocol(text); }},
    Part{"username", [](const Url& url) { return copied(url.get_username()); },
         [](Url& url, std::string_view text) { url.set_username(text); }},
    Part{"password", [](const Url& url) { return copied(url.get_password()); },
         [](Url& url, std::string_view text) { url.set_password(text); }},
    Part{"host", [](const Url& url) { return copied(url.get_host()); },
         [](Url& url, std::string_view text) { url.set_host(text); }},
    Part{"hostname", [](const Url& url) { return copied(url.get_hostname()); },
         [](Url& url, std::string_view text) { url.set_hostname(text); }},
    Part{"port", [](const Url& url) { return copied(url.get_port()); },
         [](Url& url, std::string_view text) { url.set_port(text); }},
    Part{"pathname", [](const Url& url) { return copied(url.get_pathname()); },
         [](Url& url, std::string_view text) { url.set_pathname(text); }},
    Part{"search", [](const Url& url) { return copied(url.get_search()); },
         [](Url& url, std::string_view text) { url.set_search(text); }},
    Part{"hash", [](const Url& url) { return copied(url.get_hash()); },
         [](Url& url, std::string_view text) { url.set_hash(text); }},
};

void returnParts(Call& call, const Url& url) {
  const auto parts = v8::Object::New(call.lock.v8());
  for (const Part& part : kParts) set(call.lock, call.context, parts, part.name, call.lock.string(part.read(url)));
  call.returns(parts.As<v8::Value>());
}

// (text, base): the parts, or undefined where it is no URL.
void parse(const Info& info) {
  Call call(info);
  std::optional<Url> base;
  if (!call[1]->IsUndefined()) {
    const auto parsed = ada::parse<Url>(call.text(1));
    if (!parsed) return;
    base = *parsed;
  }
  if (const auto url = ada::parse<Url>(call.text(0), base ? &*base : nullptr)) returnParts(call, *url);
}

// (href, part, text): the parts after one was set; what it cannot be set to leaves the URL as it was.
void change(const Info& info) {
  Call call(info);
  auto url = ada::parse<Url>(call.text(0));
  if (!url) return;
  const std::string name = call.text(1);
  for (const Part& part : kParts)
    if (part.name == name && part.write != nullptr) part.write(*url, call.text(2));
  returnParts(call, *url);
}

void toAscii(const Info& info) {
  Call call(info);
  const auto url = ada::parse<Url>("ws://" + call.text(0));
  call.returns(std::string_view(url ? copied(url->get_hostname()) : ""));
}

constexpr Method kMethods[] = {{"parse", &parse}, {"change", &change}, {"toAscii", &toAscii}};

}  // namespace

void defineUrlNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target) {
  define(lock, context, target, kMethods);
}

}  // namespace vmscope::runtime
