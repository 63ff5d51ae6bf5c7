import { expect, test } from 'vitest'
import { exitStatus, exitStatusOf } from '../../src/cli/exit-status.ts'
import type { NamedCause, Status } from '../../src/core/diagnosis.ts'
import { foreignName } from '../../src/core/sentence.ts'

const cause: NamedCause = {
  id: 'x',
  title: foreignName('X.'),
  plain: foreignName('X.'),
  details: [],
  harm: 'delays',
  layer: 'path',
  weight: 0.1,
  evidence: [],
  against: [],
  explains: [],
  testimony: [],
}

test.each<[Status, readonly NamedCause[], number]>([
  ['clear', [], exitStatus.clear],
  ['stuck', [cause], exitStatus.causeFound],
  ['waiting', [cause], exitStatus.causeFound],
  ['offline', [cause], exitStatus.causeFound],
  ['unsure', [], exitStatus.couldNotTell],
  // That we cannot see is told as a cause, and is no finding.
  ['unsure', [cause], exitStatus.couldNotTell],
])('%s', (status, causes, code) => {
  expect(exitStatusOf({ status, causes, undecided: [] })).toBe(code)
})
