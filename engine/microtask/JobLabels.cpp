#include "engine/microtask/JobLabels.h"

#include "engine/Isolate.h"
#include "engine/microtask/SuspensionLocator.h"
#include "engine/module/Modules.h"
#include "engine/vm/Context.h"
#include "engine/vm/ErrorDecoration.h"

namespace vmscope {

using heap::field;
using heap::toLocal;
using heap::Word;
using Sort = JobSample::Sort;

namespace {

std::string toText(v8::Isolate* isolate, v8::Local<v8::Value> value) {
  if (!value->IsString()) return {};
  const v8::String::Utf8Value text(isolate, value);
  return {*text, static_cast<std::size_t>(text.length())};
}

/// The target of a bound function or a proxy, however deep.
v8::Local<v8::Value> targetOf(v8::Local<v8::Value> callable) {
  for (;;) {
    v8::Local<v8::Value> target;
    if (callable->IsProxy()) {
      target = callable.As<v8::Proxy>()->GetTarget();
    } else if (callable->IsFunction()) {
      target = callable.As<v8::Function>()->GetBoundFunction();
    }
    if (target.IsEmpty() || !target->IsObject()) return callable;
    callable = target;
  }
}

int contextIdOf(v8::Isolate* isolate, v8::Local<v8::Value> object) {
  if (object.IsEmpty() || !object->IsObject()) return 0;
  v8::Local<v8::Context> context;
  if (!targetOf(object).As<v8::Object>()->GetCreationContext(isolate).ToLocal(&context)) return 0;
  const Context* ours = Context::from(context);
  return ours ? ours->id() : 0;
}

/// A function of a built-in module's JavaScript. V8's inspector ends the process where it is asked for a place in
/// there.
bool isOfBuiltinModule(v8::Isolate* isolate, v8::Local<v8::Function> function) {
  if (function->ScriptId() == v8::UnboundScript::kNoScriptId) return false;
  return toText(isolate, function->GetScriptOrigin().ResourceName()) == kOwnScripts;
}

}  // namespace

/// A sample whose objects are held by handles, so that V8 may allocate.
struct JobLabels::Subject {
  JobSample sample;
  v8::Local<v8::Value> object;
  v8::Local<v8::Value> suspended;
};

JobLabels::~JobLabels() {
  if (isCounting_) isolate_->RemoveGCEpilogueCallback(&JobLabels::countCollection, this);
}

void JobLabels::countCollection(v8::Isolate*, v8::GCType, v8::GCCallbackFlags, void* self) {
  ++static_cast<JobLabels*>(self)->collections_;
}

void JobLabels::setLocator(SuspensionLocator* locator) {
  locator_ = locator;
  ++collections_;  // so that awaits are described anew
}

void JobLabels::describe(const Calibrated& calibrated, std::span<const Word> words, std::span<Job> jobs) {
  v8::HandleScope handles(isolate_);
  forgetMoved(calibrated);
  const JobReader reader(calibrated.layout, *builtinWords_);
  found_.clear();
  for (const Word word : words) found_.push_back(find(reader.look(word), reader.realmObject(word)));
  fill(jobs);
}

void JobLabels::describeHandlers(const Calibrated& calibrated, std::span<const Word> handlers, std::span<Job> jobs) {
  v8::HandleScope scope(isolate_);
  forgetMoved(calibrated);
  const JobReader reader(calibrated.layout, *builtinWords_);
  found_.clear();
  for (const Word handler : handlers) {
    const bool isObject = heap::isObject(handler) && !heap::isOddball(handler);
    found_.push_back(find(reader.lookAtReaction(JobShape::Fulfill, handler), isObject ? handler : 0));
  }
  fill(jobs);
}

void JobLabels::fill(std::span<Job> jobs) {
  nameNew();
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const Label& label = labels_[found_[i].label];
    jobs[i].kind = label.kind;
    jobs[i].handler = label.handler;
    jobs[i].contextId = realms_[found_[i].realm];
  }
}

