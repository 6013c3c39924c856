#include "engine/microtask/CallStacks.h"

#include <v8-unwinder.h>

#include <algorithm>
#include <array>
#include <string>

namespace vmscope {
namespace {

constexpr int kMostFrames = 32;
// Few stacks have more built-ins at their top; those that do are read anew each time.
constexpr std::size_t kTopAddresses = 8;
constexpr std::size_t kFullAddresses = 128;
// A program with more places than these that enqueue is unlike any that a person writes.
constexpr std::size_t kMostKnown = 16'384;

constexpr auto kOptions = static_cast<v8::StackTrace::StackTraceOptions>(
    v8::StackTrace::kDetailed | v8::StackTrace::kExposeFramesAcrossSecurityOrigins);

std::string toText(v8::Isolate* isolate, v8::Local<v8::String> string) {
  if (string.IsEmpty()) return {};
  const v8::String::Utf8Value text(isolate, string);
  return {*text, static_cast<std::size_t>(text.length())};
}

}  // namespace

std::size_t CallStacks::Hash::operator()(std::span<const Address> addresses) const {
  std::size_t hash = addresses.size();
  for (const Address address : addresses) hash = (hash ^ reinterpret_cast<std::size_t>(address)) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 32);
}

bool CallStacks::Equal::operator()(std::span<const Address> one, std::span<const Address> other) const {
  return std::equal(one.begin(), one.end(), other.begin(), other.end());
}

// V8 may run its built-ins from a copy near the code that it makes, which is as long as the original.
CallStacks::CallStacks(v8::Isolate* isolate, Extent extent) : isolate_(isolate), extent_(extent) {
  const void* start = nullptr;
  std::size_t length = 0;
  isolate->GetEmbeddedCodeRange(&start, &length);
  const auto add = [&](const void* from) { builtins_.push_back({from, static_cast<const char*>(from) + length}); };
  add(start);
  std::array<v8::MemoryRange, 64> pages;
  const std::size_t count = std::min(pages.size(), isolate->CopyCodePages(pages.size(), pages.data()));
  for (const auto& page : std::span(pages).first(count)) {
    if (page.length_in_bytes == length) add(page.start);
  }
  isolate->AddGCEpilogueCallback(&CallStacks::forgetAll, this, v8::kGCTypeMarkSweepCompact);
}

CallStacks::~CallStacks() {
  isolate_->RemoveGCEpilogueCallback(&CallStacks::forgetAll, this);
}

void CallStacks::forgetAll(v8::Isolate*, v8::GCType, v8::GCCallbackFlags, void* self) {
  static_cast<CallStacks*>(self)->known_.clear();
  ++static_cast<CallStacks*>(self)->collections_;
}

std::shared_ptr<const CreationStack> CallStacks::now() {
  std::array<Address, kFullAddresses> room;
  const std::size_t wanted = extent_ == Extent::Top ? kTopAddresses : kFullAddresses;
  const auto key = keyOf(walk(std::span(room).first(wanted)), wanted);
  if (!key) return std::make_shared<const CreationStack>(read());
  if (const auto known = known_.find(*key); known != known_.end()) return known->second;
  const std::uint64_t before = collections_;
  auto stack = std::make_shared<const CreationStack>(read());
  if (collections_ != before) return stack;  // the addresses may be others now
  if (known_.size() >= kMostKnown) known_.clear();
  known_.emplace(Addresses(key->begin(), key->end()), stack);
  return stack;
}

// V8 begins where it was left for C++, so our own registers need not be right.
std::span<const CallStacks::Address> CallStacks::walk(std::span<Address> room) const {
  v8::RegisterState registers;
  registers.sp = registers.fp = __builtin_frame_address(0);
  v8::SampleInfo sample{};
  isolate_->GetStackSample(registers, const_cast<void**>(room.data()), room.size(), &sample);
  return room.first(sample.frames_count);
}

bool CallStacks::isBuiltin(Address address) const {
  return std::any_of(builtins_.begin(), builtins_.end(),
                     [&](const Range& range) { return range.start <= address && address < range.end; });
}

// A built-in belongs to the frame that called it: only together they tell one call of it from another.
std::optional<std::span<const CallStacks::Address>> CallStacks::keyOf(std::span<const Address> stack,
                                                                      std::size_t room) const {
  if (extent_ == Extent::Top) {
    const auto caller = std::find_if(stack.begin(), stack.end(), [&](Address address) { return !isBuiltin(address); });
    if (caller != stack.end()) return stack.first(static_cast<std::size_t>(caller - stack.begin()) + 1);
  }
  if (stack.empty() || stack.size() == room) return std::nullopt;
  return stack;
}

CreationStack CallStacks::read() const {
  const v8::HandleScope handles(isolate_);
  const auto trace = v8::StackTrace::CurrentStackTrace(isolate_, extent_ == Extent::Top ? 1 : kMostFrames, kOptions);
  CreationStack stack;
  for (int i = 0; i < trace->GetFrameCount(); ++i) {
    const auto frame = trace->GetFrame(isolate_, static_cast<std::uint32_t>(i));
    stack.push_back({toText(isolate_, frame->GetFunctionName()),
                     {.scriptId = frame->GetScriptId(),
                      .url = toText(isolate_, frame->GetScriptNameOrSourceURL()),
                      .line = frame->GetLineNumber() - 1,
                      .column = frame->GetColumn() - 1}});
  }
  return stack;
}

}  // namespace vmscope
