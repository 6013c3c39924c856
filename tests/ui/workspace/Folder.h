#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace vmscope::ui::tests {

// A folder that is gone after the test, with a second one beside it for journals.
class Folder {
 public:
  QString path(const QString& name = {}) const { return QDir(dir_.path()).filePath("files/" + name); }
  QString state() const { return QDir(dir_.path()).filePath("state"); }
  QString journals() const { return QDir(dir_.path()).filePath("journals"); }

  QString write(const QString& name, const QByteArray& content) const {
    const QString target = path(name);
    QDir().mkpath(QFileInfo(target).path());
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write %s", qPrintable(target));
    file.write(content);
    return target;
  }

  void letOthersSee() const {
    for (const QString& each : {dir_.path(), path()}) ::chmod(qPrintable(each), 0555);
  }
  void letOwnerWrite() const {
    for (const QString& each : {dir_.path(), path()}) ::chmod(qPrintable(each), 0755);
  }

  QByteArray read(const QString& name) const {
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
  }

 private:
  QTemporaryDir dir_;
};

// root may do everything, so permissions are tested as nobody.
class WithoutPrivileges {
 public:
  WithoutPrivileges() { change(65534); }
  ~WithoutPrivileges() { change(0); }

 private:
  void change(uid_t user) {
    if (::getuid() == 0 && ::seteuid(user) != 0) qFatal("seteuid failed");
  }
};

}  // namespace vmscope::ui::tests
