#include "automation.h"

#import <CoreServices/CoreServices.h>
#import <Foundation/Foundation.h>

#include <memory>
#include <string>

namespace {

/// Nobody is asked anything: with `false`, the system only says how things stand. Its header says: never on the main
/// thread.
OSStatus StatusOf(const std::string &bundle) {
  AEAddressDesc target;
  OSStatus status =
      AECreateDesc(typeApplicationBundleID, bundle.data(), static_cast<Size>(bundle.size()), &target);
  if (status != noErr) return status;
  status = AEDeterminePermissionToAutomateTarget(&target, typeWildCard, typeWildCard, false);
  AEDisposeDesc(&target);
  return status;
}

} // namespace

Napi::Value AutomationStatus(const Napi::CallbackInfo &info) {
  const auto env = info.Env();
  const auto deferred = Napi::Promise::Deferred::New(env);
  if (info.Length() < 1 || !info[0].IsString()) {
    deferred.Reject(Napi::TypeError::New(env, "automationStatus needs a bundle identifier").Value());
    return deferred.Promise();
  }
  const auto nothing = Napi::Function::New(env, [](const Napi::CallbackInfo &) {});
  auto crossing = Napi::ThreadSafeFunction::New(env, nothing, "automation", 0, 1);
  // An app that hangs must not keep this process alive.
  crossing.Unref(env);
  const std::string bundle = info[0].As<Napi::String>();
  // Not on Node's own threads: of those there are four, and one that hangs would be missing for reading files.
  dispatch_async(dispatch_get_global_queue(QOS_CLASS_UTILITY, 0), ^{
    @autoreleasepool {
      auto status = std::make_unique<OSStatus>(StatusOf(bundle));
      const auto settle = [deferred](Napi::Env there, Napi::Function, OSStatus *data) {
        const std::unique_ptr<OSStatus> owned(data);
        if (there != nullptr) deferred.Resolve(Napi::Number::New(there, static_cast<double>(*owned)));
      };
      const napi_status told = crossing.NonBlockingCall(status.get(), settle);
      if (told == napi_ok) status.release();
      // A function that is closing has let go of us by itself.
      if (told != napi_closing) crossing.Release();
    }
  });
  return deferred.Promise();
}
