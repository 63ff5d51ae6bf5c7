import { expect, test } from 'vitest'
import { ending, endingOf } from '../../src/cli/exit-status.ts'
import type { NamedCause, Status } from '../../src/core/diagnosis.ts'

const cause: NamedCause = {
  id: 'x',
  title: 'X.',
  plain: 'X.',
  details: [],
  harm: 'delays',
  weight: 0.1,
  evidence: [],
  against: [],
  explains: [],
  testimony: [],
}

test.each<[Status, readonly NamedCause[], number]>([
  ['clear', [], ending.clear],
  ['stuck', [cause], ending.causeFound],
  ['waiting', [cause], ending.causeFound],
  ['offline', [cause], ending.causeFound],
  ['unsure', [], ending.couldNotTell],
  // That we cannot see is told as a cause, and is no finding.
  ['unsure', [cause], ending.couldNotTell],
])('%s', (status, causes, code) => {
  expect(endingOf({ status, causes, undecided: [] })).toBe(code)
})
