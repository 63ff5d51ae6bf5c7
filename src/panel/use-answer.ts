import { useEffect, useState } from 'preact/hooks'
import type { Answer, Wrong } from '../api/schema/answer.ts'

export type AsyncAnswer<T> = { is: 'loading'; last?: T } | { is: 'here'; value: T } | { is: 'wrong'; error: Wrong }

/** Asks at first and whenever `key` changes; what comes too late is passed over, and the last answer stays meanwhile. */
export function useAnswer<T>(ask: () => Promise<Answer<T>>, key: unknown): [AsyncAnswer<T>, () => void] {
  const [asked, put] = useState<AsyncAnswer<T>>({ is: 'loading' })
  const [again, count] = useState(0)
  useEffect(() => {
    let late = false
    put((before) => ({ is: 'loading', ...lastOf(before) }))
    void ask().then((answer) => {
      if (!late) put(answer.ok ? { is: 'here', value: answer.value } : { is: 'wrong', error: answer.error })
    })
    return () => {
      late = true
    }
  }, [key, again])
  return [asked, () => count((n) => n + 1)]
}

function lastOf<T>(asked: AsyncAnswer<T>): { last?: T } {
  if (asked.is === 'here') return { last: asked.value }
  return asked.is === 'loading' && asked.last !== undefined ? { last: asked.last } : {}
}

/** What there is to show, new or from before. */
export function latestAnswer<T>(asked: AsyncAnswer<T>): T | undefined {
  return lastOf(asked).last
}
