import { judgeMovedMailbox } from '../../causes/lib/moved-mailbox.ts'
import { settingsDiffer } from '../../causes/server/settings-differ.ts'
import { type Role, roles, type Server } from '../../core/mail.ts'
import type { Action, Guide, RemedyContext } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { capabilitiesOf, openingApp } from '../lib/app-places.ts'
import { profileFor } from '../lib/profile-for.ts'
import { serverSteps } from '../lib/server-steps.ts'
import { settingsAct } from '../lib/settings/act.ts'
import type { SettingsReceipt, Wish } from '../lib/settings/change.ts'
import { firstSafe } from '../lib/settings/first-safe.ts'
import { whyByHand } from '../lib/settings/keeper.ts'
import { publishedAndOpen, publishedFor, valuesOf } from '../lib/working-servers.ts'

export const applyPublishedSettings: Action<SettingsReceipt> = settingsAct({
  id: 'apply-published-settings',
  label: say('Use the settings that the provider publishes'),
  treats: () => [settingsDiffer],
  wishes,
})

export const applyPublishedSettingsByHand: Guide = {
  id: 'apply-published-settings-by-hand',
  kind: 'guide',
  label: say('Enter the published settings by hand'),
  risk: 1,
  treats: () => [settingsDiffer],
  fits: (context) => Object.keys(better(context)).length > 0,
  guide(context) {
    const found = better(context)
    const changed = roles.filter((role) => found[role])
    const file = capabilitiesOf(context).accountsOfMac ? profileFor(context, found) : undefined
    return {
      steps: [
        ...whyByHand(context),
        ...serverSteps(context, changed, 'host-and-port'),
        ...(file
          ? [say('Only if nothing else helps: the file below sets the account up anew, beside the old one.')]
          : []),
      ],
      values: changed.flatMap((role) => (found[role] ? valuesOf(role, found[role]) : [])),
      ...openingApp(context),
      ...(file && { files: [file] }),
    }
  },
}

/** For every server that differs one that the app can be told; half of it helps nobody. */
function wishes(context: RemedyContext): Wish[] {
  const found = roles.flatMap((role) => {
    const [first, ...others] = wanted(context, role)
    const own = context.account[role]
    if (!own || !first || isSetUp(own, first)) return []
    return [firstSafe(role, [first, ...others.filter((one) => !isSetUp(own, one))], context)]
  })
  return found.includes(undefined) ? [] : found.filter((wish) => wish !== undefined)
}

type Better = Partial<Record<'outgoing' | 'incoming', Server>>

function better(context: RemedyContext): Better {
  return Object.fromEntries(
    roles.flatMap((role) => {
      const [first] = wanted(context, role)
      // Where what is set up is itself published, it is not the settings that are wrong.
      return first && !isSetUp(context.account[role], first) ? [[role, first]] : []
    }),
  )
}

/** A mailbox that has moved is only with the new provider, whether or not its ports were tried. */
function wanted({ chart }: RemedyContext, role: Role): Server[] {
  if (!chart.account[role]) return []
  return judgeMovedMailbox(chart).is === 'present' ? publishedFor(chart, role) : publishedAndOpen(chart, role)
}

function isSetUp(own: Server | undefined, other: Server): boolean {
  return own?.host === other.host && own.port === other.port && own.security === other.security
}
