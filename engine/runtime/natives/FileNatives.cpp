#include <fcntl.h>
#include <uv.h>

#include <memory>

#include "engine/EventLoop.h"
#include "engine/Isolate.h"
#include "engine/runtime/Bindings.h"
#include "engine/runtime/Program.h"
#include "engine/runtime/natives/FileOperations.h"
#include "engine/runtime/natives/Natives.h"

namespace vmscope::runtime {

namespace {

using Answer = FileOperation::Answer;

double numberIn(Call& call, v8::Local<v8::Object> asked, std::string_view name, double fallback) {
  const auto value = get(call.lock, call.context, asked, name);
  return value->IsNumber() ? value.As<v8::Number>()->Value() : fallback;
}

std::string textIn(Call& call, v8::Local<v8::Object> asked, std::string_view name) {
  const auto value = get(call.lock, call.context, asked, name);
  return value->IsString() ? call.lock.text(value) : "";
}

FileRequest requestOf(Call& call, v8::Local<v8::Object> asked) {
  FileRequest request;
  request.path = textIn(call, asked, "path");
  request.other = textIn(call, asked, "other");
  request.descriptor = static_cast<int>(numberIn(call, asked, "fd", -1));
  request.flags = static_cast<int>(numberIn(call, asked, "flags", 0));
  request.mode = static_cast<int>(numberIn(call, asked, "mode", 0));
  request.position = static_cast<std::int64_t>(numberIn(call, asked, "position", -1));
  request.accessed = numberIn(call, asked, "accessed", 0);
  request.modified = numberIn(call, asked, "modified", 0);
  const auto [data, length] = bytesOf(get(call.lock, call.context, asked, "bytes"));
  request.bytes.assign(data, data + length);
  return request;
}

// "ENOENT: no such file or directory, open 'x'", with errno, code, syscall and path.
v8::Local<v8::Value> errorOf(Lock& lock, v8::Local<v8::Context> context, const FileRequest& request,
                             const FileResult& result) {
  const std::string code = uv_err_name(result.error);
  std::string message = code + ": " + uv_strerror(result.error) + ", " + result.call;
  const std::string_view failed = result.call;
  const bool isNamed = !request.path.empty() && failed != "read" && failed != "write";  // those know only a descriptor
  if (isNamed) message += " '" + request.path + "'";
  if (!request.other.empty()) message += " -> '" + request.other + "'";
  const auto error = v8::Exception::Error(lock.string(message)).As<v8::Object>();
  set(lock, context, error, "errno", v8::Integer::New(lock.v8(), result.error));
  set(lock, context, error, "code", lock.string(code));
  set(lock, context, error, "syscall", lock.name(result.call));
  if (isNamed) set(lock, context, error, "path", lock.string(request.path));
  if (!request.other.empty()) set(lock, context, error, "dest", lock.string(request.other));
  return error;
}

v8::Local<v8::Value> statusObject(Lock& lock, v8::Local<v8::Context> context, const FileStatus& status) {
  const auto object = v8::Object::New(lock.v8());
  const std::pair<const char*, double> fields[] = {
      {"dev", status.device},        {"mode", status.mode},        {"nlink", status.links},
      {"uid", status.user},          {"gid", status.group},        {"rdev", status.rawDevice},
      {"blksize", status.blockSize}, {"ino", status.inode},        {"size", status.size},
      {"blocks", status.blocks},     {"atimeMs", status.accessed}, {"mtimeMs", status.modified},
      {"ctimeMs", status.changed},   {"birthtimeMs", status.born},
  };
  for (const auto& [name, number] : fields) set(lock, context, object, name, v8::Number::New(lock.v8(), number));
  return object;
}

v8::Local<v8::Value> namesObject(Lock& lock, v8::Local<v8::Context> context, const FileResult& result) {
  std::vector<v8::Local<v8::Value>> pairs;
  for (std::size_t at = 0; at < result.names.size(); ++at) {
    v8::Local<v8::Value> both[] = {lock.string(result.names[at]), v8::Integer::New(lock.v8(), result.kinds[at])};
    pairs.push_back(v8::Array::New(lock.v8(), both, 2));
  }
  return v8::Array::New(lock.v8(), pairs.data(), pairs.size());
}

v8::Local<v8::Value> valueOf(Lock& lock, v8::Local<v8::Context> context, Answer answer, const FileResult& result) {
  switch (answer) {
    case Answer::Number:
      return v8::Number::New(lock.v8(), result.number);
    case Answer::Text:
      return lock.string(result.text);
    case Answer::Bytes:
      return makeBytes(lock, result.bytes);
    case Answer::Names:
      return namesObject(lock, context, result);
    case Answer::Status:
      return statusObject(lock, context, result.status);
    default:
      return v8::Undefined(lock.v8());
  }
}

// (operation, request): its answer, or its error thrown.
void now(const Info& info) {
  Call call(info);
  const FileOperation* operation = findFileOperation(call.text(0));
  const FileRequest request = requestOf(call, call[1].As<v8::Object>());
  const FileResult result = operation->run(request);
  if (result.error != 0) return call.throws(errorOf(call.lock, call.context, request, result));
  call.returns(valueOf(call.lock, call.context, operation->answer, result));
}

/// An operation on libuv's threads; lives until the program has been told.
struct Pending {
  uv_work_t work{};
  Program* program = nullptr;
  const FileOperation* operation = nullptr;
  FileRequest request;
  FileResult result;
  v8::Global<v8::Function> callback;
};

void tell(Lock& lock, const Pending& done) {
  const auto context = done.program->context(lock);
  v8::Local<v8::Value> arguments[] = {v8::Null(lock.v8()), v8::Undefined(lock.v8())};
  if (done.result.error != 0) {
    arguments[0] = errorOf(lock, context, done.request, done.result);
  } else {
    arguments[1] = valueOf(lock, context, done.operation->answer, done.result);
  }
  done.program->call(lock, done.callback.Get(lock.v8()), v8::Undefined(lock.v8()), arguments);
}

void finish(uv_work_t* work, int) {
  const std::shared_ptr<const Pending> done(static_cast<Pending*>(work->data));
  done->program->deliver("fs." + std::string(done->operation->name), [done](Lock& lock) { tell(lock, *done); });
}

// (operation, request, callback)
void later(const Info& info) {
  Call call(info);
  auto pending = std::make_unique<Pending>();
  pending->program = &Program::from(call.lock.v8());
  pending->operation = findFileOperation(call.text(0));
  pending->request = requestOf(call, call[1].As<v8::Object>());
  pending->callback.Reset(call.lock.v8(), call[2].As<v8::Function>());
  pending->work.data = pending.get();
  const auto run = [](uv_work_t* work) {
    auto& asked = *static_cast<Pending*>(work->data);
    asked.result = asked.operation->run(asked.request);
  };
  uv_queue_work(call.lock.isolate().loop().uv(), &pending.release()->work, run, &finish);
}

constexpr Method kMethods[] = {{"now", &now}, {"later", &later}};

constexpr std::pair<const char*, int> kConstants[] = {
    {"F_OK", 0},
    {"R_OK", 4},
    {"W_OK", 2},
    {"X_OK", 1},
    {"COPYFILE_EXCL", 1},
    {"O_RDONLY", O_RDONLY},
    {"O_WRONLY", O_WRONLY},
    {"O_RDWR", O_RDWR},
    {"O_CREAT", O_CREAT},
    {"O_EXCL", O_EXCL},
    {"O_TRUNC", O_TRUNC},
    {"O_APPEND", O_APPEND},
    {"O_SYNC", O_SYNC},
};

}  // namespace

void defineFileNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target) {
  define(lock, context, target, kMethods);
  const auto constants = v8::Object::New(lock.v8());
  for (const auto& [name, number] : kConstants)
    set(lock, context, constants, name, v8::Integer::New(lock.v8(), number));
  set(lock, context, target, "constants", constants);
}

}  // namespace vmscope::runtime
