// Preloaded into the kit's Node: Debian's libnode reads three of its built-in scripts from /usr/share/nodejs, where
// nothing is unless Node is installed on the host. Here they are opened in the kit instead.

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <fcntl.h>

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

using Open = int (*)(const char*, int, ...);

constexpr char kPrefix[] = "/usr/share/nodejs/";

int openInKit(const char* symbol, const char* path, int flags, mode_t mode) {
  const auto open = reinterpret_cast<Open>(dlsym(RTLD_NEXT, symbol));
  const char* kit = std::getenv("VMSCOPE_KIT");
  if (kit == nullptr || std::strncmp(path, kPrefix, sizeof kPrefix - 1) != 0) return open(path, flags, mode);
  char inKit[4096];
  std::snprintf(inKit, sizeof inKit, "%s%s", kit, path);
  return open(inKit, flags, mode);
}

mode_t modeOf(int flags, va_list arguments) {
  return (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
}

}  // namespace

extern "C" int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = modeOf(flags, arguments);
  va_end(arguments);
  return openInKit("open", path, flags, mode);
}

extern "C" int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = modeOf(flags, arguments);
  va_end(arguments);
  return openInKit("open64", path, flags, mode);
}
