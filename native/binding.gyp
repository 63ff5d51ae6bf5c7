{
  "targets": [
    {
      "target_name": "outbox_doctor",
      "sources": ["addon.mm", "automation.mm", "path-monitor.mm", "system-trust.mm"],
      "include_dirs": ["<!(node -p \"require('node-addon-api').include_dir\")"],
      "defines": ["NAPI_VERSION=8", "NAPI_DISABLE_CPP_EXCEPTIONS", "NODE_ADDON_API_DISABLE_DEPRECATED"],
      "xcode_settings": {
        "CLANG_CXX_LANGUAGE_STANDARD": "c++17",
        "CLANG_CXX_LIBRARY": "libc++",
        "CLANG_ENABLE_OBJC_ARC": "YES",
        "GCC_ENABLE_CPP_EXCEPTIONS": "NO",
        "GCC_SYMBOLS_PRIVATE_EXTERN": "YES",
        "MACOSX_DEPLOYMENT_TARGET": "12.0",
        "OTHER_CFLAGS": ["-arch arm64", "-arch x86_64", "-Wall", "-Wextra", "-fobjc-arc"],
        "OTHER_LDFLAGS": ["-arch arm64", "-arch x86_64"]
      },
      "link_settings": {
        "libraries": ["-framework CoreServices", "-framework Foundation", "-framework Network", "-framework Security"]
      }
    }
  ]
}
