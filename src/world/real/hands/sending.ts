import { knownClient } from '../../../clients/known-clients.ts'
import type { AppAccount } from '../../../core/app-settings.ts'
import type { ActionResult } from '../../../core/hands.ts'
import type { ClientId } from '../../../core/mail.ts'
import { say } from '../../../core/sentence.ts'
import type { Millis } from '../../../core/time.ts'
import type { MenuTitles } from '../mac/menu-titles.ts'
import { type ActingScripts, doneBy } from './acting-scripts.ts'
import { notDone, notKnown } from './done.ts'

const scriptTimeoutMs: Millis = 60_000

export async function sendNow(scripts: ActingScripts, client: ClientId, signal: AbortSignal): Promise<ActionResult> {
  const sends = knownClient(client)?.can.sendNow
  if (!sends) return notKnown
  const acted = await scripts.send(sends.script, [], scriptTimeoutMs, signal)
  if ('word' in acted && acted.word === 'nothing') return notDone('refused', sends.nothing)
  return doneBy(acted, ['asked'])
}

export async function synchronise(
  scripts: ActingScripts,
  client: ClientId,
  account: AppAccount | undefined,
  signal: AbortSignal,
): Promise<ActionResult> {
  const able = knownClient(client)?.can.synchronise
  if (!able || (able.byAccount && !account)) return notKnown
  const args = able.byAccount && account ? [account.key] : []
  const ways = able.ending ? { ending: able.ending } : {}
  const acted = await scripts.send(able.script, args, scriptTimeoutMs, signal, ways)
  if ('word' in acted && acted.word === 'missing') return notDone('missing', say('The app has no such account.'))
  return doneBy(acted, ['asked'])
}

export async function pressSendItem(
  scripts: ActingScripts,
  client: ClientId,
  signal: AbortSignal,
): Promise<ActionResult> {
  const menu = knownClient(client)?.can.sendsWhenTold?.byMenu
  if (!menu) return notKnown
  const acted = await scripts.send(menu.script, menu.titles, scriptTimeoutMs, signal)
  if ('word' in acted && acted.word === 'no-menu') return notDone('refused', menu.noMenu)
  if ('word' in acted && acted.word === 'nothing') return notDone('refused', say('It has nothing to send.'))
  return doneBy(acted, ['pressed'])
}

export async function setOnline(
  scripts: ActingScripts,
  titles: MenuTitles,
  client: ClientId,
  online: boolean,
  signal: AbortSignal,
): Promise<ActionResult> {
  const word = online ? 'online' : 'offline'
  const app = knownClient(client)
  const goes = app?.can.goOnline
  if (!goes) return notKnown
  const args = goes.byMenu && app.menu ? await titles.of(app.menu, word, signal) : [word]
  const acted = await scripts.send(goes.script, args, scriptTimeoutMs, signal)
  if ('word' in acted && acted.word === 'no-menu') return notDone('refused', goes.noMenu)
  return doneBy(acted, ['set', 'pressed', 'already'])
}
