#include "automation.h"
#include "path-monitor.h"
#include "system-trust.h"

static Napi::Object Init(Napi::Env env, Napi::Object exports) {
  exports.Set("watchPath", Napi::Function::New(env, WatchPath, "watchPath"));
  exports.Set("judgeChain", Napi::Function::New(env, JudgeChain, "judgeChain"));
  exports.Set("automationStatus", Napi::Function::New(env, AutomationStatus, "automationStatus"));
  return exports;
}

NODE_API_MODULE(outbox_doctor, Init)
