import { mailClients } from '../../../clients/index.ts'
import type { SimulatedApp } from './simulated-app.ts'

/** Every mail app that is known, as a scene may have it: what `app.ts` exports in the folder here of its name. */
export const simulatedApps: readonly SimulatedApp[] = await Promise.all(
  mailClients.map(async ({ id }) => {
    const own = (await import(`./${id}/app.ts`)) as Readonly<Record<string, SimulatedApp>>
    const [app] = Object.values(own)
    if (app?.client.id !== id) throw new Error(`apps/${id}/app.ts does not export how scenes have it.`)
    return app
  }),
)
