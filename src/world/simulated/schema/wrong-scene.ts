import type { z } from 'zod'
import { harmless } from '../../../core/text.ts'

type Issue = z.core.$ZodIssue

/** The first thing wrong with a scene, in one sentence that names the field. */
export function sentenceFor(error: z.ZodError): string {
  const [issue] = error.issues
  return issue ? describe(issue, []) : 'The scene cannot be read.'
}

function describe(issue: Issue, before: readonly PropertyKey[]): string {
  const path = [...before, ...issue.path]
  if (issue.code === 'invalid_union') {
    const branch = closest(issue.errors)
    return branch ? describe(branch, path) : `${nameOf(path)} ${fault(issue)}.`
  }
  if (issue.code === 'unrecognized_keys') return `${nameOf([...path, issue.keys[0] ?? ''])} is not a field of a scene.`
  if (issue.code === 'invalid_key') return `${nameOf(path)} ${harmless(issue.issues[0]?.message ?? issue.message)}.`
  return `${nameOf(path)} ${fault(issue)}.`
}

function fault(issue: Issue): string {
  if (issue.message.startsWith('must')) return issue.message
  if (issue.code === 'invalid_value') return `must be ${issue.values.map(String).join(' or ')}`
  if (issue.code === 'invalid_type') return `must be of the type ${issue.expected}`
  return `is wrong: ${harmless(issue.message)}`
}

/** Of the forms a value may have, the one it comes closest to: whose fault lies deepest, then a field too many. */
function closest(branches: readonly (readonly Issue[])[]): Issue | undefined {
  const depth = (issue: Issue | undefined) =>
    issue === undefined ? -1 : issue.path.length * 2 + (issue.code === 'unrecognized_keys' ? 1 : 0)
  return branches.map((issues) => issues[0]).reduce((best, issue) => (depth(issue) > depth(best) ? issue : best))
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'The scene' : harmless(path.map(String).join('.'), 120)
}