// What a collection does to the words is only seen here: within one `describe` they are read before V8 may allocate.
void JobLabels::forgetMoved(const Calibrated& calibrated) {
  if (!isCounting_) {
    isolate_->AddGCEpilogueCallback(&JobLabels::countCollection, this);
    isCounting_ = true;
  } else if (readAt_ == collections_) {
    return;
  }
  readAt_ = collections_;
  labelIndices_.clear();
  realmIndices_.clear();
  labels_.clear();
  realms_.clear();
  builtinWords_ = calibrated.builtins.view(isolate_);
}

JobLabels::Found JobLabels::find(const JobSample& sample, Word object) {
  const auto [label, isNewLabel] = labelIndices_.try_emplace(sample, labels_.size() + newSamples_.size());
  if (isNewLabel) newSamples_.push_back(sample);
  // All objects of one map are of one realm.
  const Word map = object == 0 ? 0 : field(object, 0);
  const auto [realm, isNewRealm] = realmIndices_.try_emplace(map, realms_.size() + newRealms_.size());
  if (isNewRealm) newRealms_.push_back(object);
  return {label->second, realm->second};
}

void JobLabels::nameNew() {
  std::vector<Subject> subjects;
  for (const JobSample& sample : newSamples_) {
    Subject subject{sample, {}, {}};
    if (sample.subject != 0) subject.object = toLocal(isolate_, sample.subject);
    if (sample.suspended != 0) subject.suspended = toLocal(isolate_, sample.suspended);
    subjects.push_back(subject);
  }
  std::vector<v8::Local<v8::Value>> realms;
  for (const Word object : newRealms_) {
    realms.push_back(object == 0 ? v8::Local<v8::Value>() : toLocal(isolate_, object));
  }
  newSamples_.clear();
  newRealms_.clear();

  // From here on V8 may allocate.
  for (const Subject& subject : subjects) labels_.push_back(labelOf(subject));
  for (const auto& object : realms) realms_.push_back(contextIdOf(isolate_, object));
}

JobLabels::Label JobLabels::labelOf(const Subject& subject) {
  const JobSample& sample = subject.sample;
  switch (sample.sort) {
    case Sort::Unknown:
      return {JobKind::Builtin, builtin("job of the engine")};
    case Sort::HostCallback:
      return {JobKind::Builtin, builtin("callback of the host")};
    case Sort::PassesOn:
      return {JobKind::Builtin, builtin(sample.shape == JobShape::Reject ? "no handler: the reason goes on"
                                                                         : "no handler: the value goes on")};
    case Sort::Builtin:
      return {JobKind::Builtin, builtin(vmscope::describe(sample.builtin))};
    case Sort::Module:
      return moduleLabel(subject);
    case Sort::Suspended:
      return suspendedLabel(subject);
    case Sort::Finally:
      return functionLabel(JobKind::Finally, subject.object);
    case Sort::Function:
    case Sort::Object:
      break;
  }
  if (sample.shape == JobShape::Callable) return functionLabel(JobKind::Callback, subject.object);
  if (sample.shape == JobShape::Thenable) return functionLabel(JobKind::Thenable, subject.object);
  return functionLabel(sample.shape == JobShape::Reject ? JobKind::Catch : JobKind::Then, subject.object);
}

// A function without script and without name is one that V8 or the embedder made for itself.
JobLabels::Label JobLabels::functionLabel(JobKind kind, v8::Local<v8::Value> callable) {
  const v8::Local<v8::Value> target = targetOf(callable);
  if (!target->IsFunction()) return {JobKind::Builtin, builtin("callable object")};
  const auto function = target.As<v8::Function>();
  if (isOfBuiltinModule(isolate_, function)) return {kind, ofBuiltinModule(function)};
  auto handler = std::make_shared<JobHandler>();
  handler->name = functionName(isolate_, function);
  handler->place = functionPlace(isolate_, function);
  if (handler->name.empty() && !handler->place.isKnown()) return {JobKind::Builtin, builtin("built-in function")};
  if (handler->name.empty()) handler->name = "(anonymous)";
  if (target != callable) handler->name = (callable->IsProxy() ? "proxy of " : "bound ") + handler->name;
  return {kind, std::move(handler)};
}

