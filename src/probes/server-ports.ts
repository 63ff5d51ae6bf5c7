import type { PerServer } from '../core/mail.ts'
import type { Attempt } from '../core/network.ts'

/** Every mail port and 443 of each server, on every address. The configured port is in the list too. */
export type ServerPorts = PerServer<{ host: string; configured: number; tries: readonly Attempt[] }>
