// Security.framework's trust evaluation (SecTrust.h, SecPolicy.h, SecCertificate.h).
#pragma once
#import <Foundation/Foundation.h>

typedef struct __SecTrust *SecTrustRef;
typedef struct __SecPolicy *SecPolicyRef;
typedef struct __SecCertificate *SecCertificateRef;
typedef unsigned char Boolean;
typedef const struct __CFAllocator *CFAllocatorRef;
enum { errSecSuccess = 0 };

typedef void (^SecTrustWithErrorCallback)(SecTrustRef trust, bool result, CFErrorRef error);

extern "C" {
SecCertificateRef SecCertificateCreateWithData(CFAllocatorRef allocator, CFDataRef data)
    __attribute__((cf_returns_retained));
SecPolicyRef SecPolicyCreateSSL(Boolean server, CFStringRef hostname) __attribute__((cf_returns_retained));
OSStatus SecTrustCreateWithCertificates(CFTypeRef certificates, CFTypeRef policies, SecTrustRef *trust);
OSStatus SecTrustEvaluateAsyncWithError(SecTrustRef trust, dispatch_queue_t queue, SecTrustWithErrorCallback result);
}
