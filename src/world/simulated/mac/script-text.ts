import type { ScriptName } from '../../../core/mac-powers.ts'
import type { SimulatedMailApp } from './mail-app.ts'
import { simulatedApp } from './mail-apps.ts'
import type { ScriptedStores, ScriptRow } from './script-rows.ts'

/** The answer of one of our scripts, in the form of native/scripts/README.md. */
export function scriptText(
  name: ScriptName,
  args: readonly string[],
  app: SimulatedMailApp,
  stores: ScriptedStores,
): string {
  const tell = simulatedApp(app.app).scripts?.[name] ?? (() => [])
  const rows: ScriptRow[] = [['outbox-doctor', ['script', name], ['format', 1]], ...tell(app, stores, args), ['end']]
  const source = name.endsWith('-source') ? sourceOf(stores, app.app, args[0]) : ''
  return `${rows.map(written).join('\x1e')}${source}\n`
}

/** The whole text of a message stands after the answer, between two marks. */
function sourceOf(stores: ScriptedStores, app: SimulatedMailApp['app'], id = ''): string {
  const text = stores.source(app, Number(id))
  return text === undefined ? '' : `\x1d${text}\x1d`
}

function written([kind, ...fields]: ScriptRow): string {
  const told = fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${clean(String(value))}`]))
  return [kind, ...told].join('\x1f')
}

function clean(value: string): string {
  return value.replace(/\p{Cc}/gu, ' ').slice(0, 1_000)
}
