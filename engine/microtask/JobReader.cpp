#include "engine/microtask/JobReader.h"

namespace vmscope {

using heap::field;
using heap::Word;
using Sort = JobSample::Sort;

namespace {

// V8 has `undefined` where no function was given, or no promise is to be settled.
bool isAbsent(Word word) {
  return !heap::isObject(word) || heap::isOddball(word);
}

}  // namespace

JobSample JobReader::look(Word job) const {
  const auto shape = layout_.shapeOf(heap::instanceType(job));
  if (!shape) return {};
  switch (*shape) {
    case JobShape::Callable:
      return lookAtCallable(*shape, field(job, layout_.callable.function));
    case JobShape::Thenable:
      return lookAtCallable(*shape, field(job, layout_.thenable.then));
    case JobShape::Fulfill:
    case JobShape::Reject:
      return lookAtReaction(*shape, field(job, layout_.reaction.handler));
    case JobShape::Callback:
      break;
  }
  return {.sort = Sort::HostCallback, .shape = *shape};
}

JobSample JobReader::lookAtCallable(JobShape shape, Word callable) const {
  if (!isPlainFunction(callable)) {
    return {.sort = Sort::Object, .shape = shape, .subject = callable, .identity = callable};
  }
  const Word shared = field(callable, layout_.function.shared);
  return {.sort = Sort::Function, .shape = shape, .subject = callable, .identity = shared};
}

JobSample JobReader::lookAtReaction(JobShape shape, Word handler) const {
  if (isAbsent(handler)) return {.sort = Sort::PassesOn, .shape = shape};
  if (!isPlainFunction(handler)) return lookAtCallable(shape, handler);
  const Word shared = field(handler, layout_.function.shared);
  const BuiltinHandler builtin = builtins_.recognize(shared);
  if (builtin == BuiltinHandler::Count) return lookAtCallable(shape, handler);
  if (resumesGenerator(builtin)) return lookAtSuspended(shape, builtin, handler);
  if (callsFinally(builtin)) {
    const Word callback = field(field(handler, layout_.function.context), layout_.finallyCallback);
    JobSample sample = lookAtCallable(shape, callback);
    sample.sort = Sort::Finally;
    return sample;
  }
  if (evaluatesModules(builtin) && layout_.stepModule >= 0) {
    const Word module = field(field(handler, layout_.function.context), layout_.stepModule);
    return {.sort = Sort::Module, .shape = shape, .builtin = builtin, .subject = module, .identity = module};
  }
  return {.sort = Sort::Builtin, .shape = shape, .builtin = builtin, .identity = shared};
}

JobSample JobReader::lookAtSuspended(JobShape shape, BuiltinHandler builtin, Word handler) const {
  const Word generator = field(field(handler, layout_.function.context), layout_.awaitGenerator);
  const Word function = field(generator, layout_.generator.function);
  return {.sort = Sort::Suspended,
          .shape = shape,
          .builtin = builtin,
          .subject = generator,
          .suspended = function,
          .identity = field(function, layout_.function.shared),
          .continuation = field(generator, layout_.generator.continuation)};
}

Word JobReader::realmObject(Word job) const {
  const auto shape = layout_.shapeOf(heap::instanceType(job));
  if (!shape || *shape == JobShape::Callback) return 0;
  if (*shape == JobShape::Callable) return field(job, layout_.callable.function);
  if (*shape == JobShape::Thenable) return field(job, layout_.thenable.then);
  const Word handler = field(job, layout_.reaction.handler);
  return isAbsent(handler) ? layout_.promiseOf(job) : handler;
}

}  // namespace vmscope
