import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Glyph } from '../frame/glyph.tsx'

/** A heading that opens what is under it. What is inside is made only once it is open. */
export function Disclosure({
  title,
  children,
  open = false,
}: {
  title: ComponentChildren
  children: ComponentChildren
  open?: boolean
}) {
  const [wasOpened, note] = useState(open)
  return (
    <details class="fold" open={open} onToggle={(event) => event.currentTarget.open && note(true)}>
      <summary>
        <Glyph name="chevron" />
        <span>{title}</span>
      </summary>
      {wasOpened && <div class="folded">{children}</div>}
    </details>
  )
}
