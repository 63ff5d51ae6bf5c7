import { knownClient } from '../../clients/known-clients.ts'
import type { ActionResult, Hands } from '../../core/hands.ts'
import type { OpenTarget } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'

/** Opens what a guide points to. An app that is none of ours is refused: no other is ever opened in its place. */
export async function openGuideTarget(
  hands: Pick<Hands, 'open' | 'show'>,
  opening: OpenTarget,
  signal: AbortSignal,
): Promise<ActionResult> {
  if (opening.what !== 'app') {
    const ended = await hands.show(shown(opening), signal)
    // Its app may be called otherwise here. macOS lists everything that filters.
    return opening.what === 'program' && !ended.done && ended.why === 'missing'
      ? hands.show({ panel: 'vpn-and-filters' }, signal)
      : ended
  }
  const { target, words } = opening
  if (!knownClient(target))
    return { done: false, why: 'missing', detail: say('It could not be opened: {what}', { what: words }) }
  return hands.open(target, 'front', signal)
}

function shown({ what, target }: Exclude<OpenTarget, { what: 'app' }>): Parameters<Hands['show']>[0] {
  const shows = {
    panel: { panel: target },
    page: { page: target },
    tool: { tool: target },
    program: { program: target },
  }
  return shows[what]
}
