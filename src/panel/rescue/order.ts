import { signal } from '@preact/signals'
import type { RescueLook, savingFormats, WantedFilters } from '../../api/schema/rescue.ts'

export type SavingFormat = (typeof savingFormats)[number]

/** What is chosen on the page. It stays while somebody looks at another page. */
export const chosenPaths = signal<readonly string[]>([])
export const chosenFilters = signal<WantedFilters>({})
export const chosenFormats = signal<readonly SavingFormat[]>(['eml'])
export const chosenTarget = signal<string | undefined>(undefined)
export const splitMegabytes = signal('')
/** What was found with the filters as they stood. */
export const lastLook = signal<RescueLook | undefined>(undefined)

/** The same filters with others in their place; what is `undefined` asks for nothing. */
export function filtersWith(own: WantedFilters, change: { [K in keyof WantedFilters]: WantedFilters[K] | undefined }) {
  const all = Object.entries({ ...own, ...change }).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(all) as WantedFilters
}

export function beginWithOtherMail(): void {
  chosenPaths.value = []
  chosenFilters.value = {}
  chosenTarget.value = undefined
  lastLook.value = undefined
}
