#pragma once

namespace vmscope {

class Isolate;

/// While one exists, SIGINT ends the running JavaScript instead of the process: `breakOnSigint`.
///
/// Watches nest, and the innermost one takes the signal. The first installs a handler and starts the thread that the
/// handler wakes; the last to go puts back what the process had. On the isolate's thread only.
class SigintWatch {
 public:
  explicit SigintWatch(Isolate& isolate);
  ~SigintWatch();
  SigintWatch(const SigintWatch&) = delete;
  SigintWatch& operator=(const SigintWatch&) = delete;

  /// Stops watching. Whether the signal came: JavaScript was (or is about to be) terminated for it.
  bool close();

 private:
  friend class SigintThread;
  Isolate& isolate_;
  bool isOpen_ = true;
  bool wasSignalled_ = false;  // written under the thread's mutex
};

}  // namespace vmscope
