import { describe, expect, test } from 'vitest'
import { allCauses } from '../../src/causes/index.ts'
import { clientIds, mailTool } from '../../src/clients/known-clients.ts'
import type { Guidance, Guide } from '../../src/core/remedy.ts'
import { render } from '../../src/core/render.ts'
import { type Rendered, rendered } from '../../src/core/rendered.ts'
import { isKnownPage } from '../../src/knowledge/known-places.ts'
import { isPane, settingsPane } from '../../src/knowledge/settings-panes.ts'
import { clientHealth } from '../../src/probes/client/client-health.ts'
import { signIn } from '../../src/probes/sign-in/sign-in.ts'
import { allRemedies } from '../../src/remedies/index.ts'
import { account, found, type Line, outgoing } from '../causes/chart.ts'
import { apps, everythingWrong, remedyContext, versions } from './consulting.ts'

const guides = allRemedies.filter((remedy): remedy is Guide => remedy.kind === 'guide')

/** Every guide as everybody would get it: by app, by version of macOS, and with much or next to nothing known. */
function given(guide: Guide): { where: string; guidance: Rendered<Guidance>; byHand: string }[] {
  const noAuth = { ...account, outgoing: { ...account.outgoing, auth: 'none' as const } } as typeof account
  const bridge = { ...account, outgoing: { ...account.outgoing, host: '127.0.0.1', port: 1025 } } as typeof account
  return apps.flatMap((app) =>
    versions.flatMap((version) =>
      [
        { lines: everythingWrong(), account },
        { lines: everythingWrong(), account: noAuth },
        { lines: [], account },
        { lines: [], account: bridge },
        { lines: [], account: { id: 'a', email: '' } },
        { lines: [found(clientHealth, { client: app, running: true, dialog: true, errors: [] })], account },
      ].flatMap((known, index) =>
        // All causes together, and each one that this treats alone.
        [allCauses, ...guide.treats().map((cause) => [cause])].flatMap((present) => {
          const context = remedyContext({ app, version, present, ...known })
          if (guide.fits && !guide.fits(context)) return []
          return [
            {
              where: `${app} ${version} ${index}`,
              guidance: rendered(guide.guide(context)),
              byHand: render(guide.byHand(context)),
            },
          ]
        }),
      ),
    ),
  )
}

/** Words of people who build mail servers. What stands in quotation marks is written like that on the screen. */
const jargon =
  /\b(DNS|TCP|UDP|sockets?|EHLO|HELO|MX|SRV|resolvers?|handshakes?|daemons?|STARTTLS|MTU|capabilit(y|ies)|regex|stderr|stdin|payloads?|endpoints?|client|latency|packet loss|SASL|MIME|TLS|SSL)\b/

