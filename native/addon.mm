#include "path-monitor.h"
#include "system-trust.h"

static Napi::Object Init(Napi::Env env, Napi::Object exports) {
  exports.Set("watchPath", Napi::Function::New(env, WatchPath, "watchPath"));
  exports.Set("judgeChain", Napi::Function::New(env, JudgeChain, "judgeChain"));
  return exports;
}

NODE_API_MODULE(outbox_doctor, Init)
