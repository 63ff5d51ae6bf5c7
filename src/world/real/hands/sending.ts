import type { Done } from '../../../core/hands.ts'
import type { ClientId } from '../../../core/mail.ts'
import type { Millis } from '../../../core/time.ts'
import type { MenuTitles } from '../macos/menu-titles.ts'
import { type ActingScripts, doneBy } from './acting-scripts.ts'
import { notDone } from './done.ts'

const patience: Millis = 60_000

export async function sendNow(scripts: ActingScripts, client: ClientId, signal: AbortSignal): Promise<Done> {
  const acted = await scripts.send(`${client}-send`, [], patience, signal)
  if ('word' in acted && acted.word === 'nothing') return notDone('refused', 'Outlook shows no account to ask.')
  return doneBy(acted, ['asked'])
}

export async function setOnline(
  scripts: ActingScripts,
  titles: MenuTitles,
  client: ClientId,
  online: boolean,
  signal: AbortSignal,
): Promise<Done> {
  const word = online ? 'online' : 'offline'
  const args = client === 'outlook' ? [word] : await titles.of(word, signal)
  const acted = await scripts.send(`${client}-online`, args, patience, signal)
  if ('word' in acted && acted.word === 'no-menu')
    return notDone('refused', 'Mail’s menu could not be read, perhaps because it is in another language.')
  return doneBy(acted, ['set', 'pressed', 'already'])
}