describe.each(guides.map((guide) => [guide.id, guide] as const))('%s', (_, guide) => {
  const all = given(guide)

  test('fits somebody', () => expect(all.length).toBeGreaterThan(0))

  test('reads well: few short steps, whole sentences, no jargon', () => {
    for (const { where, guidance } of all) {
      expect(guidance.steps.length, where).toBeGreaterThan(1)
      expect(guidance.steps.length, where).toBeLessThanOrEqual(8)
      for (const step of guidance.steps) {
        expect(step.length, `${where}: ${step}`).toBeLessThanOrEqual(160)
        expect(step, where).toMatch(/^[A-Z].*[.?:]$/su)
        expect(step, where).not.toMatch(/undefined|null|\[object|NaN|\n|'|"|\.\.|\s\s/)
        expect(step.replaceAll(/“[^”]*”/g, ''), where).not.toMatch(jargon)
      }
      expect(new Set(guidance.steps).size, where).toBe(guidance.steps.length)
    }
  })

  test('says in a sentence why no click does it, and says it nowhere twice', () => {
    for (const { where, guidance, byHand } of all) {
      expect(byHand.length, `${where}: ${byHand}`).toBeLessThanOrEqual(120)
      expect(byHand, where).toMatch(/^[A-Z].*\.$/su)
      expect(byHand, where).not.toMatch(/undefined|null|\[object|NaN|\n|'|"|\.\.|\s\s/)
      expect(byHand, where).not.toMatch(jargon)
      expect(guidance.steps, where).not.toContain(byHand)
    }
  })

  test('opens only what is in our lists, and says where it leads', () => {
    for (const { guidance, where } of all) {
      const { opens } = guidance
      if (!opens) continue
      expect(opens.words, where).toMatch(/^Open /)
      if (opens.what === 'panel') expect(isPane(opens.target), where).toBe(true)
      if (opens.what === 'page') expect(isKnownPage(opens.target), where).toBe(true)
      if (opens.what === 'app') expect(clientIds, where).toContain(opens.target)
      if (opens.what === 'tool') expect(mailTool(opens.target), where).toBeDefined()
    }
  })

  test('calls things as the macOS at hand does', () => {
    for (const { guidance, where } of all) {
      const text = guidance.steps.join(' ')
      if (where.includes(' 12.')) expect(text, where).not.toMatch(/System Settings|> Settings/)
      else expect(text, where).not.toContain('Preferences')
      if (where.startsWith('apple-mail')) expect(text, where).not.toContain('Open Outlook')
      if (where.startsWith('none')) expect(text, where).not.toMatch(/Open (Mail|Outlook)\b/)
    }
  })

  test('never gives up a protection', () => {
    for (const { guidance } of all) {
      const text = [...guidance.steps, ...guidance.values.map(({ value }) => value)].join(' ')
      expect(text).not.toMatch(
        /insecure|always trust|trust (this|the) certificate|without encryption\b(?! where)|allow any|(untick|switch off|turn off|disable)[^.“]*(SSL|TLS|encryption|firewall|certificate)/i,
      )
      expect(guidance.values.filter(({ name, value }) => name.startsWith('Encryption') && value === 'none')).toEqual([])
      expect(guidance.values.filter(({ name, value }) => name.startsWith('Port') && value === '25')).toEqual([])
      expect(guidance.commands?.join('\n') ?? '').not.toMatch(/rm |--setglobalstate|spctl|csrutil|killall/)
    }
  })

  test('comes out the same every time', () => {
    expect(given(guide)).toEqual(all)
  })
})

test('every cause has a remedy, except those that nothing is to be done about', () => {
  const treated = new Set(allRemedies.flatMap((remedy) => remedy.treats()))
  const without = allCauses.filter((cause) => !treated.has(cause)).map(({ id }) => id)
  // Those that only acting remedies treat.
  expect(without).not.toContain('password-refused')
  expect(without).not.toContain('port-blocked-here')
})

test('the words of a pane are those of the version', () => {
  expect(rendered(settingsPane('network', '12.7'))?.words).toBe('System Preferences > Network')
})

test.each(['update-password-by-hand', 'app-password-guide'])(
  '%s: only who gave us the old password gives us the new one',
  (id) => {
    const stepsWith = (lines: Line[]) =>
      guides
        .find((guide) => guide.id === id)
        ?.guide(remedyContext({ lines }))
        .steps.map((step) => render(step)) ?? []
    const refused = found(signIn, { outgoing: { host: outgoing.host, outcome: 'refused', ms: 80 } })
    const more = stepsWith([refused]).filter((step) => !stepsWith([]).includes(step))
    expect(more).toEqual([expect.stringContaining('outbox-doctor sign-in add')])
    expect(stepsWith([refused]).length).toBeLessThanOrEqual(8)
  },
)

test('Mail’s own check is in Mail, whoever keeps the account', () => {
  const { observation, ...context } = remedyContext({ app: 'apple-mail' })
  if (!observation) throw new Error('no app')
  const kept = { ...context.account, client: 'apple-mail', enabled: true, keptBy: 'profile' } as const
  const opens = (id: string) => {
    const guide = guides.find((one) => one.id === id)
    return guide?.guide({ ...context, observation: { ...observation, accounts: [kept] } }).opens
  }
  expect(opens('open-connection-doctor')).toMatchObject({ what: 'app', target: 'apple-mail' })
  expect(opens('switch-port-by-hand')).toMatchObject({ what: 'panel' })
})
