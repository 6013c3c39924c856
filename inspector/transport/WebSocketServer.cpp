#include "inspector/transport/WebSocketServer.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <websocketpp/config/asio_no_tls.hpp>
#include <websocketpp/server.hpp>

#include "inspector/transport/AccessRule.h"

namespace vmscope {
namespace {

// The library takes the Host header apart by itself and refuses what may come in here: none, or an IPv6 address. So it
// is told one that it likes, and the headers begin with a mark in place of a Host, to which a real one is appended.
// Which hosts may come in is decided by the access rule alone.
class Request : public websocketpp::http::parser::request {
 public:
  Request() { replace_header("Host", kMark); }

  const std::string& get_header(const std::string& name) const {
    static const std::string likedHost = "localhost";
    return name == "Host" ? likedHost : websocketpp::http::parser::request::get_header(name);
  }

  std::optional<std::string> host() const {
    const std::string& marked = websocketpp::http::parser::request::get_header("Host");
    return marked == kMark ? std::nullopt : std::optional(marked.substr(std::string_view(kMark).size() + 2));
  }

 private:
  static constexpr const char* kMark = "-";
};

struct Config : websocketpp::config::asio {
  using type = Config;
  using base = websocketpp::config::asio;
  using request_type = Request;

  struct transport_config : base::transport_config {
    using request_type = Request;
  };
  using transport_type = websocketpp::transport::asio::endpoint<transport_config>;
};

using Server = websocketpp::server<Config>;
using Connection = Server::connection_ptr;
using Handle = websocketpp::connection_hdl;
namespace close_code = websocketpp::close::status;

// How long a client may take to answer when the server closes.
constexpr std::chrono::milliseconds kFarewell{500};

std::optional<std::string> origin(const Connection& connection) {
  const auto& headers = connection->get_request().get_headers();
  const auto found = headers.find("Origin");
  return found == headers.end() ? std::nullopt : std::optional<std::string>(found->second);
}

std::string socketAddress(const Connection& connection) {
  asio::error_code problem;
  const auto local = connection->get_raw_socket().local_endpoint(problem);
  if (problem) return {};
  return addressInUrl(local.address().to_string()) + ":" + std::to_string(local.port());
}

HttpRequest requestOf(const Connection& connection) {
  const Request& request = connection->get_request();
  return {request.get_method(), request.get_uri(), request.host(), origin(connection), socketAddress(connection)};
}

void respond(const Connection& connection, const HttpResponse& response) {
  connection->set_status(static_cast<websocketpp::http::status_code::value>(response.status));
  connection->replace_header("Content-Type", response.contentType);
  connection->replace_header("Cache-Control", "no-cache");
  connection->replace_header("Connection", "close");  // as the library does; a client that keeps sockets must know
  connection->set_body(response.body);
}

// A client by WebSocket. The isolate's thread fills the outbox, the socket thread empties it.
class WebSocketChannel : public Channel, public std::enable_shared_from_this<WebSocketChannel> {
 public:
  WebSocketChannel(asio::io_context& io, Connection connection, ConnectionId id, size_t limit)
      : io_(io), connection_(std::move(connection)), id_(id), limit_(limit) {}

  ConnectionId id() const { return id_; }

  void send(std::string text) override { post(std::move(text), Ending::None); }
  void close() override { post({}, Ending::Asked); }

  // Socket thread, or the isolate's once that has ended. From then on the channel touches nothing of the server.
  void left() {
    const std::lock_guard lock(mutex_);
    ending_ = Ending::Gone;
    outbox_.clear();
    connection_.reset();
  }

 private:
  enum class Ending { None, Asked, Overflow, Gone };

  void post(std::string text, Ending ending) {
    {
      const std::lock_guard lock(mutex_);
      if (ending_ != Ending::None) return;
      ending_ = ending;
      bytes_ += text.size();
      if (ending == Ending::None) outbox_.push_back(std::move(text));
      if (bytes_ > limit_) overflow();
      if (std::exchange(scheduled_, true)) return;
    }
    asio::post(io_, [self = shared_from_this()] { self->flush(); });
  }

  void overflow() {
    ending_ = Ending::Overflow;
    outbox_.clear();
  }

  void flush() {
    std::deque<std::string> texts;
    Ending ending;
    Connection connection;
    {
      const std::lock_guard lock(mutex_);
      scheduled_ = false;
      texts.swap(outbox_);
      bytes_ = 0;
      ending = ending_;
      connection = connection_;
    }
    if (!connection || ending == Ending::Gone) return;
    write(connection, texts);
    if (ending == Ending::Overflow || connection->get_buffered_amount() > limit_) {
      connection->terminate(websocketpp::error::make_error_code(websocketpp::error::send_queue_full));
    } else if (ending == Ending::Asked) {
      websocketpp::lib::error_code ignored;
      connection->close(close_code::normal, "", ignored);
    }
  }

