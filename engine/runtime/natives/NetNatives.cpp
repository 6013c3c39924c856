#include <uv.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "engine/EventLoop.h"
#include "engine/Isolate.h"
#include "engine/runtime/Bindings.h"
#include "engine/runtime/Program.h"
#include "engine/runtime/natives/Natives.h"

namespace vmscope::runtime {

namespace {

constexpr int kBacklog = 511;

/// A TCP socket, listening or connected, that JavaScript holds as an object of its own with a listener function:
/// listener(event, value). It keeps itself until libuv has closed it.
class Socket {
 public:
  static Socket& make(Call& call, v8::Local<v8::Function> listener);
  static Socket* from(const Call& call);

  v8::Local<v8::Object> object(const Lock& lock) const { return object_.Get(lock.v8()); }
  int listen(const std::string& host, int port);
  int connect(const std::string& host, int port);
  int startReading();
  void write(std::vector<std::uint8_t> bytes);
  void shutDown();
  void close();
  void ref(bool holds);
  std::pair<std::string, int> address(bool peer) const;

  void tell(Lock& lock, std::string_view event, v8::Local<v8::Value> value);

 private:
  struct Write {
    uv_write_t request{};
    Socket* socket = nullptr;
    std::vector<std::uint8_t> bytes;
  };

  Socket(Program& program, Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Function> listener);

  uv_stream_t* stream() { return reinterpret_cast<uv_stream_t*>(&handle_); }
  void accept(Lock& lock);
  void read(ssize_t count, const uv_buf_t* buffer);
  void tellRead(Lock& lock, ssize_t count, const std::vector<std::uint8_t>& bytes);
  template <typename Act>
  void deliver(std::string_view event, Act act);
  bool isPaused() const { return program_.isolate().loop().isProgramPaused(); }

