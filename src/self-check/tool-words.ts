import type { MailClient } from '../clients/client.ts'
import { mailClients } from '../clients/index.ts'
import { scriptedClients } from '../clients/known-clients.ts'
import { plainCount } from '../core/quantities.ts'
import { render } from '../core/render.ts'
import { foreignName } from '../core/sentence.ts'
import { withoutAddresses } from '../core/text.ts'
import { askApp, outcomeOf } from './ask-app.ts'
import { answerOrReason, type SelfCheckInput, whyUnreadLine } from './section.ts'

/** What this Mac's own tools say, as far as it was understood: their words are known from other Macs only. */

const settlesNothing = 'which settles nothing'

export async function powerLine({ world, signal }: SelfCheckInput): Promise<string> {
  const { source, lowPower } = await world.mac.power(signal)
  const known = { mains: 'Understood: mains power', battery: 'Understood: battery', unknown: 'Not understood' }[source]
  const mode = lowPower === undefined ? 'not told' : lowPower ? 'on' : 'off'
  return `${known}; Low Power Mode ${mode}.`
}

/** All files of an app are read for it; a report does not wait for the largest ones. */
const longest = 30_000

export async function signatureLines({ world: { mac }, signal }: SelfCheckInput): Promise<string> {
  const soon = AbortSignal.any([signal, AbortSignal.timeout(longest)])
  const told = mailClients.map(async ({ name, bundle }) => {
    const app = await mac.programs.app(bundle, soon)
    if (!app.seen) return `${name} ${whyUnreadLine(app)}.`
    const signature = await mac.programs.signature(app.value, soon)
    if (signature.is === 'intact') return `${name}: intact.`
    return `${name}: ${signature.is}, ${withoutAddresses(signature.is === 'broken' ? signature.line : render(signature.why), 160)}`
  })
  return (await Promise.all(told.map((one) => answerOrReason(async () => foreignName(await one)))))
    .map((one) => render(one))
    .join(' ')
}

/** A connection is only put together where file, name and state came in an order that is understood. */
export async function connectionsLine({ world: { mac }, signal }: SelfCheckInput): Promise<string> {
  const running = await mac.programs.running(signal)
  if (!running.seen) return `The programs that run ${whyUnreadLine(running)}.`
  const names = mailClients.map((app) => app.process)
  const open = running.value.filter(({ name }) => names.includes(name))
  if (open.length === 0) return 'No mail app is open, so it was not asked.'
  const seen = await Promise.all(open.map(({ pid }) => mac.programs.sockets(pid, signal)))
  const read = seen.flatMap((one) => (one.seen ? one.value : [])).length
  const failed = seen.find((one) => !one.seen)
  if (read > 0) return `${plainCount(read, 'connection')} came with an address and a state.`
  return failed ? `It ${whyUnreadLine(failed)}.` : `No connection was read, ${settlesNothing}.`
}

/** Names that people gave their accounts: nothing of them is told but how they arrived. */
export async function encodingLine(checked: SelfCheckInput): Promise<string> {
  const [first] = scriptedClients
  if (!first) return 'No mail app can be asked.'
  const asked = await askApp(checked, first.id, first.scripts.accounts)
  if ('why' in asked) return asked.why
  if (asked.answer.outcome !== 'answered') return `${outcomeOf(asked.answer)}.`
  const foreign = [...asked.answer.text].filter((letter) => letter > '\u007f')
  const broken = foreign.filter((letter) => letter === '\ufffd').length
  if (foreign.length === 0) return `Only plain letters came, ${settlesNothing}.`
  return `Of ${plainCount(foreign.length, 'letter')} beyond ASCII, ${broken} came broken.`
}

export async function menuLine({ id, menu: known, scripts }: MailClient, checked: SelfCheckInput): Promise<string> {
  if (!known || !scripts) return 'It has no menu that is looked into.'
  const { accessibility, systemEvents } = await checked.world.mac.permissions(checked.signal)
  if (accessibility !== 'granted') return 'The menu was not looked at: that takes Accessibility.'
  if (systemEvents === 'not-asked') return 'The menu was not looked at: macOS would ask you about System Events first.'
  const asked = await askApp(checked, id, scripts.state, known.titles.online)
  if ('why' in asked) return asked.why
  if (asked.answer.outcome !== 'answered') return `${outcomeOf(asked.answer)}.`
  const records = asked.answer.text.split('\u001e').map((record) => record.trim().split('\u001f'))
  const menu = records.find(([kind]) => kind === 'menu') ?? []
  const says = ['online=true', 'online=false'].findIndex((field) => menu.includes(field))
  if (says < 0) return 'The menu item was not found.'
  return `By the menu, ${says === 0 ? 'an' : 'no'} account is offline; please compare with what Mail shows.`
}

/** VPNs carry names that people gave them; here they are counted. */
export async function vpnsLine({ world, signal }: SelfCheckInput): Promise<string> {
  const { vpns: all } = await world.mac.network(signal)
  if (all === undefined) return 'It could not be asked here.'
  const listed = all.filter(({ system }) => system)
  const up = listed.filter(({ connected }) => connected).length
  return `${plainCount(listed.length, 'VPN')} listed, ${up} of them connected; ${plainCount(all.length - listed.length, 'tunnel')} not listed.`
}

/** Longer than the pause after which a watch that ended at once would be begun again. */
const listening = 5_000

export async function networkWatchLine({ world, signal }: SelfCheckInput): Promise<string> {
  let events = 0
  const stop = world.mac.watch((event) => {
    if (event.is === 'network') events += 1
  })
  try {
    await world.clock.wait(listening, signal)
  } finally {
    stop()
  }
  return `${plainCount(events, 'event')} in ${listening / 1_000} s; while nothing changes, none is right.`
}