  static void write(const Connection& connection, const std::deque<std::string>& texts) {
    for (const std::string& text : texts) {
      if (connection->send(text, websocketpp::frame::opcode::text)) return;  // it is closing
    }
  }

  asio::io_context& io_;
  std::mutex mutex_;
  Connection connection_;
  const ConnectionId id_;
  const size_t limit_;
  std::deque<std::string> outbox_;
  size_t bytes_ = 0;
  bool scheduled_ = false;
  Ending ending_ = Ending::None;
};

}  // namespace

class WebSocketServer::SocketThread {
 public:
  SocketThread(DiscoveryEndpoint endpoint, Inbox& inbox, Limits limits)
      : endpoint_(std::move(endpoint)), inbox_(inbox), limits_(limits) {}

  ~SocketThread() {
    if (!thread_.joinable()) return;
    asio::post(io_, [this] { sayGoodbye(); });
    thread_.join();
    for (const auto& [handle, channel] : channels_) leave(*channel);
  }

  std::string listen(const ListenOptions& options) {
    const std::string host = options.host == "localhost" ? "" : options.host;
    if (!host.empty() && !isIpAddress(host)) return "'" + options.host + "' is not an IP address or localhost";
    const bool isRemote = !host.empty() && !isLoopbackAddress(host);
    if (isRemote && options.remoteAccess == ListenOptions::RemoteAccess::Refused) {
      return "'" + host + "' can be reached by other machines, whose users could then run anything here; " +
             "it takes --inspect-allow-remote to listen there";
    }
    std::string problem = bind(host.empty() ? "127.0.0.1" : host, options.port);
    if (problem.empty() && host.empty()) problem = bindSecondLoopback();
    if (!problem.empty()) {
      servers_.clear();
      return problem;
    }
    thread_ = std::thread([this] { run(); });
    return {};
  }

  std::string authority() const { return addressInUrl(host_) + ":" + std::to_string(port_); }
  const DiscoveryEndpoint& endpoint() const { return endpoint_; }

 private:
  std::string bind(const std::string& host, std::uint16_t port) {
    websocketpp::lib::error_code problem = listenOn(host, port);
    if (problem) {
      return "cannot listen on " + addressInUrl(host) + ":" + std::to_string(port) + ": " + problem.message();
    }
    host_ = host;
    port_ = servers_.back()->get_local_endpoint(problem).port();
    return {};
  }

  // The same port on ::1. A machine without IPv6 does without; a port that is taken there is a problem like any other.
  std::string bindSecondLoopback() {
    const auto problem = listenOn("::1", port_);
    const bool isTaken = problem && problem == asio::error::address_in_use;
    return isTaken ? "cannot listen on [::1]:" + std::to_string(port_) + ": " + problem.message() : std::string();
  }

  websocketpp::lib::error_code listenOn(const std::string& host, std::uint16_t port) {
    auto server = std::make_unique<Server>();
    server->clear_access_channels(websocketpp::log::alevel::all);
    server->clear_error_channels(websocketpp::log::elevel::all);
    server->init_asio(&io_);
    server->set_reuse_addr(true);
    server->set_user_agent("vmscope");
    server->set_max_message_size(limits_.inboundMessage);
    server->set_max_http_body_size(0);
    server->set_open_handshake_timeout(limits_.handshakeMillis);
    server->set_close_handshake_timeout(kFarewell.count());
    setHandlers(*server);
    websocketpp::lib::error_code problem;
    server->listen(asio::ip::tcp::endpoint(asio::ip::make_address(host), port), problem);
    if (problem) return problem;
    server->start_accept([](const auto&, const auto&) {});
    servers_.push_back(std::move(server));
    return {};
  }

  void setHandlers(Server& server) {
    Server* from = &server;
    server.set_tcp_pre_init_handler([this, from](Handle handle) { accepted(from->get_con_from_hdl(handle)); });
    server.set_http_handler([this, from](Handle handle) {
      const Connection connection = from->get_con_from_hdl(handle);
      respond(connection, endpoint_.answer(requestOf(connection)));
    });
    server.set_validate_handler([this, from](Handle handle) { return mayComeIn(from->get_con_from_hdl(handle)); });
    server.set_open_handler([this, from](Handle handle) { opened(from->get_con_from_hdl(handle)); });
    server.set_close_handler([this](Handle handle) { closed(handle); });
    server.set_message_handler([this, from](Handle handle, const Server::message_ptr& message) {
      received(from->get_con_from_hdl(handle), message);
    });
  }

