#include "path-monitor.h"

#import <Foundation/Foundation.h>
#import <Network/Network.h>

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace {

/// A path as plain data, so that it may cross from the monitor's queue to JavaScript's thread.
struct Path {
  std::string status;
  std::string reason;
  bool expensive = false;
  bool constrained = false;
  bool dns = false;
  bool ipv4 = false;
  bool ipv6 = false;
  std::vector<std::pair<std::string, std::string>> interfaces;
};

std::string StatusOf(nw_path_t path) {
  switch (nw_path_get_status(path)) {
  case nw_path_status_satisfied:
    return "satisfied";
  case nw_path_status_unsatisfied:
    return "unsatisfied";
  case nw_path_status_satisfiable:
    return "satisfiable";
  default:
    return "invalid";
  }
}

/// By number, since the last has a name only in the headers of macOS 14.
std::string ReasonOf(nw_path_t path) {
  static const char *const reasons[] = {"not-available", "cellular-denied", "wifi-denied", "local-network-denied",
                                        "vpn-inactive"};
  const auto number = static_cast<size_t>(nw_path_get_unsatisfied_reason(path));
  return number < sizeof reasons / sizeof *reasons ? reasons[number] : "";
}

std::string KindOf(nw_interface_t interface) {
  switch (nw_interface_get_type(interface)) {
  case nw_interface_type_wifi:
    return "wifi";
  case nw_interface_type_wired:
    return "ethernet";
  case nw_interface_type_cellular:
    return "cellular";
  case nw_interface_type_loopback:
    return "loopback";
  default:
    return "other";
  }
}

std::unique_ptr<Path> Read(nw_path_t path) {
  auto found = std::make_unique<Path>();
  found->status = StatusOf(path);
  if (found->status == "unsatisfied") found->reason = ReasonOf(path);
  found->expensive = nw_path_is_expensive(path);
  found->constrained = nw_path_is_constrained(path);
  found->dns = nw_path_has_dns(path);
  found->ipv4 = nw_path_has_ipv4(path);
  found->ipv6 = nw_path_has_ipv6(path);
  // The block runs before the call returns.
  auto *interfaces = &found->interfaces;
  nw_path_enumerate_interfaces(path, ^bool(nw_interface_t interface) {
    const char *name = nw_interface_get_name(interface);
    interfaces->emplace_back(name != nullptr ? name : "", KindOf(interface));
    return true;
  });
  return found;
}

/// On JavaScript's thread. `path` is deleted whatever happens.
void Tell(Napi::Env env, Napi::Function changed, Path *path) {
  const std::unique_ptr<Path> owned(path);
  if (env == nullptr || changed == nullptr) return;
  auto told = Napi::Object::New(env);
  told.Set("status", owned->status);
  if (!owned->reason.empty()) told.Set("reason", owned->reason);
  told.Set("expensive", owned->expensive);
  told.Set("constrained", owned->constrained);
  told.Set("dns", owned->dns);
  told.Set("ipv4", owned->ipv4);
  told.Set("ipv6", owned->ipv6);
  auto interfaces = Napi::Array::New(env, owned->interfaces.size());
  for (uint32_t at = 0; at < owned->interfaces.size(); at += 1) {
    auto one = Napi::Object::New(env);
    one.Set("name", owned->interfaces[at].first);
    one.Set("kind", owned->interfaces[at].second);
    interfaces.Set(at, one);
  }
  told.Set("interfaces", interfaces);
  changed.Call({told});
}

/// One monitor on a queue of its own. The update handler and the stop function share it; whoever is last lets it go.
class Watch : public std::enable_shared_from_this<Watch> {
public:
  Watch(Napi::Env env, Napi::Function changed)
      : env_(env), changed_(Napi::ThreadSafeFunction::New(env, changed, "path-monitor", 0, 1)) {
    // Watching must not keep the process alive.
    changed_.Unref(env);
  }

  void Start() {
    queue_ = dispatch_queue_create("outbox-doctor.path-monitor", DISPATCH_QUEUE_SERIAL);
    monitor_ = nw_path_monitor_create();
    nw_path_monitor_set_queue(monitor_, queue_);
    const auto self = shared_from_this();
    nw_path_monitor_set_update_handler(monitor_, ^(nw_path_t path) {
      self->Post(Read(path));
    });
    nw_path_monitor_start(monitor_);
    // Where nobody stops it, the end of the environment does, before the function it calls is gone.
    napi_add_env_cleanup_hook(env_, AtEnd, this);
  }

  /// On JavaScript's thread, once or often. After it nothing is posted, though an update may be under way.
  void Stop() {
    // Letting go of the monitor may let go of the last that holds this object.
    const auto self = shared_from_this();
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!open_) return;
    open_ = false;
    napi_remove_env_cleanup_hook(env_, AtEnd, this);
    changed_.Release();
    nw_path_monitor_cancel(monitor_);
    // The handler holds this object, and this object the monitor: letting go here ends the circle.
    monitor_ = nil;
    queue_ = nil;
  }

private:
  static void AtEnd(void *watch) { static_cast<Watch *>(watch)->Stop(); }

  /// On the monitor's queue.
  void Post(std::unique_ptr<Path> path) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!open_) return;
    if (changed_.NonBlockingCall(path.get(), Tell) == napi_ok) path.release();
  }

  std::mutex mutex_;
  bool open_ = true;
  const napi_env env_;
  Napi::ThreadSafeFunction changed_;
  dispatch_queue_t queue_ = nil;
  nw_path_monitor_t monitor_ = nil;
};

} // namespace

Napi::Value WatchPath(const Napi::CallbackInfo &info) {
  const auto env = info.Env();
  if (info.Length() < 1 || !info[0].IsFunction()) {
    Napi::TypeError::New(env, "watchPath needs a function").ThrowAsJavaScriptException();
    return env.Undefined();
  }
  const auto watch = std::make_shared<Watch>(env, info[0].As<Napi::Function>());
  watch->Start();
  return Napi::Function::New(
      env, [watch](const Napi::CallbackInfo &) { watch->Stop(); }, "stop");
}
