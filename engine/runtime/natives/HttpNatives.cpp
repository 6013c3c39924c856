#include <llhttp.h>

#include <memory>
#include <string>
#include <vector>

#include "engine/Isolate.h"
#include "engine/runtime/Bindings.h"
#include "engine/runtime/natives/Natives.h"

namespace vmscope::runtime {

namespace {

/// llhttp on one connection. What it finds goes to a JavaScript function: (event, value).
///
/// Owned by the JavaScript object that stands for it, and freed with it.
class Parser {
 public:
  Parser(Lock& lock, llhttp_type_t type, v8::Local<v8::Object> object, v8::Local<v8::Function> listener);

  /// What is wrong with the message, or empty.
  std::string parse(Lock& lock, const std::vector<std::uint8_t>& bytes);
  std::string finish(Lock& lock);

 private:
  static Parser& of(llhttp_t* parser) { return *static_cast<Parser*>(parser->data); }
  static int append(std::string& text, const char* at, std::size_t length);
  static const llhttp_settings_t& settings();

  int tellHead();
  int tell(std::string_view event, v8::Local<v8::Value> value);
  void beginMessage();
  void endHeader();

  llhttp_t parser_{};
  v8::Global<v8::Object> object_;
  v8::Global<v8::Function> listener_;
  Lock* lock_ = nullptr;  // while it parses
  std::string url_;
  std::string status_;
  std::string field_;
  std::string value_;
  std::vector<std::string> headers_;
};

Parser::Parser(Lock& lock, llhttp_type_t type, v8::Local<v8::Object> object, v8::Local<v8::Function> listener)
    : object_(lock.v8(), object), listener_(lock.v8(), listener) {
  llhttp_init(&parser_, type, &settings());
  parser_.data = this;
  object->SetAlignedPointerInInternalField(0, this);
  object_.SetWeak(
      this, [](const v8::WeakCallbackInfo<Parser>& info) { delete info.GetParameter(); },
      v8::WeakCallbackType::kParameter);
}

int Parser::append(std::string& text, const char* at, std::size_t length) {
  text.append(at, length);
  return 0;
}

const llhttp_settings_t& Parser::settings() {
  static const llhttp_settings_t made = [] {
    llhttp_settings_t settings;
    llhttp_settings_init(&settings);
    settings.on_message_begin = [](llhttp_t* parser) { return of(parser).beginMessage(), 0; };
    settings.on_url = [](llhttp_t* p, const char* at, std::size_t size) { return append(of(p).url_, at, size); };
    settings.on_status = [](llhttp_t* p, const char* at, std::size_t size) { return append(of(p).status_, at, size); };
    settings.on_header_field = [](llhttp_t* p, const char* at, std::size_t size) {
      return append(of(p).field_, at, size);
    };
    settings.on_header_value = [](llhttp_t* p, const char* at, std::size_t size) {
      return append(of(p).value_, at, size);
    };
    settings.on_header_value_complete = [](llhttp_t* parser) { return of(parser).endHeader(), 0; };
    settings.on_headers_complete = [](llhttp_t* parser) { return of(parser).tellHead(); };
    settings.on_body = [](llhttp_t* parser, const char* at, std::size_t size) {
      Parser& self = of(parser);
      return self.tell("body", makeBytes(*self.lock_, {at, at + size}));
    };
    settings.on_message_complete = [](llhttp_t* parser) {
      return of(parser).tell("complete", v8::Undefined(of(parser).lock_->v8()));
    };
    return settings;
  }();
  return made;
}

void Parser::beginMessage() {
  url_.clear();
  status_.clear();
  headers_.clear();
}

void Parser::endHeader() {
  headers_.push_back(std::move(field_));
  headers_.push_back(std::move(value_));
  field_.clear();
  value_.clear();
}

int Parser::tellHead() {
  v8::Isolate* isolate = lock_->v8();
  const auto context = isolate->GetCurrentContext();
  const auto head = v8::Object::New(isolate);
  std::vector<v8::Local<v8::Value>> headers;
  for (const auto& text : headers_) headers.push_back(lock_->string(text));
  const bool isRequest = parser_.type == HTTP_REQUEST;
  const auto method = static_cast<llhttp_method_t>(parser_.method);
  set(*lock_, context, head, "rawHeaders", v8::Array::New(isolate, headers.data(), headers.size()));
  set(*lock_, context, head, "method", isRequest ? lock_->name(llhttp_method_name(method)) : lock_->name(""));
  set(*lock_, context, head, "url", lock_->string(url_));
  set(*lock_, context, head, "statusCode", v8::Integer::New(isolate, parser_.status_code));
  set(*lock_, context, head, "statusMessage", lock_->string(status_));
  set(*lock_, context, head, "major", v8::Integer::New(isolate, parser_.http_major));
  set(*lock_, context, head, "minor", v8::Integer::New(isolate, parser_.http_minor));
  set(*lock_, context, head, "keepsAlive", v8::Boolean::New(isolate, llhttp_should_keep_alive(&parser_) != 0));
  return tell("head", head);
}

// A listener that throws stops the parser; its exception stays pending. True from 'head' means: no body follows.
int Parser::tell(std::string_view event, v8::Local<v8::Value> value) {
  v8::Local<v8::Value> arguments[] = {lock_->name(event), value};
  v8::Local<v8::Value> answer;
  const auto context = lock_->v8()->GetCurrentContext();
  if (!listener_.Get(lock_->v8())->Call(context, object_.Get(lock_->v8()), 2, arguments).ToLocal(&answer))
    return HPE_USER;
  return event == "head" && answer->IsTrue() ? 1 : 0;
}

std::string Parser::parse(Lock& lock, const std::vector<std::uint8_t>& bytes) {
  lock_ = &lock;
  const auto error = llhttp_execute(&parser_, reinterpret_cast<const char*>(bytes.data()), bytes.size());
  lock_ = nullptr;
  if (error == HPE_OK || error == HPE_PAUSED_UPGRADE) return {};
  return std::string(llhttp_errno_name(error));
}

std::string Parser::finish(Lock& lock) {
  lock_ = &lock;
  const auto error = llhttp_finish(&parser_);
  lock_ = nullptr;
  return error == HPE_OK ? "" : llhttp_errno_name(error);
}

void makeParser(const Info& info) {
  Call call(info);
  const auto shape = v8::ObjectTemplate::New(call.lock.v8());
  shape->SetInternalFieldCount(1);
  const auto object = shape->NewInstance(call.context).ToLocalChecked();
  new Parser(call.lock, call.flag(0) ? HTTP_REQUEST : HTTP_RESPONSE, object, call[1].As<v8::Function>());
  call.returns(object.As<v8::Value>());
}

Parser& parserOf(const Call& call) {
  return *static_cast<Parser*>(call[0].As<v8::Object>()->GetAlignedPointerFromInternalField(0));
}

// (parser, bytes): llhttp's name of what is wrong, or "".
void parse(const Info& info) {
  Call call(info);
  const auto [data, length] = bytesOf(call[1]);
  const std::string wrong = parserOf(call).parse(call.lock, {data, data + length});
  if (wrong != "HPE_USER") call.returns(std::string_view(wrong));
}

void finish(const Info& info) {
  Call call(info);
  const std::string wrong = parserOf(call).finish(call.lock);
  if (wrong != "HPE_USER") call.returns(std::string_view(wrong));
}

constexpr Method kMethods[] = {{"makeParser", &makeParser}, {"parse", &parse}, {"finish", &finish}};

}  // namespace

void defineHttpNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target) {
  define(lock, context, target, kMethods);
}

}  // namespace vmscope::runtime
