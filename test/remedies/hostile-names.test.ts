import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allCauses } from '../../src/causes/index.ts'
import type { Guide } from '../../src/core/remedy.ts'
import { rendered } from '../../src/core/rendered.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { allRemedies } from '../../src/remedies/index.ts'
import { writeNote } from '../../src/remedies/server/write-note.ts'
import { incoming, outgoing } from '../causes/chart.ts'
import { apps, everythingWrong, remedyContext, versions } from './consulting.ts'

const guides = allRemedies.filter((remedy): remedy is Guide => remedy.kind === 'guide')

const nasty = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  fc.constantFrom(
    '"; rm -rf ~; echo "',
    "$(touch /tmp/x) `id` ' ''",
    '" & quit & "\ntell application "Mail"',
    '<script>alert(1)</script><img src=x>',
    '\u202egnp.egami\u2066\u200b',
    'line one\nline two\r\n.\r\nMAIL FROM:<x>',
    '\u001b]0;title\u0007\u001b[31m',
    'x'.repeat(10_000),
    '\ud800',
    '%n%s{}[].*+?^$|\\',
  ),
)

/** Only this, a space apart, may ever become of a name on its way to the screen. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u

test('whatever things are called, it stays text, short, and out of commands', () => {
  fc.assert(
    fc.property(
      fc.record({
        host: nasty,
        user: nasty,
        vpn: nasty,
        filter: nasty,
        addIn: nasty,
        proxy: nasty,
        email: nasty,
        evidence: nasty,
      }),
      fc.constantFrom(...apps),
      fc.constantFrom(...versions),
      ({ host, user, email, evidence, ...names }, app, version) => {
        const account = {
          id: 'a',
          email,
          outgoing: { ...outgoing, host, username: user },
          incoming: { ...incoming, host, username: user },
        }
        const context = remedyContext({
          app,
          version,
          account,
          present: allCauses,
          lines: everythingWrong(names),
          evidence: [foreignName(evidence)],
        })
        for (const guide of guides) {
          if (guide.fits && !guide.fits(context)) continue
          const { steps, values, commands = [], opens } = rendered(guide.guide(context))
          for (const text of [
            ...steps,
            ...values.map(({ value }) => value),
            ...values.map(({ name }) => name),
            opens?.words ?? '',
            ...commands,
          ])
            expect(text).not.toMatch(invisible)
          for (const step of steps) expect(step.length, step).toBeLessThanOrEqual(160)
          for (const { value } of values) expect(value.length).toBeLessThanOrEqual(270)
          // A command is made of our own words, numbers, addresses and interface names alone.
          for (const command of commands)
            expect(command).toMatch(/^(ROUTER=\$\(\/usr\/sbin\/ipconfig getoption [a-z]+\d+ router\)|[\w/. :"$#-]+)$/)
        }
        for (const note of rendered(writeNote.write(context))) {
          expect(note.text.replaceAll('\n', '')).not.toMatch(invisible)
          expect(note.subject).not.toMatch(invisible)
          expect(note.text.split('\n').length).toBeLessThanOrEqual(40)
          expect(note.text.length).toBeLessThan(6_000)
        }
      },
    ),
    { numRuns: 60 },
  )
})
