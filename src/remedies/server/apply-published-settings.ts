import { judgeMovedMailbox } from '../../causes/lib/moved-mailbox.ts'
import { settingsDiffer } from '../../causes/server/settings-differ.ts'
import { roles, type Server } from '../../core/mail.ts'
import type { Guide, RemedyContext } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { capabilitiesOf, openingApp } from '../lib/app-places.ts'
import { profileFor } from '../lib/profile-for.ts'
import { serverSteps } from '../lib/server-steps.ts'
import { publishedAndOpen, publishedFor, valuesOf } from '../lib/working-servers.ts'

export const applyPublishedSettings: Guide = {
  id: 'apply-published-settings',
  kind: 'guide',
  label: say('Use the settings that the provider publishes'),
  risk: 1,
  treats: () => [settingsDiffer],
  fits: (context) => Object.keys(better(context)).length > 0,
  guide(context) {
    const found = better(context)
    const changed = roles.filter((role) => found[role])
    const file = capabilitiesOf(context).accountsOfMac ? profileFor(context, found) : undefined
    return {
      steps: [
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

type Better = Partial<Record<'outgoing' | 'incoming', Server>>

function better({ chart }: RemedyContext): Better {
  return Object.fromEntries(
    roles.flatMap((role) => {
      // A mailbox that has moved is only with the new provider, whether or not its ports were tried.
      const wanted = judgeMovedMailbox(chart).is === 'present' ? publishedFor : publishedAndOpen
      const [first] = chart.account[role] ? wanted(chart, role) : []
      // Where what is set up is itself published, it is not the settings that are wrong.
      return first && !isSetUp(chart.account[role], first) ? [[role, first]] : []
    }),
  )
}

function isSetUp(own: Server | undefined, other: Server): boolean {
  return own?.host === other.host && own.port === other.port && own.security === other.security
}
