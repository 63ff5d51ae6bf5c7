import { api } from './de/api.ts'
import { causes } from './de/causes.ts'
import { cli } from './de/cli.ts'
import { clients } from './de/clients.ts'
import { core } from './de/core.ts'
import { doctor } from './de/doctor.ts'
import { history } from './de/history.ts'
import { knowledge } from './de/knowledge.ts'
import { probes } from './de/probes.ts'
import { remedies } from './de/remedies.ts'
import { rescue } from './de/rescue.ts'
import { selfCheck } from './de/self-check.ts'
import { storage } from './de/storage.ts'
import { sync } from './de/sync.ts'
import { telemetry } from './de/telemetry.ts'
import { updates } from './de/updates.ts'
import { wire } from './de/wire.ts'
import { world } from './de/world.ts'

/**
 * German, by the English: every sentence there is. Another language has these in its one file, of the type `Spoken`.
 */
export const de = {
  ...api,
  ...causes,
  ...cli,
  ...clients,
  ...core,
  ...doctor,
  ...history,
  ...knowledge,
  ...probes,
  ...remedies,
  ...rescue,
  ...selfCheck,
  ...storage,
  ...sync,
  ...telemetry,
  ...updates,
  ...wire,
  ...world,
}
