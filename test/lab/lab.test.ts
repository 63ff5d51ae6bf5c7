import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
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

const wanted = process.env.OUTBOX_DOCTOR_LAB === '1'
const missing = await missingParts()
const why = missing.length > 0 ? `missing here: ${missing.join(', ')}` : 'OUTBOX_DOCTOR_LAB=1 runs it'

describe.skipIf(!wanted)(wanted ? 'the lab' : `the lab, left out (${why})`, () => {
  let lab: Lab

  beforeAll(async () => {
    expect(missing, 'The lab cannot be built without these').toEqual([])
    lab = await buildLab()
  }, 60_000)
  afterEach(() => lab.heal())
  afterAll(() => lab?.remove())

  for (const fault of faults) {
    test(`${fault.name}: ${fault.expect}`, { timeout: 60_000 }, async () => {
      await fault.break?.(lab)
      const { exit, status, causes, ...rest } = await lab.check({ account: usual, ...fault })
      const told = JSON.stringify({ status, causes, ...rest }, undefined, 1)
      if (fault.expect === 'clear') {
        expect({ exit, status, causes }, told).toEqual({ exit: 0, status: 'clear', causes: [] })
      } else {
        expect({ exit, first: causes[0]?.id }, told).toEqual({ exit: 1, first: fault.expect })
      }
    })
  }
})
