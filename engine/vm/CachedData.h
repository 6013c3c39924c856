#pragma once

#include <v8.h>

#include <memory>

#include "engine/Lock.h"

namespace vmscope {

/// V8's code cache as JavaScript holds it: a Buffer where the program has one, else a Uint8Array.
v8::MaybeLocal<v8::Uint8Array> toBuffer(const Lock& lock, const v8::ScriptCompiler::CachedData& data);

/// The bytes of a view for V8 to consume, whatever kind of view it is. V8 reads them in place: the view outlives the
/// compilation.
std::unique_ptr<v8::ScriptCompiler::CachedData> fromView(v8::Local<v8::ArrayBufferView> view);

}  // namespace vmscope
