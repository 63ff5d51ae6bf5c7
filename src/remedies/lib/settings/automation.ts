import { automationReason } from '../../../core/automation-reason.ts'
import type { PermissionNeed, RemedyContext } from '../../../core/remedy.ts'
import { type Sentence, say } from '../../../core/sentence.ts'
import { clientHere, shortClientName } from '../app-control.ts'
import { clientSettingsOf } from './fitting.ts'

/** The permission that macOS would be asked for at the click; empty where it was given, refused, or cannot be known. */
export async function automationToAsk(context: RemedyContext, signal: AbortSignal): Promise<readonly PermissionNeed[]> {
  const settings = clientSettingsOf(context)
  if (!settings) return []
  const client = clientHere(context)
  const { automation } = await context.world.mac.permissions(signal)
  return automation[client] === 'not-asked' ? [{ permission: 'automation', client, why: settings.why }] : []
}

/** What macOS will ask at the click, with the words of ours that it shows. */
export async function questionOfMacos(context: RemedyContext, signal: AbortSignal): Promise<readonly Sentence[]> {
  if ((await automationToAsk(context, signal)).length === 0) return []
  const app = shortClientName(clientHere(context))
  return [
    say('macOS asks you first whether Outbox Doctor may control {app}, and shows: “{reason}” Please allow it.', {
      app,
      reason: automationReason,
    }),
  ]
}
