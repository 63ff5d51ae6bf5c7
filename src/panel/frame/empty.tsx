import type { ComponentChildren } from 'preact'

/** Where there is nothing to show: what that means, in a sentence, and what may be done. */
export function EmptyState({
  title,
  line,
  children,
}: {
  title: ComponentChildren
  line?: string
  children?: ComponentChildren
}) {
  return (
    <div class="empty" role="status">
      <h2>{title}</h2>
      {line && <p>{line}</p>}
      {children}
    </div>
  )
}

/** Grey shapes of what is coming, of the size that it will have. */
export function LoadingState({ words, lines = 3 }: { words: string; lines?: number }) {
  return (
    <div class="loading" role="status">
      <span class="hidden">{words}</span>
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} style={{ width: `${88 - index * 17}%` }} />
      ))}
    </div>
  )
}
