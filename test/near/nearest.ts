import { dirname } from 'node:path'
import type { Imports } from './imports.ts'

export interface Near {
  file: string
  /** How many imports lie between it and a change; 0 where it has changed itself. */
  steps: number
}

/**
 * The tests that a change touches, the nearest first: those that reach a changed file by imports, and, one step away,
 * those that lie in the folder of `test` that mirrors the folder of a changed file, as data that is read from there at
 * run time is imported by nobody.
 */
export function nearest(tests: readonly string[], changed: readonly string[], imports: Imports): Near[] {
  const importers = new Map<string, string[]>()
  for (const [file, all] of imports) for (const one of all) importers.set(one, [...(importers.get(one) ?? []), file])
  const steps = new Map(changed.map((file) => [file, 0]))
  // The map grows while it is walked, each file behind those that are nearer.
  for (const [file, at] of steps)
    for (const importer of importers.get(file) ?? []) if (!steps.has(importer)) steps.set(importer, at + 1)
  const mirrors = new Set(changed.map((file) => dirname(file).replace(/^src\b/, 'test')))
  const stepsTo = (test: string) => Math.min(steps.get(test) ?? Infinity, mirrors.has(dirname(test)) ? 1 : Infinity)
  return tests
    .map((file) => ({ file, steps: stepsTo(file) }))
    .filter((one) => Number.isFinite(one.steps))
    .sort((one, other) => one.steps - other.steps || one.file.localeCompare(other.file))
}

/**
 * As many of the nearest as take no longer together than `budgetMs`. One that alone takes longer is left out, even where
 * it is near. `cost`: how many milliseconds a file took last.
 */
export function within(all: readonly Near[], budgetMs: number, cost: (file: string) => number): Near[] {
  let left = budgetMs
  return all.filter(({ file }) => {
    const fits = cost(file) <= left
    if (fits) left -= cost(file)
    return fits
  })
}
