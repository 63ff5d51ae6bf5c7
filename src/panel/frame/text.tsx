import type { ComponentChildren } from 'preact'
import { render } from '../../core/render.ts'
import type { Sentence } from '../../core/sentence.ts'
import { translated } from '../words/translated.ts'

/** Text of the world's: a host, a subject, a server's words. Shown as text, and kept from turning its neighbours around. */
export function ForeignText({ children }: { children: ComponentChildren }) {
  return <bdi class="foreign">{children}</bdi>
}

/** A host, a port, a path: on one line, and smaller rather than broken where it is long for that. */
export function WholeValue({ children }: { children: string }) {
  return (
    <bdi class="foreign whole" style={{ '--chars': [...children].length }}>
      {children}
    </bdi>
  )
}

/** A sentence of the engine's in the language of the panel, or in English where it has none for it. */
export function Translated({ children }: { children: Sentence }) {
  const spoken = translated(children)
  return (
    <span lang={spoken === undefined ? 'en' : undefined} dir="auto">
      {spoken ?? render(children)}
    </span>
  )
}

export function HiddenText({ children }: { children: ComponentChildren }) {
  return <span class="hidden">{children}</span>
}
