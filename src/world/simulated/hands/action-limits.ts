import type { ActionResult } from '../../../core/hands.ts'
import { type Sentence, say } from '../../../core/sentence.ts'
import { isGranted, permissionStateOf } from '../mac/permissions.ts'
import type { Scene } from '../scene.ts'

type Permission = keyof NonNullable<NonNullable<Scene['mac']>['permissions']>

/** What holds our hands back in a scene: refusals that it tells, and permissions, which may go half-way. */
export class ActionLimits {
  readonly #scene: () => Scene
  readonly #askPerson: (permission: 'automation') => void
  #done = 0

  /** `askPerson`: macOS asks, and the person answers or not. */
  constructor(scene: () => Scene, askPerson: (permission: 'automation') => void) {
    this.#scene = scene
    this.#askPerson = askPerson
  }

  /** Does it, unless something stands against it. */
  async does(
    refusal: 'refused' | 'timeout' | undefined,
    needs: Permission | undefined,
    act: () => void | Promise<void>,
  ): Promise<ActionResult> {
    // The first event asks; for menus nobody is asked in passing.
    if (needs === 'automation' && permissionStateOf(this.#scene(), needs) === 'not-asked') this.#askPerson(needs)
    const scene = this.#scene()
    if (refusal) return { done: false, why: refusal, detail: details[refusal] }
    const { withdrawnAfter } = scene.hands ?? {}
    if (needs && withdrawnAfter !== undefined && this.#done >= withdrawnAfter)
      return { done: false, why: 'refused', detail: say('Outbox Doctor may not do this any more: Privacy & Security.') }
    if (needs && !isGranted(scene, needs))
      return {
        done: false,
        why: 'refused',
        detail: say('Outbox Doctor may not do this: Privacy & Security, {words}.', { words: words[needs] }),
      }
    this.#done += 1
    await act()
    return { done: true }
  }
}

const details = { refused: say('macOS did not allow it.'), timeout: say('It did not answer.') } as const

const words: Readonly<Record<Permission, Sentence>> = {
  'full-disk-access': say('Full Disk Access'),
  automation: say('Automation'),
  accessibility: say('Accessibility'),
  'local-network': say('Local Network'),
  notifications: say('Notifications'),
}
