import { type ReadonlySignal, type Signal, useSignal, useSignalEffect } from '@preact/signals'

const rest = 120

/** The same value once it has come to rest: what is text need not change sixty times a second. */
export function useSettled<T>(moving: Signal<T>): ReadonlySignal<T> {
  const settled = useSignal(moving.peek())
  useSignalEffect(() => {
    const value = moving.value
    const timer = setTimeout(() => {
      settled.value = value
    }, rest)
    return () => clearTimeout(timer)
  })
  return settled
}
