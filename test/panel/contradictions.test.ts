import { describe, expect, test } from 'vitest'
import { contradictionsBetween, contradictionsWithin } from './contradictions.ts'
import type { ShownState } from './shown-state.ts'

const blocked: ShownState = {
  scene: 'hotel-wifi-blocks-587',
  headline: 'stuck',
  named: 'port-blocked-here',
  picture: 'stuck',
  lead: '1 message is stuck.',
  cause: 'port-blocked-here',
  others: [],
  isLoading: false,
  links: [
    { layer: 'network', link: 'good' },
    { layer: 'path', link: 'bad' },
  ],
  isOld: false,
  treatment: null,
  button: 'Use another port',
  waiting: 1,
}
const broken = (layer: ShownState['links'][number]['layer']) => ({ links: [{ layer, link: 'bad' as const }] })
const nothing = { cause: null, named: null, links: [], button: null }

describe('a state that says one thing', () => {
  test.each([
    ['stuck', blocked],
    ['mending', { ...blocked, headline: 'mending', picture: 'checking', treatment: 'under way', button: null }],
    ['mended', { ...blocked, ...nothing, headline: 'fixed', picture: 'waiting', treatment: 'cured' }],
    ['left', { ...blocked, ...nothing, headline: 'left', picture: 'clear', treatment: 'cured', waiting: 0 }],
  ] as const)('is no contradiction: %s', (_name, shown) => {
    expect(contradictionsWithin(shown)).toEqual([])
  })
})

describe('what contradicts itself is found', () => {
  test.each([
    ['“That helped” below mail that is stuck', { treatment: 'cured' }, /it helped/],
    ['a break where nobody is blamed', { cause: null }, /nobody is blamed/],
    ['a break elsewhere than the cause', broken('network'), /does not stand at network/],
    ['a cause below “Fixed”', { headline: 'fixed', picture: 'waiting', links: [] }, /is named below/],
    ['a break below what has left', { headline: 'left', picture: 'clear', waiting: 0 }, /the chain breaks/],
    ['another cause than the headline knows', { named: 'server-down' }, /the headline knows server-down/],
    ['another picture', { picture: 'clear' }, /the picture is clear/],
    ['stuck mail, and none in the outbox', { waiting: 0 }, /no message waits/],
    ['mail that has left, and waits', { ...nothing, headline: 'left', picture: 'clear' }, /1 messages wait/],
    ['a fix below another headline', { treatment: 'under way' }, /something is being done/],
    [
      'a button in the midst of a fix',
      { headline: 'mending', picture: 'checking', treatment: 'under way' },
      /can be pressed/,
    ],
  ] as const)('%s', (_name, planted, says) => {
    expect(contradictionsWithin({ ...blocked, ...planted }).join('\n')).toMatch(says)
  })

  test.each([
    ['what has left is unsure', { headline: 'left' }, { headline: 'unsure' }, /became/],
    ['a named cause goes while it is looked for again', {}, { cause: null, isLoading: true }, /was taken back/],
    ['the break jumps under the same cause', {}, broken('network'), /the break went from path to network/],
    [
      'the old chain changes in the middle of a check',
      { isOld: true },
      { isOld: true, links: [] },
      /in the middle of a check/,
    ],
  ] as const)('from one to the next: %s', (_name, before, now, says) => {
    const found = contradictionsBetween({ ...blocked, ...before }, { ...blocked, ...now })
    expect(found.join('\n')).toMatch(says)
    const other = { ...blocked, ...now, scene: 'quiet-morning' }
    expect(contradictionsBetween({ ...blocked, ...before }, other)).toEqual([])
  })
})
