import { knownClient } from '../../clients/known-clients.ts'
import type { Done, Hands } from '../../core/hands.ts'
import type { Opening } from '../../core/remedy.ts'
import { render } from '../../core/render.ts'

/** Opens what a guide points to. An app that is none of ours is refused: no other is ever opened in its place. */
export async function open(hands: Pick<Hands, 'open' | 'show'>, opening: Opening, signal: AbortSignal): Promise<Done> {
  if (opening.what !== 'app') return hands.show(shown(opening), signal)
  const { target, words } = opening
  if (!knownClient(target)) return { done: false, why: 'missing', detail: `It could not be opened: ${render(words)}` }
  return hands.open(target, 'front', signal)
}

function shown({ what, target }: Exclude<Opening, { what: 'app' }>): Parameters<Hands['show']>[0] {
  const shows = { panel: { panel: target }, page: { page: target }, tool: { tool: target } }
  return shows[what]
}
