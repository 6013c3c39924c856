#include <signal.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <uv.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <string>

#include "engine/Isolate.h"
#include "engine/Platform.h"
#include "engine/runtime/Bindings.h"
#include "engine/runtime/Program.h"
#include "engine/runtime/Signals.h"
#include "engine/runtime/Streams.h"
#include "engine/runtime/Ticks.h"
#include "engine/runtime/natives/Natives.h"

extern char** environ;

namespace vmscope::runtime {

namespace {

Program& programOf(const Call& call) {
  return Program::from(call.lock.v8());
}

void throwErrno(const Call& call, const char* what) {
  const int number = errno;
  const std::string message = std::string(uv_err_name(-number)) + ": " + std::strerror(number) + ", " + what;
  const auto error = v8::Exception::Error(call.lock.string(message)).As<v8::Object>();
  Lock& lock = const_cast<Lock&>(call.lock);
  set(lock, call.context, error, "errno", v8::Integer::New(lock.v8(), -number));
  set(lock, call.context, error, "code", lock.name(uv_err_name(-number)));
  set(lock, call.context, error, "syscall", lock.name(what));
  call.throws(error);
}

void cwd(const Info& info) {
  const Call call(info);
  char path[4096];
  if (getcwd(path, sizeof path) == nullptr) return throwErrno(call, "uv_cwd");
  call.returns(std::string_view(path));
}

void chdir(const Info& info) {
  const Call call(info);
  if (::chdir(call.text(0).c_str()) != 0) throwErrno(call, "chdir");
}

void environment(const Info& info) {
  Call call(info);
  const auto result = v8::Object::New(call.lock.v8());
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) continue;
    set(call.lock, call.context, result, text.substr(0, equals), call.lock.string(text.substr(equals + 1)));
  }
  call.returns(result.As<v8::Value>());
}

void setEnvironment(const Info& info) {
  const Call call(info);
  if (call[1]->IsUndefined()) {
    unsetenv(call.text(0).c_str());
  } else {
    setenv(call.text(0).c_str(), call.text(1).c_str(), 1);
  }
}

void hrtime(const Info& info) {
  const Call call(info);
  call.returns(v8::BigInt::NewFromUnsigned(call.lock.v8(), uv_hrtime()).As<v8::Value>());
}

void uptime(const Info& info) {
  const Call call(info);
  call.returns(double(uv_hrtime() - programOf(call).startedAt()) / 1e9);
}

// When the program began, in milliseconds since 1970.
void timeOrigin(const Info& info) {
  const Call call(info);
  const std::chrono::duration<double, std::milli> now = std::chrono::system_clock::now().time_since_epoch();
  call.returns(now.count() - double(uv_hrtime() - programOf(call).startedAt()) / 1e6);
}

void cpuUsage(const Info& info) {
  Call call(info);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto microseconds = [](const timeval& time) { return double(time.tv_sec) * 1e6 + double(time.tv_usec); };
  double user = microseconds(usage.ru_utime);
  double system = microseconds(usage.ru_stime);
  if (call[0]->IsObject()) {
    user -= get(call.lock, call.context, call[0].As<v8::Object>(), "user")->NumberValue(call.context).FromMaybe(0);
    system -= get(call.lock, call.context, call[0].As<v8::Object>(), "system")->NumberValue(call.context).FromMaybe(0);
  }
  const auto result = v8::Object::New(call.lock.v8());
  set(call.lock, call.context, result, "user", v8::Number::New(call.lock.v8(), user));
  set(call.lock, call.context, result, "system", v8::Number::New(call.lock.v8(), system));
  call.returns(result.As<v8::Value>());
}

void memoryUsage(const Info& info) {
  Call call(info);
  std::size_t resident = 0;
  uv_resident_set_memory(&resident);
  v8::HeapStatistics heap;
  call.lock.v8()->GetHeapStatistics(&heap);
  const auto result = v8::Object::New(call.lock.v8());
  const auto add = [&](const char* name, double bytes) {
    set(call.lock, call.context, result, name, v8::Number::New(call.lock.v8(), bytes));
  };
  add("rss", double(resident));
  add("heapTotal", double(heap.total_heap_size()));
  add("heapUsed", double(heap.used_heap_size()));
  add("external", double(heap.external_memory()));
  add("arrayBuffers", double(heap.malloced_memory()));
  call.returns(result.As<v8::Value>());
}

void nextTick(const Info& info) {
  Call call(info);
  std::vector<v8::Local<v8::Value>> arguments;
  for (int index = 1; index < call.count(); ++index) arguments.push_back(call[index]);
  programOf(call).ticks().add(call.lock, call[0].As<v8::Function>(), std::move(arguments));
}

void exit(const Info& info) {
  Call call(info);
  Program& program = programOf(call);
  std::optional<int> status;
  if (call[0]->IsNumber()) status = int(call.number(0));
  program.exit(call.lock, status);
}

void exitCode(const Info& info) {
  const Call call(info);
  if (const auto& code = programOf(call).exitCode) call.returns(double(*code));
}

void setExitCode(const Info& info) {
  const Call call(info);
  auto& code = programOf(call).exitCode;
  code.reset();
  if (call[0]->IsNumber()) code = int(call.number(0));
}

