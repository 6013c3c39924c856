#include "ui/workspace/WholeFile.h"

#include <QSaveFile>

namespace vmscope::ui {

std::optional<QString> writeAll(QIODevice& device, QByteArrayView bytes) {
  while (!bytes.isEmpty()) {
    const qint64 written = device.write(bytes.data(), bytes.size());
    if (written <= 0) return device.errorString();
    bytes = bytes.sliced(written);
  }
  return std::nullopt;
}

std::optional<QString> commitWhole(QSaveFile& file) {
  // Where a part of the buffer had room, only another try at the rest tells why there is no more.
  if ((file.flush() || file.flush()) && file.commit()) return std::nullopt;
  const QString reason = file.errorString();
  file.cancelWriting();
  return reason;
}

std::optional<QString> writeWhole(const QString& path, QByteArrayView bytes) {
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly)) return file.errorString();
  if (auto reason = writeAll(file, bytes)) return reason;
  return commitWhole(file);
}

}  // namespace vmscope::ui
