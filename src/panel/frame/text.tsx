import type { ComponentChildren } from 'preact'
import { words } from '../words/words.ts'

/** Text of the world's: a host, a subject, a server's words. Shown as text, and kept from turning its neighbours around. */
export function Foreign({ children }: { children: ComponentChildren }) {
  return <bdi class="foreign">{children}</bdi>
}

/** Sentences of the engine's, which are English whatever the panel speaks. */
export function English({ children }: { children: ComponentChildren }) {
  return words.value.locale === 'en' ? (
    <span dir="auto">{children}</span>
  ) : (
    <span lang="en" dir="auto">
      {children}
    </span>
  )
}

export function Hidden({ children }: { children: ComponentChildren }) {
  return <span class="hidden">{children}</span>
}
