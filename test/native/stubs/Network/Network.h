// Network.framework's path monitor (nw/path_monitor.h, nw/path.h, nw/interface.h).
#pragma once
#import <Foundation/Foundation.h>

@protocol OS_nw_path
@end
@protocol OS_nw_path_monitor
@end
@protocol OS_nw_interface
@end
typedef NSObject<OS_nw_path> *nw_path_t;
typedef NSObject<OS_nw_path_monitor> *nw_path_monitor_t;
typedef NSObject<OS_nw_interface> *nw_interface_t;

typedef enum {
  nw_path_status_invalid = 0,
  nw_path_status_satisfied = 1,
  nw_path_status_unsatisfied = 2,
  nw_path_status_satisfiable = 3,
} nw_path_status_t;
typedef enum {
  nw_path_unsatisfied_reason_not_available = 0,
  nw_path_unsatisfied_reason_cellular_denied = 1,
  nw_path_unsatisfied_reason_wifi_denied = 2,
  nw_path_unsatisfied_reason_local_network_denied = 3,
} nw_path_unsatisfied_reason_t;
typedef enum {
  nw_interface_type_other = 0,
  nw_interface_type_wifi = 1,
  nw_interface_type_cellular = 2,
  nw_interface_type_wired = 3,
  nw_interface_type_loopback = 4,
} nw_interface_type_t;

typedef void (^nw_path_monitor_update_handler_t)(nw_path_t path);
typedef bool (^nw_path_enumerate_interfaces_block_t)(nw_interface_t interface);

extern "C" {
nw_path_monitor_t nw_path_monitor_create(void) __attribute__((ns_returns_retained));
void nw_path_monitor_set_queue(nw_path_monitor_t monitor, dispatch_queue_t queue);
void nw_path_monitor_set_update_handler(nw_path_monitor_t monitor, nw_path_monitor_update_handler_t handler);
void nw_path_monitor_start(nw_path_monitor_t monitor);
void nw_path_monitor_cancel(nw_path_monitor_t monitor);
nw_path_status_t nw_path_get_status(nw_path_t path);
nw_path_unsatisfied_reason_t nw_path_get_unsatisfied_reason(nw_path_t path);
bool nw_path_is_expensive(nw_path_t path);
bool nw_path_is_constrained(nw_path_t path);
bool nw_path_has_dns(nw_path_t path);
bool nw_path_has_ipv4(nw_path_t path);
bool nw_path_has_ipv6(nw_path_t path);
void nw_path_enumerate_interfaces(nw_path_t path,
                                  __attribute__((noescape)) nw_path_enumerate_interfaces_block_t block);
const char *nw_interface_get_name(nw_interface_t interface);
nw_interface_type_t nw_interface_get_type(nw_interface_t interface);
}
