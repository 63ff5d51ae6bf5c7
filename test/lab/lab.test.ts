import { afterAll, assert, beforeAll, describe, expect, test } from 'vitest'
import { usual } from './accounts.ts'
import { encryption } from './faults/encryption.ts'
import type { Fault } from './faults/fault.ts'
import { healthy } from './faults/healthy.ts'
import { messages } from './faults/messages.ts'
import { servers } from './faults/servers.ts'
import { signingIn } from './faults/signing-in.ts'
import { wayThere } from './faults/way-there.ts'
import { buildLab, type Lab } from './lab.ts'
import { missingParts } from './missing-parts.ts'

const faults: readonly Fault[] = [...healthy, ...wayThere, ...servers, ...encryption, ...signingIn, ...messages]

/** A test mostly waits for silence. As many run at once as Vitest’s `maxConcurrency` lets run. */
const sideBySide = 5

const wanted = process.env.OUTBOX_DOCTOR_LAB === '1'
const missing = await missingParts()
const why = missing.length > 0 ? `missing here: ${missing.join(', ')}` : 'OUTBOX_DOCTOR_LAB=1 runs it'

describe.skipIf(!wanted)(wanted ? 'the lab' : `the lab, left out (${why})`, () => {
  const labs: Lab[] = []
  const free: Lab[] = []

  beforeAll(async () => {
    expect(missing, 'The lab cannot be built without these').toEqual([])
    for (let n = 0; n < sideBySide; n += 1) labs.push(await buildLab())
    free.push(...labs)
  }, 120_000)
  afterAll(async () => {
    for (const lab of labs) await lab.remove()
  })

  for (const fault of faults) {
    test.concurrent(`${fault.name}: ${fault.expect}`, { timeout: 60_000 }, async ({ expect }) => {
      const lab = free.pop()
      assert(lab, 'There is a lab for each test that runs')
      try {
        await fault.break?.(lab)
        const { exit, status, causes, ...rest } = await lab.check({ account: usual, ...fault })
        const told = JSON.stringify({ status, causes, ...rest }, undefined, 1)
        if (fault.expect === 'clear') {
          expect({ exit, status, causes }, told).toEqual({ exit: 0, status: 'clear', causes: [] })
        } else {
          expect({ exit, first: causes[0]?.id }, told).toEqual({ exit: 1, first: fault.expect })
        }
      } finally {
        await lab.heal()
        free.push(lab)
      }
    })
  }
})
