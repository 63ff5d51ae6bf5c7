#pragma once
#include <napi.h>

/// watchPath(changed): see index.d.ts.
Napi::Value WatchPath(const Napi::CallbackInfo &info);