// Of a file, its last name says enough.
JobLabels::Label JobLabels::moduleLabel(const Subject& subject) {
  std::string label = vmscope::describe(subject.sample.builtin);
  const Lock lock(Isolate::from(isolate_));
  const v8::Local<v8::Data> record = subject.object;
  if (const Module* module = lock.isolate().modules().find(lock, record.As<v8::Module>())) {
    const std::string& name = module->identifier();
    label += ": " + (name.starts_with("file:") ? name.substr(name.rfind('/') + 1) : name);
  }
  return {JobKind::Builtin, builtin(label)};
}

JobLabels::Label JobLabels::suspendedLabel(const Subject& subject) {
  if (!subject.object->IsGeneratorObject() || !subject.suspended->IsFunction()) {
    return {JobKind::Builtin, builtin(vmscope::describe(subject.sample.builtin))};
  }
  const auto function = subject.suspended.As<v8::Function>();
  if (isOfBuiltinModule(isolate_, function)) return {JobKind::Await, ofBuiltinModule(function)};
  auto handler = std::make_shared<JobHandler>();
  handler->name = functionName(isolate_, function);
  // What waits and is no such function is the body of a module.
  const bool isBody = !function->IsAsyncFunction() && !function->IsGeneratorFunction();
  if (handler->name.empty()) handler->name = isBody ? "(top level)" : "(anonymous)";
  const auto place = suspendedAt(function, subject);
  handler->isExact = place.has_value();
  handler->place = place ? *place : functionPlace(isolate_, function);
  return {JobKind::Await, std::move(handler)};
}

// Where it is in there is no place that a person knows.
std::shared_ptr<const JobHandler> JobLabels::ofBuiltinModule(v8::Local<v8::Function> function) {
  const std::string name = functionName(isolate_, function);
  return builtin((name.empty() ? "(anonymous)" : name) + " of a built-in module");
}

std::optional<SourcePlace> JobLabels::suspendedAt(v8::Local<v8::Function> function, const Subject& subject) {
  if (!locator_) return std::nullopt;
  const std::tuple key{function->ScriptId(), function->GetScriptStartPosition(),
                       v8::internal::Internals::SmiValue(subject.sample.continuation)};
  if (const auto known = suspensions_.find(key); known != suspensions_.end()) return known->second;
  auto place = locator_->locate(subject.object.As<v8::Object>());
  if (!place) return std::nullopt;
  if (place->url.empty()) place->url = functionPlace(isolate_, function).url;
  return suspensions_.emplace(key, *std::move(place)).first->second;
}

std::shared_ptr<const JobHandler> JobLabels::builtin(const std::string& description) {
  auto& handler = builtins_[description];
  if (!handler) handler = std::make_shared<JobHandler>(JobHandler{.name = description, .place = {}});
  return handler;
}

std::string functionName(v8::Isolate* isolate, v8::Local<v8::Function> function) {
  std::string name = toText(isolate, function->GetName());
  return name.empty() ? toText(isolate, function->GetInferredName()) : name;
}

SourcePlace functionPlace(v8::Isolate* isolate, v8::Local<v8::Function> function) {
  SourcePlace place;
  if (function->ScriptId() == v8::UnboundScript::kNoScriptId) return place;
  v8::Location location = function->GetScriptLocation();
  place.scriptId = function->ScriptId();
  place.url = toText(isolate, function->GetScriptOrigin().ResourceName());
  place.line = location.GetLineNumber();
  place.column = location.GetColumnNumber();
  return place;
}

}  // namespace vmscope
