#include "system-trust.h"

#import <Foundation/Foundation.h>
#import <Security/Security.h>

#include <memory>
#include <string>

namespace {

struct Verdict {
  bool trusted = false;
  std::string reason;
  int64_t code = 0;
};

/// The chain as Security.framework has it; nil where one is no certificate.
NSArray *CertificatesOf(const Napi::Array &chain) {
  NSMutableArray *found = [NSMutableArray arrayWithCapacity:chain.Length()];
  for (uint32_t at = 0; at < chain.Length(); at += 1) {
    const Napi::Value one = chain.Get(at);
    if (!one.IsTypedArray() || one.As<Napi::TypedArray>().TypedArrayType() != napi_uint8_array) return nil;
    const auto bytes = one.As<Napi::Uint8Array>();
    NSData *der = [NSData dataWithBytes:bytes.Data() length:bytes.ByteLength()];
    id certificate = CFBridgingRelease(SecCertificateCreateWithData(nullptr, (__bridge CFDataRef)der));
    if (certificate == nil) return nil;
    [found addObject:certificate];
  }
  return found.count > 0 ? found : nil;
}

/// Retained: the caller releases it. Null where the system refuses.
SecTrustRef TrustOf(NSArray *certificates, const std::string &host) {
  NSString *name = [NSString stringWithUTF8String:host.c_str()];
  if (name == nil) return nullptr;
  id policy = CFBridgingRelease(SecPolicyCreateSSL(true, (__bridge CFStringRef)name));
  SecTrustRef trust = nullptr;
  const OSStatus status =
      SecTrustCreateWithCertificates((__bridge CFTypeRef)certificates, (__bridge CFTypeRef)policy, &trust);
  return status == errSecSuccess ? trust : nullptr;
}

std::unique_ptr<Verdict> Read(bool trusted, CFErrorRef error) {
  auto verdict = std::make_unique<Verdict>();
  verdict->trusted = trusted;
  if (trusted || error == nullptr) return verdict;
  verdict->code = CFErrorGetCode(error);
  NSString *words = CFBridgingRelease(CFErrorCopyDescription(error));
  const char *text = words.UTF8String;
  if (text != nullptr) verdict->reason = text;
  return verdict;
}

Napi::Value Told(Napi::Env env, const Verdict &verdict) {
  auto told = Napi::Object::New(env);
  told.Set("trusted", verdict.trusted);
  if (!verdict.reason.empty()) told.Set("reason", verdict.reason);
  if (verdict.code != 0) told.Set("code", static_cast<double>(verdict.code));
  return told;
}

/// Takes `trust` over. The evaluation must be begun on the queue its answer is wanted on.
void Evaluate(SecTrustRef trust, void (^done)(std::unique_ptr<Verdict>)) {
  dispatch_queue_t queue = dispatch_queue_create("outbox-doctor.system-trust", DISPATCH_QUEUE_SERIAL);
  dispatch_async(queue, ^{
    @autoreleasepool {
      const OSStatus status =
          SecTrustEvaluateAsyncWithError(trust, queue, ^(SecTrustRef, bool trusted, CFErrorRef error) {
            @autoreleasepool {
              done(Read(trusted, error));
              CFRelease(trust);
            }
          });
      if (status == errSecSuccess) return;
      auto verdict = std::make_unique<Verdict>();
      verdict->code = status;
      done(std::move(verdict));
      CFRelease(trust);
    }
  });
}

Napi::Value Rejected(Napi::Env env, const char *why) {
  const auto promise = Napi::Promise::Deferred::New(env);
  promise.Reject(Napi::TypeError::New(env, why).Value());
  return promise.Promise();
}

Napi::Value Judge(const Napi::CallbackInfo &info) {
  const auto env = info.Env();
  if (info.Length() < 2 || !info[0].IsArray() || !info[1].IsString()) {
    return Rejected(env, "judgeChain needs a chain and a host name");
  }
  NSArray *certificates = CertificatesOf(info[0].As<Napi::Array>());
  if (certificates == nil) return Rejected(env, "The chain holds something that is no certificate");
  SecTrustRef trust = TrustOf(certificates, info[1].As<Napi::String>());
  if (trust == nullptr) return Rejected(env, "The host name or the chain was not accepted");

  const auto deferred = Napi::Promise::Deferred::New(env);
  // Nothing of JavaScript is called but by this function, on its own thread.
  const auto nothing = Napi::Function::New(env, [](const Napi::CallbackInfo &) {});
  auto crossing = Napi::ThreadSafeFunction::New(env, nothing, "system-trust", 0, 1);
  // Whoever has stopped waiting may end; a missing certificate is fetched for as long as a server likes.
  crossing.Unref(env);
  Evaluate(trust, ^(std::unique_ptr<Verdict> verdict) {
    const auto settle = [deferred](Napi::Env there, Napi::Function, Verdict *data) {
      const std::unique_ptr<Verdict> owned(data);
      if (there != nullptr) deferred.Resolve(Told(there, *owned));
    };
    const napi_status status = crossing.NonBlockingCall(verdict.get(), settle);
    if (status == napi_ok) verdict.release();
    // A function that is closing has let go of us by itself.
    if (status != napi_closing) crossing.Release();
  });
  return deferred.Promise();
}

} // namespace

/// Nobody else drains a pool on JavaScript's thread before its loop comes round, and a watch judges for weeks.
Napi::Value JudgeChain(const Napi::CallbackInfo &info) {
  @autoreleasepool {
    return Judge(info);
  }
}
