#pragma once
#include <napi.h>

/// judgeChain(chain, host): see index.d.ts.
Napi::Value JudgeChain(const Napi::CallbackInfo &info);
