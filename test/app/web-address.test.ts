import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MenuCommand } from '../../src/app/menu.ts'
import { AddressBox, commandsOfAddress } from '../../src/app/web-address.ts'
import { HandClock } from '../hand-clock.ts'

const minute = 60_000
const check = 'outbox-doctor://check'
const checks = [{ do: 'show', page: 'now' }, { do: 'check' }]

describe('an address of ours', () => {
  test('checks, or shows one incident', () => {
    expect(commandsOfAddress(check)).toEqual(checks)
    expect(commandsOfAddress(`${check}/`)).toEqual(checks)
    expect(commandsOfAddress('outbox-doctor://incident/42')).toEqual([{ do: 'show', page: 'timeline', what: '42' }])
    expect(commandsOfAddress('outbox-doctor://incident/1764447600000-3/')).toEqual([
      { do: 'show', page: 'timeline', what: '1764447600000-3' },
    ])
  })

  test.each([
    '',
    'outbox-doctor:',
    'outbox-doctor://',
    'outbox-doctor:check',
    'OUTBOX-DOCTOR://check',
    'outbox-doctor://check?account=a',
    'outbox-doctor://check#now',
    'outbox-doctor://check\n',
    'outbox-doctor://check//',
    'outbox-doctor://user:secret@check',
    'outbox-doctor://check:80',
    'outbox-doctor://fix/switch-port',
    'outbox-doctor://undo/1',
    'outbox-doctor://quit',
    'outbox-doctor://incident',
    'outbox-doctor://incident/',
    'outbox-doctor://incident/../settings',
    'outbox-doctor://incident/1/2',
    'outbox-doctor://incident/%2e%2e',
    'outbox-doctor://incident/1?x',
    'outbox-doctor://incident/１２',
    'outbox-doctor://incident/1\u0000',
    `outbox-doctor://incident/${'1'.repeat(41)}`,
    `outbox-doctor://incident/${'/'.repeat(100_000)}`,
    'https://example.net/outbox-doctor://check',
    'javascript:outbox-doctor://check',
  ])('does nothing where it is not one to the letter: %j', (address) => {
    expect(commandsOfAddress(address)).toEqual([])
  })

  test('never does more than to look and to show, whatever it says', () => {
    const near = fc
      .array(
        fc.constantFrom('outbox-doctor://', 'check', 'incident', '/', '..', 'treat', '?', '#', '%00', '1', 'a-b', ' '),
        { maxLength: 6 },
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(near, fc.string(), fc.webUrl()), (address) => {
        for (const command of commandsOfAddress(address)) {
          expect(['check', 'show']).toContain(command.do)
          if (command.do === 'show' && command.what !== undefined) expect(command.what).toMatch(/^[A-Za-z0-9-]{1,40}$/)
        }
      }),
    )
  })
})

describe('addresses that come', () => {
  const box = () => {
    const clock = new HandClock(1_000)
    const done: MenuCommand[] = []
    return { clock, done, box: new AddressBox(), carryOut: (command: MenuCommand) => void done.push(command) }
  }

  test('before the app is ready, wait for it; of many, one', () => {
    const { clock, done, box: addresses, carryOut } = box()
    for (const address of [check, 'outbox-doctor://incident/1', check]) addresses.take(address)
    expect(done).toEqual([])
    addresses.ready(clock, carryOut)
    expect(done).toEqual(checks)
  })

  test('make no check more than once a minute, and show all the same', async () => {
    const { clock, done, box: addresses, carryOut } = box()
    addresses.ready(clock, carryOut)
    for (let index = 0; index < 50; index += 1) addresses.take(check)
    expect(done.filter((command) => command.do === 'check')).toHaveLength(1)
    expect(done.filter((command) => command.do === 'show')).toHaveLength(50)
    await clock.pass(minute)
    addresses.take(check)
    expect(done.filter((command) => command.do === 'check')).toHaveLength(2)
  })
})
