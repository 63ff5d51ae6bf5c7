// CoreServices' Apple events (AE/AEDataModel.h, AE/AppleEvents.h).
#pragma once
#import <Foundation/Foundation.h>

typedef unsigned char Boolean;
typedef long Size;
typedef unsigned int FourCharCode;
typedef FourCharCode DescType;
typedef FourCharCode AEEventClass;
typedef FourCharCode AEEventID;
typedef short OSErr;
typedef struct OpaqueAEDataStorageType *AEDataStorageType;
typedef AEDataStorageType *AEDataStorage;
struct AEDesc {
  DescType descriptorType;
  AEDataStorage dataHandle;
};
typedef struct AEDesc AEDesc;
typedef AEDesc AEAddressDesc;
enum { noErr = 0 };
enum { typeWildCard = 0x2a2a2a2a, typeApplicationBundleID = 0x62756e64 };

extern "C" {
OSErr AECreateDesc(DescType typeCode, const void *dataPtr, Size dataSize, AEDesc *result);
OSErr AEDisposeDesc(AEDesc *theAEDesc);
OSStatus AEDeterminePermissionToAutomateTarget(const AEAddressDesc *target, AEEventClass theAEEventClass,
                                               AEEventID theAEEventID, Boolean askUserIfNeeded);
}
