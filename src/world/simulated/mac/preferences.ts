import type { SimulatedMailApp } from './mail-app.ts'
import { simulatedApp } from './mail-apps.ts'

/** What `defaults read` would print for the settings of a mail app that somebody may ask for. */
export function preferencesOf(apps: readonly SimulatedMailApp[], domain: string): ReadonlyMap<string, string> {
  const app = apps.find(({ bundle }) => bundle === domain)
  return (app && simulatedApp(app.app).preferences?.(app)) ?? new Map()
}
