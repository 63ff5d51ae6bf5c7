import type { Finding, Tone } from '../core/probe.ts'

// The order is what the rows hold: never change it, only add.
const states: readonly Finding<unknown>['state'][] = ['known', 'unknown', 'skipped']
const tones: readonly Tone[] = ['good', 'plain', 'bad']

export const stateCode = (state: Finding<unknown>['state']): number => states.indexOf(state)
export const findingStateOf = (code: number): Finding<unknown>['state'] => states[code] ?? 'unknown'
export const toneCode = (tone: Tone): number => tones.indexOf(tone)
export const toneOf = (code: number | null): Tone | undefined => (code === null ? undefined : tones[code])