  // Answers are small and follow each other: to wait for a fuller packet would keep pipelining clients waiting 40 ms.
  void accepted(const Connection& connection) {
    asio::error_code ignored;
    connection->get_raw_socket().set_option(asio::ip::tcp::no_delay(true), ignored);
    limitSockets(connection);
  }

  void limitSockets(const Connection& connection) {
    sockets_.erase(
        std::remove_if(sockets_.begin(), sockets_.end(), [](const auto& socket) { return socket.expired(); }),
        sockets_.end());
    sockets_.push_back(connection);
    if (sockets_.size() <= limits_.sockets) return;
    asio::error_code ignored;
    connection->get_raw_socket().close(ignored);
  }

  bool mayComeIn(const Connection& connection) {
    auto refusal = endpoint_.refusal(requestOf(connection));
    if (!refusal && channels_.size() >= limits_.clients)
      refusal = {503, "text/html; charset=UTF-8", "Too many clients"};
    if (refusal) respond(connection, *refusal);
    return !refusal;
  }

  void opened(const Connection& connection) {
    const ConnectionId id = inbox_.newConnection();
    auto channel = std::make_shared<WebSocketChannel>(io_, connection, id, limits_.outboundQueue);
    channels_[connection] = channel;
    inbox_.post({Arrival::Kind::Opened, id, {}, channel, Arrival::Via::WebSocket, connection->get_remote_endpoint()});
  }

  void closed(const Handle& handle) {
    const auto found = channels_.find(handle);
    if (found == channels_.end()) return;
    leave(*found->second);
    channels_.erase(found);
    if (channels_.empty() && farewell_) io_.stop();
  }

  void leave(WebSocketChannel& channel) {
    channel.left();
    inbox_.post({Arrival::Kind::Closed, channel.id(), {}, nullptr, Arrival::Via::WebSocket, {}});
  }

  void received(const Connection& connection, const Server::message_ptr& message) {
    const auto found = channels_.find(connection);
    if (found == channels_.end()) return;
    websocketpp::lib::error_code ignored;
    if (message->get_opcode() != websocketpp::frame::opcode::text) {
      connection->close(close_code::unsupported_data, "text was expected", ignored);
      return;
    }
    Arrival arrival{Arrival::Kind::Message,
                    found->second->id(),
                    std::move(message->get_raw_payload()),
                    nullptr,
                    Arrival::Via::WebSocket,
                    {}};
    if (inbox_.post(std::move(arrival)) == Inbox::Posted::Full) {
      connection->close(close_code::message_too_big, "too many requests wait", ignored);
    }
  }

  void sayGoodbye() {
    websocketpp::lib::error_code ignored;
    for (const auto& server : servers_) server->stop_listening(ignored);
    farewell_ = std::make_unique<asio::steady_timer>(io_, kFarewell);
    farewell_->async_wait([this](const asio::error_code&) { io_.stop(); });
    for (const auto& [handle, channel] : channels_) channel->close();
    if (channels_.empty()) io_.stop();
  }

  // The library throws on some broken connections; the others go on.
  void run() {
    while (!io_.stopped()) {
      try {
        io_.run();
      } catch (const std::exception&) {
        continue;
      }
    }
  }

  const DiscoveryEndpoint endpoint_;
  Inbox& inbox_;
  const Limits limits_;
  std::string host_;
  std::uint16_t port_ = 0;
  asio::io_context io_;
  std::vector<std::unique_ptr<Server>> servers_;
  std::map<Handle, std::shared_ptr<WebSocketChannel>, std::owner_less<Handle>> channels_;
  std::vector<std::weak_ptr<void>> sockets_;
  std::unique_ptr<asio::steady_timer> farewell_;
  std::thread thread_;
};

WebSocketServer::WebSocketServer(DiscoveryEndpoint endpoint, Inbox& inbox, Limits limits)
    : thread_(std::make_unique<SocketThread>(std::move(endpoint), inbox, limits)) {}

WebSocketServer::~WebSocketServer() = default;

std::string WebSocketServer::listen(const ListenOptions& options) {
  return thread_->listen(options);
}

std::string WebSocketServer::authority() const {
  return thread_->authority();
}

const DiscoveryEndpoint& WebSocketServer::endpoint() const {
  return thread_->endpoint();
}

}  // namespace vmscope
