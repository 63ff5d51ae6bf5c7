import { preferencesDamaged, settingBackPreferences } from '../../causes/client/outlook-settings-damaged.ts'
import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import { clientThatCan } from '../../clients/known-clients.ts'
import { clientOf } from '../../core/client.ts'
import { type Action, Failed } from '../../core/remedy.ts'
import { asCommand, joinSentences, say, verbatim } from '../../core/sentence.ts'
import type { World } from '../../core/world.ts'
import { dictionary, propertyListFile } from '../../formats/property-list.ts'
import { appCommands, isRunning, openClientApp, orFail, quitClientApp, requirePermission } from '../lib/app-control.ts'
import { printOf } from '../lib/print.ts'
import { saveAllMessages } from '../lib/save-messages.ts'

const { id: client, bundle } = clientThatCan('resetPreferences')
const fileName = `${bundle}.plist`
/** An app in a sandbox has its preferences in its container; without one, outside. */
const places = [`~/Library/Containers/${bundle}/Data/Library/Preferences`, '~/Library/Preferences']
const largest = 4_194_304

interface Before {
  /** Where the old preferences are kept. */
  folder: string
  /** Where the waiting messages are saved. */
  messages: string
  wasRunning: boolean
}

/** Loses views, first-run questions and which of both Outlooks is used; no mail and no account. */
export const resetOutlookPreferences: Action<Before> = {
  id: 'reset-outlook-preferences',
  kind: 'act',
  label: settingBackPreferences,
  touches: 'settings',
  risk: 3,
  cancellable: true,
  settles: 60_000,
  treats: () => [preferencesDamaged],
  fits: (context) => clientOf(context) === client && context.observation?.mode !== 'new',
  forbiddenWhile: () => [maybeDelivered, serverBansYou],
  promise: async () => [
    say('Saves the waiting messages as files, and goes on only if every one of them was saved.'),
    appCommands.quit(client),
    say(
      'Keeps the old preferences in a new folder of Outbox Doctor, and reads them back: /usr/bin/defaults export {bundle}',
      { bundle: verbatim(bundle) },
    ),
    asCommand(`/usr/bin/defaults delete ${bundle}`),
    say('{command} (your own; it starts again by itself)', { command: verbatim('/usr/bin/killall cfprefsd') }),
    appCommands.open(client),
    say(
      'Views and questions of the first start come back. No mail and no account is lost. If any step does not work, the old preferences are put back.',
    ),
    say('Undo: /usr/bin/defaults import {bundle} from that folder; what is newer is kept in one, too', {
      bundle: verbatim(bundle),
    }),
  ],
  async capture(context, signal) {
    const { world } = context
    const disk = say('To keep the old preferences safe, Outbox Doctor needs Full Disk Access.')
    await requirePermission(context, 'full-disk-access', client, disk, signal)
    await requirePermission(
      context,
      'automation',
      client,
      say('Outbox Doctor must be allowed to ask Outlook to quit.'),
      signal,
    )
    return {
      folder: await world.hands.files.folder('outlook-preferences'),
      messages: await world.hands.files.folder('waiting-messages'),
      wasRunning: (await isRunning(world, client, signal)) === true,
    }
  },
  async apply({ world }, { folder, messages }, options) {
    const { signal, report } = options
    await saveAllMessages(world, client, messages, options)
    await quitClientApp(world, client, options)
    report(say('Keeping the old preferences.'))
    const kept = `${folder}/${fileName}`
    orFail(await world.hands.preferences.export(bundle, kept, signal), say('The old preferences could not be kept.'))
    if (!(await holdsPreferences(world, kept, signal)))
      throw new Failed(say('What was kept of the old preferences could not be read, so they are left as they are.'))
    report(say('Setting the preferences back.'))
    orFail(await world.hands.preferences.clear(bundle, signal), say('The preferences could not be reset.'))
    await openClientApp(world, client, 'background', options)
  },
  undo: {
    async stands({ mac }, _before, signal) {
      for (const place of places) {
        const read = await mac.files.read(`${place}/${fileName}`, largest, signal)
        if (read.seen)
          return { fingerprint: await printOf(read.value), sentence: say('Outlook has other preferences by now.') }
        if (read.why !== 'missing') return undefined
      }
      return { fingerprint: 'none', sentence: say('Outlook has no preferences by now.') }
    },
    newer: { purpose: 'newer-outlook-preferences', receipt: (before, folder) => ({ ...before, folder }) },
    async putBack(world, { folder, wasRunning }, conduct) {
      const { signal, report, newer } = conduct
      const kept = `${folder}/${fileName}`
      // Without it nothing was set back.
      try {
        if (!(await holdsPreferences(world, kept, signal))) return
        await quitClientApp(world, client, conduct)
        report(say('Keeping the newer preferences.'))
        const aside = newer ? `${newer.folder}/${fileName}` : `${folder}/newer ${world.clock.now()}.plist`
        const exported = await world.hands.preferences.export(bundle, aside, signal)
        if (!exported.done && exported.why !== 'missing')
          orFail(exported, say('The newer preferences could not be kept.'))
        const put = await world.hands.preferences.import(bundle, kept, signal)
        orFail(
          put,
          joinSentences([
            say('The old preferences could not be put back.'),
            say('They are in {folder}.', { folder: verbatim(kept) }),
          ]),
        )
      } finally {
        if (wasRunning) await openClientApp(world, client, 'background', conduct)
      }
    },
  },
}

async function holdsPreferences({ mac }: World, file: string, signal: AbortSignal): Promise<boolean> {
  const read = await mac.files.parse(file, largest, propertyListFile, signal)
  return read.seen && Object.keys(dictionary(read.value) ?? {}).length > 0
}
