// Declarations as in Apple's headers, only as many as our sources name: enough to check their syntax elsewhere.
#pragma once
#include <cstddef>
#include <cstdint>

#define nil nullptr
typedef signed char BOOL;
typedef unsigned long NSUInteger;
typedef int32_t OSStatus;
typedef long CFIndex;
typedef const void *CFTypeRef;
typedef const struct __CFData *CFDataRef;
typedef const struct __CFString *CFStringRef;
typedef struct __CFError *CFErrorRef;

__attribute__((objc_root_class)) @interface NSObject
@end

@interface NSString : NSObject
+ (instancetype)stringWithUTF8String:(const char *)text;
@property(readonly) const char *UTF8String;
@end

@interface NSData : NSObject
+ (instancetype)dataWithBytes:(const void *)bytes length:(NSUInteger)length;
@end

@interface NSArray : NSObject
@property(readonly) NSUInteger count;
@end

@interface NSMutableArray : NSArray
+ (instancetype)arrayWithCapacity:(NSUInteger)capacity;
- (void)addObject:(id)object;
@end

extern "C" {
void CFRelease(CFTypeRef object);
CFIndex CFErrorGetCode(CFErrorRef error);
CFStringRef CFErrorCopyDescription(CFErrorRef error) __attribute__((cf_returns_retained));
}

static inline id CFBridgingRelease(CFTypeRef __attribute__((cf_consumed)) object) { return (__bridge_transfer id)object; }

@protocol OS_dispatch_queue
@end
typedef NSObject<OS_dispatch_queue> *dispatch_queue_t;
typedef NSObject *dispatch_queue_attr_t;
typedef void (^dispatch_block_t)(void);
#define DISPATCH_QUEUE_SERIAL nullptr
enum { QOS_CLASS_UTILITY = 0x11 };
extern "C" {
dispatch_queue_t dispatch_get_global_queue(intptr_t identifier, uintptr_t flags);
dispatch_queue_t dispatch_queue_create(const char *label, dispatch_queue_attr_t attributes)
    __attribute__((ns_returns_retained));
void dispatch_async(dispatch_queue_t queue, dispatch_block_t block);
}
