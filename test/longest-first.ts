import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Each takes longer than fifteen seconds, the longest first. On a new machine, where no run has been measured yet, files
 * begin by their size: the lab and the mending, short files that take long, would begin last, and leave one core with
 * nothing to do.
 */
const longest = [
  'lab/lab.test.ts',
  'world/simulated/scenes.test.ts',
  'remedies/settings-acts.test.ts',
  'doctor/right-to-send.test.ts',
  'wire/random-sessions.test.ts',
  'clients/outlook/damage.test.ts',
  'world/simulated/slow-or-somebody-else.test.ts',
  'clients/apple-mail/mutation.test.ts',
  'remedies/mac-settings.test.ts',
  'doctor/kill.test.ts',
  'world/simulated/noise/noise.test.ts',
  'world/simulated/stories.test.ts',
  'api/answers/subjects.test.ts',
  'api/answers/api-answers.test.ts',
  'world/simulated/own-cases.test.ts',
  'cli/canary.test.ts',
  'panel/scenes.test.ts',
  'panel/stories.test.ts',
  'panel/access.test.ts',
].map((file) => join(import.meta.dirname, file))

/** Files in the order in which the last core has least to do alone, within projects in the order of the configuration. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = longest.filter((file) => !existsSync(file))
    if (gone.length > 0) throw new Error(`Named in test/longest-first.ts, and not there: ${gone.join(', ')}`)
    const sorted = await super.sort(files)
    const ofProject = Map.groupBy(sorted, ({ project }) => project.name)
    const projects = this.ctx.projects.map(({ name }) => ofProject.get(name) ?? [])
    return projects.flatMap((own) => own.toSorted((one, other) => placeOf(one) - placeOf(other)))
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = longest.indexOf(moduleId)
  return place < 0 ? longest.length : place
}
