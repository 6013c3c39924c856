#pragma once

#include <v8.h>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/Lock.h"

namespace vmscope::runtime {

/// What the built-in modules written in JavaScript call: one object per group (`native.module`, `native.process`), each
/// made when it is first read. Programs never see it.
v8::Local<v8::Object> makeNatives(Lock& lock, v8::Local<v8::Context> context);

/// A group defines its functions on `target`.
using DefineGroup = void (*)(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);

void defineByteNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);
void defineFileNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);
void defineUrlNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);
void defineHttpNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);
void defineNetNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);
void defineErrorNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);
void defineImportNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);
void defineInspectNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);
void defineUtilNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);
void defineModuleNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);
void defineProcessNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);

/// The bytes of an ArrayBufferView; none of anything else. They move when JavaScript runs.
std::pair<const std::uint8_t*, std::size_t> bytesOf(v8::Local<v8::Value> value);
v8::Local<v8::Uint8Array> makeBytes(const Lock& lock, const std::vector<std::uint8_t>& bytes);

}  // namespace vmscope::runtime
