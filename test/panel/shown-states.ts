import type { BrowserContext } from 'playwright-core'
import type { ShownState } from './shown-state.ts'

/** Tells of every state that is painted in pages of this context; of none while another page of the panel is shown. */
export async function watchShown(context: BrowserContext, shown: (state: ShownState | null) => void): Promise<void> {
  await context.exposeFunction('tellShown', shown)
  await context.addInitScript(watching)
}

/** Runs in the page. */
function watching(): void {
  const { tellShown } = window as unknown as { tellShown(state: unknown): void }
  const of = (selector: string) => document.querySelector<HTMLElement>(selector)
  const look = () => {
    const head = of('.status[data-headline]')
    if (!head) return null
    const picture = [...head.classList].find((name) => name.startsWith('is-'))
    return {
      scene: of('#scene option:checked')?.getAttribute('value') ?? '',
      headline: head.dataset.headline,
      named: head.dataset.cause ?? null,
      picture: picture?.slice('is-'.length),
      lead: head.querySelector('h1')?.textContent ?? '',
      cause: of('.card[data-cause]')?.dataset.cause ?? null,
      others: of('.card[data-causes]')?.dataset.causes?.split(' ') ?? [],
      isLoading: of('.cause > .loading') !== null,
      links: [...document.querySelectorAll<HTMLElement>('.chain > .link')].map(({ dataset: { layer, link } }) => ({
        layer,
        link,
      })),
      isOld: of('.chain.is-old') !== null,
      treatment: of('.treatment[data-says]')?.dataset.says ?? null,
      button: of('.cause .button.main:not([aria-disabled="true"])')?.textContent ?? null,
      waiting: document.querySelectorAll('.outbox li:not(.is-aside)').length,
    }
  }
  let last = ''
  let isDue = false
  const paint = () => {
    isDue = false
    const state = look()
    const text = JSON.stringify(state)
    if (text === last) return
    last = text
    tellShown(state)
  }
  const changed = () => {
    if (!isDue) requestAnimationFrame(paint)
    isDue = true
  }
  new MutationObserver(changed).observe(document, {
    ...{ subtree: true, childList: true, characterData: true, attributes: true },
  })
}