  Program& program_;
  uv_tcp_t handle_{};
  uv_connect_t connect_{};
  uv_shutdown_t shutdown_{};
  std::vector<char> buffer_;
  v8::Global<v8::Object> object_;
  v8::Global<v8::Function> listener_;
};

v8::Local<v8::ObjectTemplate> socketTemplate(v8::Isolate* isolate) {
  const auto shape = v8::ObjectTemplate::New(isolate);
  shape->SetInternalFieldCount(1);
  return shape;
}

Socket::Socket(Program& program, Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Function> listener)
    : program_(program), listener_(lock.v8(), listener) {
  uv_tcp_init(program.isolate().loop().uv(), &handle_);
  handle_.data = this;
  const auto object = socketTemplate(lock.v8())->NewInstance(context).ToLocalChecked();
  object->SetAlignedPointerInInternalField(0, this);
  object_.Reset(lock.v8(), object);
}

Socket& Socket::make(Call& call, v8::Local<v8::Function> listener) {
  return *new Socket(Program::from(call.lock.v8()), call.lock, call.context, listener);  // freed by `close`
}

Socket* Socket::from(const Call& call) {
  return static_cast<Socket*>(call[0].As<v8::Object>()->GetAlignedPointerFromInternalField(0));
}

// In the order of arrival, the end of the socket last: so it is there for all of them.
template <typename Act>
void Socket::deliver(std::string_view event, Act act) {
  program_.deliver(event, std::move(act));
}

void Socket::tell(Lock& lock, std::string_view event, v8::Local<v8::Value> value) {
  if (listener_.IsEmpty()) return;
  v8::Local<v8::Value> arguments[] = {lock.name(event), value};
  program_.call(lock, listener_.Get(lock.v8()), object(lock), arguments);
}

sockaddr_storage addressOf(const std::string& host, int port, int& error) {
  sockaddr_storage address{};
  error = uv_ip4_addr(host.c_str(), port, reinterpret_cast<sockaddr_in*>(&address));
  if (error != 0) error = uv_ip6_addr(host.c_str(), port, reinterpret_cast<sockaddr_in6*>(&address));
  return address;
}

int Socket::listen(const std::string& host, int port) {
  int error = 0;
  const auto address = addressOf(host, port, error);
  if (error == 0) error = uv_tcp_bind(&handle_, reinterpret_cast<const sockaddr*>(&address), 0);
  if (error != 0) return error;
  return uv_listen(stream(), kBacklog, [](uv_stream_t* server, int status) {
    auto& self = *static_cast<Socket*>(server->data);
    if (status == 0) self.deliver("socket connection", [&self](Lock& lock) { self.accept(lock); });
  });
}

// libuv tells of no other connection until this one is accepted.
void Socket::accept(Lock& lock) {
  if (uv_is_closing(reinterpret_cast<uv_handle_t*>(&handle_)) != 0) return;
  auto* connection = new Socket(program_, lock, program_.context(lock), listener_.Get(lock.v8()));  // freed by `close`
  if (uv_accept(stream(), connection->stream()) != 0) return connection->close();
  tell(lock, "connection", connection->object(lock));
}

int Socket::connect(const std::string& host, int port) {
  int error = 0;
  const auto address = addressOf(host, port, error);
  if (error != 0) return error;
  connect_.data = this;
  return uv_tcp_connect(&connect_, &handle_, reinterpret_cast<const sockaddr*>(&address),
                        [](uv_connect_t* request, int status) {
                          auto& self = *static_cast<Socket*>(request->data);
                          if (status == UV_ECANCELED) return;
                          self.deliver("socket connect", [&self, status](Lock& lock) {
                            self.tell(lock, status == 0 ? "connect" : "error", v8::Integer::New(lock.v8(), status));
                          });
                        });
}

int Socket::startReading() {
  const auto allocate = [](uv_handle_t* handle, std::size_t, uv_buf_t* buffer) {
    auto& self = *static_cast<Socket*>(handle->data);
    self.buffer_.resize(1 << 16);
    *buffer = uv_buf_init(self.buffer_.data(), static_cast<unsigned>(self.buffer_.size()));
  };
  return uv_read_start(stream(), allocate, [](uv_stream_t* from, ssize_t count, const uv_buf_t* buffer) {
    static_cast<Socket*>(from->data)->read(count, buffer);
  });
}

void Socket::read(ssize_t count, const uv_buf_t* buffer) {
  if (count == 0) return;
  // A paused program takes one piece only, so that it cannot be flooded.
  const bool startsAgain = count > 0 && isPaused();
  if (count < 0 || startsAgain) uv_read_stop(stream());
  std::vector<std::uint8_t> bytes(buffer->base, buffer->base + std::max<ssize_t>(count, 0));
  deliver("socket data", [this, count, startsAgain, bytes = std::move(bytes)](Lock& lock) {
    tellRead(lock, count, bytes);
    if (startsAgain && uv_is_closing(reinterpret_cast<uv_handle_t*>(&handle_)) == 0) startReading();
  });
}

void Socket::tellRead(Lock& lock, ssize_t count, const std::vector<std::uint8_t>& bytes) {
  if (count == UV_EOF) return tell(lock, "end", v8::Undefined(lock.v8()));
  if (count < 0) return tell(lock, "error", v8::Integer::New(lock.v8(), static_cast<int>(count)));
  tell(lock, "data", makeBytes(lock, bytes));
}

void Socket::write(std::vector<std::uint8_t> bytes) {
  auto* write = new Write{{}, this, std::move(bytes)};
  write->request.data = write;
  const uv_buf_t buffer =
      uv_buf_init(reinterpret_cast<char*>(write->bytes.data()), static_cast<unsigned>(write->bytes.size()));
  const auto done = [](uv_write_t* request, int status) {
    auto* finished = static_cast<Write*>(request->data);
    Socket& self = *finished->socket;
    delete finished;
    if (status == UV_ECANCELED) return;
    self.deliver("socket written",
                 [&self, status](Lock& lock) { self.tell(lock, "written", v8::Integer::New(lock.v8(), status)); });
  };
  if (uv_write(&write->request, stream(), &buffer, 1, done) != 0) delete write;
}

void Socket::shutDown() {
  uv_shutdown(&shutdown_, stream(), [](uv_shutdown_t*, int) {});
}

void Socket::close() {
  auto* handle = reinterpret_cast<uv_handle_t*>(&handle_);
  if (uv_is_closing(handle) != 0) return;
  uv_close(handle, [](uv_handle_t* closed) {
    auto* self = static_cast<Socket*>(closed->data);
    self->deliver("socket close", [self](Lock& lock) {
      self->tell(lock, "close", v8::Undefined(lock.v8()));
      self->object(lock)->SetAlignedPointerInInternalField(0, nullptr);
      delete self;
    });
  });
}

void Socket::ref(bool holds) {
  auto* handle = reinterpret_cast<uv_handle_t*>(&handle_);
  holds ? uv_ref(handle) : uv_unref(handle);
}

std::pair<std::string, int> Socket::address(bool peer) const {
  sockaddr_storage address{};
  int length = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if ((peer ? uv_tcp_getpeername(&handle_, generic, &length) : uv_tcp_getsockname(&handle_, generic, &length)) != 0)
    return {"", 0};
  char text[64] = "";
  const bool isSix = address.ss_family == AF_INET6;
  uv_ip_name(generic, text, sizeof text);
  const auto port =
      isSix ? reinterpret_cast<sockaddr_in6*>(&address)->sin6_port : reinterpret_cast<sockaddr_in*>(&address)->sin_port;
  return {text, ((port & 0xFF) << 8) | (port >> 8)};
}

// Each answers 0 or libuv's error.
void listen(const Info& info) {
  Call call(info);
  Socket& socket = Socket::make(call, call[2].As<v8::Function>());
  const int error = socket.listen(call.text(0), static_cast<int>(call.number(1)));
  if (error != 0) socket.close();
  call.returns(error == 0 ? socket.object(call.lock).As<v8::Value>() : v8::Integer::New(call.lock.v8(), error));
}

void connect(const Info& info) {
  Call call(info);
  Socket& socket = Socket::make(call, call[2].As<v8::Function>());
  const int error = socket.connect(call.text(0), static_cast<int>(call.number(1)));
  if (error != 0) socket.close();
  call.returns(error == 0 ? socket.object(call.lock).As<v8::Value>() : v8::Integer::New(call.lock.v8(), error));
}

void startReading(const Info& info) {
  const Call call(info);
  if (auto* socket = Socket::from(call)) call.returns(double(socket->startReading()));
}

void write(const Info& info) {
  const Call call(info);
  const auto [data, length] = bytesOf(call[1]);
  if (auto* socket = Socket::from(call)) socket->write({data, data + length});
}

void shutDown(const Info& info) {
  const Call call(info);
  if (auto* socket = Socket::from(call)) socket->shutDown();
}

void close(const Info& info) {
  const Call call(info);
  if (auto* socket = Socket::from(call)) socket->close();
}

void ref(const Info& info) {
  const Call call(info);
  if (auto* socket = Socket::from(call)) socket->ref(call.flag(1));
}

// (socket, ofPeer): [address, port]
void address(const Info& info) {
  const Call call(info);
  auto* socket = Socket::from(call);
  if (socket == nullptr) return;
  const auto [text, port] = socket->address(call.flag(1));
  v8::Local<v8::Value> both[] = {call.lock.string(text), v8::Integer::New(call.lock.v8(), port)};
  call.returns(v8::Array::New(call.lock.v8(), both, 2).As<v8::Value>());
}

void errorName(const Info& info) {
  const Call call(info);
  call.returns(std::string_view(uv_err_name(static_cast<int>(call.number(0)))));
}

constexpr Method kMethods[] = {
    {"listen", &listen}, {"connect", &connect},   {"startReading", &startReading},
    {"write", &write},   {"shutDown", &shutDown}, {"close", &close},
    {"ref", &ref},       {"address", &address},   {"errorName", &errorName},
};

}  // namespace

void defineNetNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target) {
  define(lock, context, target, kMethods);
}

}  // namespace vmscope::runtime