void kill(const Info& info) {
  const Call call(info);
  if (::kill(int(call.number(0)), int(call.number(1))) != 0) throwErrno(call, "kill");
}

void watchSignal(const Info& info) {
  Call call(info);
  call.returns(double(programOf(call).signals().watch(call.lock, int(call.number(0)), call[1].As<v8::Function>())));
}

void unwatchSignal(const Info& info) {
  const Call call(info);
  programOf(call).signals().unwatch(std::uint32_t(call.number(0)));
}

struct NamedSignal {
  const char* name;
  int number;
};
constexpr NamedSignal kSignals[] = {
    {"SIGHUP", SIGHUP},   {"SIGINT", SIGINT},   {"SIGQUIT", SIGQUIT}, {"SIGABRT", SIGABRT}, {"SIGKILL", SIGKILL},
    {"SIGUSR1", SIGUSR1}, {"SIGUSR2", SIGUSR2}, {"SIGPIPE", SIGPIPE}, {"SIGALRM", SIGALRM}, {"SIGTERM", SIGTERM},
    {"SIGCHLD", SIGCHLD}, {"SIGCONT", SIGCONT}, {"SIGSTOP", SIGSTOP}, {"SIGTSTP", SIGTSTP}, {"SIGWINCH", SIGWINCH},
};

void signals(const Info& info) {
  Call call(info);
  const auto result = v8::Object::New(call.lock.v8());
  for (const auto& [name, number] : kSignals)
    set(call.lock, call.context, result, name, v8::Integer::New(call.lock.v8(), number));
  call.returns(result.As<v8::Value>());
}

void write(const Info& info) {
  const Call call(info);
  if (programOf(call).options().console == ConsoleOutput::Nowhere) return;
  writeStream(call.number(0) == 2 ? Stream::Error : Stream::Output, call.text(1));
}

void isTerminal(const Info& info) {
  const Call call(info);
  call.returnsFlag(isatty(int(call.number(0))) != 0);
}

void columns(const Info& info) {
  const Call call(info);
  winsize size{};
  call.returns(double(ioctl(int(call.number(0)), TIOCGWINSZ, &size) == 0 ? size.ws_col : 80));
}

void umask(const Info& info) {
  const Call call(info);
  const int mask = int(call.number(0));
  const mode_t old = ::umask(mask < 0 ? 0 : mode_t(mask));
  if (mask < 0) ::umask(old);
  call.returns(double(old));
}

void abort(const Info&) {
  std::abort();
}

void arguments(const Info& info) {
  Call call(info);
  std::vector<v8::Local<v8::Value>> values;
  for (const auto& argument : programOf(call).options().arguments) values.push_back(call.lock.string(argument));
  call.returns(v8::Array::New(call.lock.v8(), values.data(), values.size()).As<v8::Value>());
}

void versions(const Info& info) {
  Call call(info);
  const auto result = v8::Object::New(call.lock.v8());
  set(call.lock, call.context, result, "vmscope", call.lock.string(VMSCOPE_VERSION));
  set(call.lock, call.context, result, "v8", call.lock.string(Platform::v8Version()));
  set(call.lock, call.context, result, "uv", call.lock.string(uv_version_string()));
  call.returns(result.As<v8::Value>());
}

template <auto function>
void number(const Info& info) {
  const Call call(info);
  call.returns(double(function()));
}

constexpr Method kMethods[] = {
    {"cwd", &cwd},
    {"chdir", &chdir},
    {"environment", &environment},
    {"setEnvironment", &setEnvironment},
    {"hrtime", &hrtime},
    {"uptime", &uptime},
    {"timeOrigin", &timeOrigin},
    {"cpuUsage", &cpuUsage},
    {"memoryUsage", &memoryUsage},
    {"nextTick", &nextTick},
    {"exit", &exit},
    {"exitCode", &exitCode},
    {"setExitCode", &setExitCode},
    {"kill", &kill},
    {"abort", &abort},
    {"watchSignal", &watchSignal},
    {"unwatchSignal", &unwatchSignal},
    {"signals", &signals},
    {"write", &write},
    {"isTerminal", &isTerminal},
    {"columns", &columns},
    {"umask", &umask},
    {"arguments", &arguments},
    {"versions", &versions},
    {"getuid", &number<&::getuid>},
    {"geteuid", &number<&::geteuid>},
    {"getgid", &number<&::getgid>},
    {"getegid", &number<&::getegid>},
};

}  // namespace

void defineProcessNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target) {
  define(lock, context, target, kMethods);
  const auto& options = Program::from(lock.v8()).options();
  set(lock, context, target, "version", lock.string("v" VMSCOPE_VERSION "-vmscope"));
  set(lock, context, target, "platform", lock.name("linux"));
#if defined(__aarch64__)
  set(lock, context, target, "arch", lock.name("arm64"));
#else
  set(lock, context, target, "arch", lock.name("x64"));
#endif
  set(lock, context, target, "executable", lock.string(options.executable));
  set(lock, context, target, "argv0", lock.string(options.argv0));
  set(lock, context, target, "pid", v8::Integer::New(lock.v8(), getpid()));
  set(lock, context, target, "ppid", v8::Integer::New(lock.v8(), getppid()));
}

}  // namespace vmscope::runtime
