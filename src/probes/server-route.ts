import type { PerServer } from '../core/mail.ts'
import type { Route } from '../core/network.ts'

/** The way to each server's first address; `none`: no route at all. */
export type ServerRoute = PerServer<{ host: string; address: string; route: Route | 'none' }>
