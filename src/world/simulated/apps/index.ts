import { simulatedAppleMail } from './apple-mail/app.ts'
import { simulatedOutlook } from './outlook/app.ts'
import type { SimulatedApp } from './simulated-app.ts'
import { simulatedThunderbird } from './thunderbird/app.ts'

/** Every mail app that a scene may have: one line for each. */
export const simulatedApps: readonly SimulatedApp[] = [simulatedAppleMail, simulatedOutlook, simulatedThunderbird]
