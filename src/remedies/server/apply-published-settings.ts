import { configuredPort, isOpen } from '../../causes/lib/chart-queries.ts'
import { judgeMovedMailbox } from '../../causes/lib/moved-mailbox.ts'
import { serverDown } from '../../causes/server/server-down.ts'
import { serverPortClosed } from '../../causes/server/server-port-closed.ts'
import { settingsDiffer } from '../../causes/server/settings-differ.ts'
import type { Chart } from '../../core/chart.ts'
import { type Role, roles, type Server } from '../../core/mail.ts'
import type { Action, Guide, RemedyContext } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { capabilitiesOf, openingApp } from '../lib/app-places.ts'
import { profileFor } from '../lib/profile-for.ts'
import { serverSteps } from '../lib/server-steps.ts'
import { settingsAct } from '../lib/settings/act.ts'
import type { SettingsReceipt, Wish } from '../lib/settings/change.ts'
import { firstSafe } from '../lib/settings/first-safe.ts'
import { settingsByHand, whyByHand } from '../lib/settings/keeper.ts'
import { otherPorts, publishedAndOpen, publishedFor, valuesOf } from '../lib/working-servers.ts'

const treats = () => [settingsDiffer, serverPortClosed, serverDown]

export const applyPublishedSettings: Action<SettingsReceipt> = settingsAct({
  id: 'apply-published-settings',
  label: say('Use the settings that the provider publishes'),
  treats,
  wishes,
})

export const applyPublishedSettingsByHand: Guide = {
  id: 'apply-published-settings-by-hand',
  kind: 'guide',
  byHand: settingsByHand,
  label: say('Enter the published settings by hand'),
  risk: 1,
  treats,
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

/** Seen to be open; only where the server that is set up is given up, what nobody has tried yet. */
function wanted({ chart }: RemedyContext, role: Role): Server[] {
  const own = chart.account[role]
  if (!own) return []
  const published = publishedFor(chart, role)
  return judgeMovedMailbox(chart).is === 'present' || isGivenUp(chart, role, own, published)
    ? published
    : publishedAndOpen(chart, role)
}

/** Its port does not answer, it has no other, and nobody publishes its name any more. */
function isGivenUp(chart: Chart, role: Role, { host }: Server, published: readonly Server[]): boolean {
  const door = configuredPort(chart, role)
  const isPublished = published.some((one) => one.host.toLowerCase() === host.toLowerCase())
  return door !== undefined && !isOpen(door) && !isPublished && otherPorts(chart, role).length === 0
}

function isSetUp(own: Server | undefined, other: Server): boolean {
  return own?.host === other.host && own.port === other.port && own.security === other.security
}
