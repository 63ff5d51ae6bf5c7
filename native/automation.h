#pragma once
#include <napi.h>

/// automationStatus(bundle): see index.d.ts.
Napi::Value AutomationStatus(const Napi::CallbackInfo &info);
