#include "engine/runtime/natives/FileOperations.h"

#include <fcntl.h>
#include <uv.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

namespace vmscope::runtime {

namespace {

/// One synchronous call of libuv, cleaned up when it goes.
class SystemCall {
 public:
  SystemCall() = default;
  ~SystemCall() { uv_fs_req_cleanup(&request); }
  SystemCall(const SystemCall&) = delete;
  SystemCall& operator=(const SystemCall&) = delete;

  uv_fs_t request{};
};

FileResult failed(const char* call, std::int64_t error) {
  FileResult result;
  result.call = call;
  result.error = static_cast<int>(error);
  return result;
}

FileResult numbered(const char* call, std::int64_t outcome) {
  if (outcome < 0) return failed(call, outcome);
  FileResult result;
  result.call = call;
  result.number = static_cast<double>(outcome);
  return result;
}

double milliseconds(const uv_timespec_t& time) {
  return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_nsec) / 1e6;
}

FileResult statusResult(const char* call, std::int64_t outcome, const uv_fs_t& request) {
  if (outcome < 0) return failed(call, outcome);
  const uv_stat_t& from = request.statbuf;
  FileResult result;
  result.call = call;
  result.status = {double(from.st_dev),        double(from.st_ino),           double(from.st_mode),
                   double(from.st_nlink),      double(from.st_uid),           double(from.st_gid),
                   double(from.st_rdev),       double(from.st_size),          double(from.st_blksize),
                   double(from.st_blocks),     milliseconds(from.st_atim),    milliseconds(from.st_mtim),
                   milliseconds(from.st_ctim), milliseconds(from.st_birthtim)};
  return result;
}

FileResult pathResult(const char* call, std::int64_t outcome, const char* text) {
  FileResult result = numbered(call, outcome);
  if (outcome >= 0) result.text = text;
  return result;
}

FileResult open(const FileRequest& asked) {
  SystemCall call;
  return numbered("open", uv_fs_open(nullptr, &call.request, asked.path.c_str(), asked.flags, asked.mode, nullptr));
}

FileResult close(const FileRequest& asked) {
  SystemCall call;
  return numbered("close", uv_fs_close(nullptr, &call.request, asked.descriptor, nullptr));
}

FileResult read(const FileRequest& asked) {
  FileResult result;
  result.bytes.resize(static_cast<std::size_t>(asked.flags));  // how many are wanted
  uv_buf_t buffer = uv_buf_init(reinterpret_cast<char*>(result.bytes.data()), static_cast<unsigned>(asked.flags));
  SystemCall call;
  const auto count = uv_fs_read(nullptr, &call.request, asked.descriptor, &buffer, 1, asked.position, nullptr);
  if (count < 0) return failed("read", count);
  result.bytes.resize(static_cast<std::size_t>(count));
  return result;
}

FileResult write(const FileRequest& asked) {
  std::size_t done = 0;
  while (done < asked.bytes.size()) {
    auto* start = const_cast<char*>(reinterpret_cast<const char*>(asked.bytes.data() + done));
    uv_buf_t buffer =
        uv_buf_init(start, static_cast<unsigned>(std::min<std::size_t>(asked.bytes.size() - done, 1 << 30)));
    const std::int64_t at = asked.position < 0 ? -1 : asked.position + static_cast<std::int64_t>(done);
    SystemCall call;
    const auto count = uv_fs_write(nullptr, &call.request, asked.descriptor, &buffer, 1, at, nullptr);
    if (count < 0) return failed("write", count);
    done += static_cast<std::size_t>(count);
  }
  return numbered("write", static_cast<std::int64_t>(done));
}

FileResult readAll(int descriptor) {
  FileResult all;
  for (;;) {
    FileRequest part;
    part.descriptor = descriptor;
    part.flags = 1 << 16;
    FileResult got = read(part);
    if (got.error != 0) return got;
    if (got.bytes.empty()) return all;
    all.bytes.insert(all.bytes.end(), got.bytes.begin(), got.bytes.end());
  }
}

template <typename Use>
FileResult withFile(const FileRequest& asked, Use use) {
  if (asked.descriptor >= 0) return use(asked.descriptor);
  const FileResult opened = open(asked);
  if (opened.error != 0) return opened;
  FileRequest file;
  file.descriptor = static_cast<int>(opened.number);
  FileResult result = use(file.descriptor);
  close(file);
  return result;
}

FileResult readFile(const FileRequest& asked) {
  return withFile(asked, readAll);
}

FileResult writeFile(const FileRequest& asked) {
  return withFile(asked, [&](int descriptor) {
    FileRequest part = asked;
    part.descriptor = descriptor;
    return write(part);
  });
}

FileResult stat(const FileRequest& asked) {
  SystemCall call;
  const auto outcome = uv_fs_stat(nullptr, &call.request, asked.path.c_str(), nullptr);
  return statusResult("stat", outcome, call.request);
}

FileResult lstat(const FileRequest& asked) {
  SystemCall call;
  const auto outcome = uv_fs_lstat(nullptr, &call.request, asked.path.c_str(), nullptr);
  return statusResult("lstat", outcome, call.request);
}

FileResult fstat(const FileRequest& asked) {
  SystemCall call;
  const auto outcome = uv_fs_fstat(nullptr, &call.request, asked.descriptor, nullptr);
  return statusResult("fstat", outcome, call.request);
}

FileResult readdir(const FileRequest& asked) {
  SystemCall call;
  const auto outcome = uv_fs_scandir(nullptr, &call.request, asked.path.c_str(), 0, nullptr);
  FileResult result = numbered("scandir", outcome);
  uv_dirent_t entry;
  while (outcome >= 0 && uv_fs_scandir_next(&call.request, &entry) != UV_EOF) {
    result.names.emplace_back(entry.name);
    result.kinds.push_back(entry.type);
  }
  return result;
}

FileResult mkdir(const FileRequest& asked) {
  SystemCall call;
  return numbered("mkdir", uv_fs_mkdir(nullptr, &call.request, asked.path.c_str(), asked.mode, nullptr));
}

// The first folder that had to be made.
FileResult mkdirs(const FileRequest& asked) {
  namespace fs = std::filesystem;
  std::string first;
  fs::path at;
  for (const auto& part : fs::absolute(asked.path)) {
    at /= part;
    FileRequest step = asked;
    step.path = at.string();
    const FileResult known = stat(step);
    if (known.error == 0 && fs::is_directory(at)) continue;
    const FileResult made =
        known.error == 0 ? failed("mkdir", at == fs::absolute(asked.path) ? UV_EEXIST : UV_ENOTDIR) : mkdir(step);
    if (made.error != 0) return made;
    if (first.empty()) first = step.path;
  }
  FileResult result;
  result.text = first;
  return result;
}

FileResult rmdir(const FileRequest& asked) {
  SystemCall call;
  return numbered("rmdir", uv_fs_rmdir(nullptr, &call.request, asked.path.c_str(), nullptr));
}

FileResult unlink(const FileRequest& asked) {
  SystemCall call;
  return numbered("unlink", uv_fs_unlink(nullptr, &call.request, asked.path.c_str(), nullptr));
}

FileResult removeAll(const FileRequest& asked) {
  std::error_code error;
  const auto count = std::filesystem::remove_all(asked.path, error);
  return error ? failed("rm", -error.value()) : numbered("rm", static_cast<std::int64_t>(count));
}

FileResult rename(const FileRequest& asked) {
  SystemCall call;
  return numbered("rename", uv_fs_rename(nullptr, &call.request, asked.path.c_str(), asked.other.c_str(), nullptr));
}

FileResult copyFile(const FileRequest& asked) {
  SystemCall call;
  return numbered("copyfile", uv_fs_copyfile(nullptr, &call.request, asked.path.c_str(), asked.other.c_str(),
                                             asked.flags, nullptr));
}

FileResult access(const FileRequest& asked) {
  SystemCall call;
  return numbered("access", uv_fs_access(nullptr, &call.request, asked.path.c_str(), asked.mode, nullptr));
}

FileResult realpath(const FileRequest& asked) {
  SystemCall call;
  const auto outcome = uv_fs_realpath(nullptr, &call.request, asked.path.c_str(), nullptr);
  return pathResult("realpath", outcome, static_cast<const char*>(call.request.ptr));
}

FileResult readlink(const FileRequest& asked) {
  SystemCall call;
  const auto outcome = uv_fs_readlink(nullptr, &call.request, asked.path.c_str(), nullptr);
  return pathResult("readlink", outcome, static_cast<const char*>(call.request.ptr));
}

FileResult mkdtemp(const FileRequest& asked) {
  SystemCall call;
  const std::string pattern = asked.path + "XXXXXX";
  const auto outcome = uv_fs_mkdtemp(nullptr, &call.request, pattern.c_str(), nullptr);
  return pathResult("mkdtemp", outcome, call.request.path);
}

FileResult symlink(const FileRequest& asked) {
  SystemCall call;
  return numbered("symlink",
                  uv_fs_symlink(nullptr, &call.request, asked.path.c_str(), asked.other.c_str(), 0, nullptr));
}

FileResult chmod(const FileRequest& asked) {
  SystemCall call;
  return numbered("chmod", uv_fs_chmod(nullptr, &call.request, asked.path.c_str(), asked.mode, nullptr));
}

FileResult utimes(const FileRequest& asked) {
  SystemCall call;
  return numbered("utime",
                  uv_fs_utime(nullptr, &call.request, asked.path.c_str(), asked.accessed, asked.modified, nullptr));
}

FileResult ftruncate(const FileRequest& asked) {
  SystemCall call;
  return numbered("ftruncate", uv_fs_ftruncate(nullptr, &call.request, asked.descriptor, asked.position, nullptr));
}

FileResult fsync(const FileRequest& asked) {
  SystemCall call;
  return numbered("fsync", uv_fs_fsync(nullptr, &call.request, asked.descriptor, nullptr));
}

using Answer = FileOperation::Answer;

constexpr FileOperation kOperations[] = {
    {"access", &access, Answer::Nothing},
    {"chmod", &chmod, Answer::Nothing},
    {"close", &close, Answer::Nothing},
    {"copyFile", &copyFile, Answer::Nothing},
    {"fstat", &fstat, Answer::Status},
    {"fsync", &fsync, Answer::Nothing},
    {"ftruncate", &ftruncate, Answer::Nothing},
    {"lstat", &lstat, Answer::Status},
    {"mkdir", &mkdir, Answer::Nothing},
    {"mkdirs", &mkdirs, Answer::Text},
    {"mkdtemp", &mkdtemp, Answer::Text},
    {"open", &open, Answer::Number},
    {"read", &read, Answer::Bytes},
    {"readFile", &readFile, Answer::Bytes},
    {"readdir", &readdir, Answer::Names},
    {"readlink", &readlink, Answer::Text},
    {"realpath", &realpath, Answer::Text},
    {"rename", &rename, Answer::Nothing},
    {"rm", &removeAll, Answer::Nothing},
    {"rmdir", &rmdir, Answer::Nothing},
    {"stat", &stat, Answer::Status},
    {"symlink", &symlink, Answer::Nothing},
    {"unlink", &unlink, Answer::Nothing},
    {"utimes", &utimes, Answer::Nothing},
    {"write", &write, Answer::Number},
    {"writeFile", &writeFile, Answer::Nothing},
};

}  // namespace

const FileOperation* findFileOperation(std::string_view name) {
  const auto* found = std::find_if(std::begin(kOperations), std::end(kOperations),
                                   [&](const FileOperation& each) { return each.name == name; });
  return found == std::end(kOperations) ? nullptr : found;
}

}  // namespace vmscope::runtime
