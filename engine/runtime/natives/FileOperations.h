#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vmscope::runtime {

/// What a file operation is asked, in plain data: it may run on another thread.
struct FileRequest {
  std::string path;
  std::string other;                ///< the second path, or a prefix
  std::vector<std::uint8_t> bytes;  ///< to write
  int descriptor = -1;              ///< instead of a path
  int flags = 0;
  int mode = 0;
  std::int64_t position = -1;  ///< negative: where the file is
  double accessed = 0;         ///< seconds since 1970
  double modified = 0;
};

struct FileStatus {
  double device, inode, mode, links, user, group, rawDevice, size, blockSize, blocks;
  double accessed, modified, changed, born;  ///< milliseconds since 1970
};

/// What came of it, in plain data.
struct FileResult {
  int error = 0;          ///< libuv's, negative
  const char* call = "";  ///< the system call that failed or succeeded
  double number = 0;      ///< a descriptor, a count
  std::string text;       ///< a path
  std::vector<std::uint8_t> bytes;
  std::vector<std::string> names;
  std::vector<int> kinds;  ///< of the names: libuv's uv_dirent_type_t
  FileStatus status{};
};

struct FileOperation {
  enum class Answer { Nothing, Number, Text, Bytes, Names, Status };

  std::string_view name;
  FileResult (*run)(const FileRequest& request);
  Answer answer;
};

/// By the name that the JavaScript of node:fs uses; null where there is none.
const FileOperation* findFileOperation(std::string_view name);

}  // namespace vmscope::runtime
