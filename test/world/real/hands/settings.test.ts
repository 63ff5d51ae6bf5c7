import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AppSetting, SettingTarget } from '../../../../src/core/app-settings.ts'
import { rendered } from '../../../../src/core/rendered.ts'
import { ActingScripts } from '../../../../src/world/real/hands/acting-scripts.ts'
import { settingsHands } from '../../../../src/world/real/hands/settings.ts'
import type { ProgramResult, RunProgram, RunProgramOptions } from '../../../../src/world/real/run.ts'

const { signal } = new AbortController()
const acting = resolve(import.meta.dirname, '../../../../native/scripts/acting')
const source = (file: string) => readFileSync(resolve(acting, file), 'utf8')

const target: SettingTarget = {
  account: { name: 'opaque', key: '6C1F', email: 'anna@example.net' },
  server: { host: 'smtp.example.net', port: 587, user: 'anna' },
}
const inOutlook: SettingTarget = { account: { ...target.account, key: 'imap 3' } }
const port: AppSetting = { of: 'outgoing', what: 'port', value: 465 }

/** Hands whose osascript gives this, and what it was given. */
function hands(ran: Partial<Extract<ProgramResult, { code: number }>> = {}) {
  const asked: { args: readonly string[]; input: RunProgramOptions['input'] }[] = []
  const run: RunProgram = async (path, args, { input }) => {
    expect(path).toBe('/usr/bin/osascript')
    asked.push({ args, input })
    return { code: 0, stdout: 'set\n', stderr: '', ...ran }
  }
  return { asked, settings: settingsHands(new ActingScripts(run)) }
}

const javascript = (file: string) => ['-l', 'JavaScript', '-e', source(file)]

describe('writing a setting', () => {
  test('is one script with values as arguments, and the user on standard input', async () => {
    const { asked, settings } = hands()
    expect(await settings.write('apple-mail', target, port, signal)).toEqual({ done: true })
    expect(await settings.write('outlook', inOutlook, port, signal)).toEqual({ done: true })
    const incoming: AppSetting = { of: 'incoming', what: 'encrypted', value: true }
    expect(await settings.write('apple-mail', { account: target.account }, incoming, signal)).toEqual({ done: true })
    const delivery: AppSetting = { of: 'account', what: 'delivery', value: 'opaque' }
    expect(await settings.write('apple-mail', target, delivery, signal)).toEqual({ done: true })
    expect(asked).toEqual([
      {
        args: [...javascript('apple-mail-set.js'), 'smtp', 'port', '465', '6C1F', 'smtp.example.net', '587'],
        input: 'anna',
      },
      { args: ['-e', source('outlook-set.applescript'), 'imap', '3', 'smtp port', '465'], input: undefined },
      { args: [...javascript('apple-mail-set.js'), 'account', 'ssl', 'true', '6C1F'], input: undefined },
      {
        args: [...javascript('apple-mail-set.js'), 'account', 'delivery', 'opaque', '6C1F', 'smtp.example.net', '587'],
        input: 'anna',
      },
    ])
  })

  test.each([
    [-1700, 'failed', /value of this kind/],
    [-1728, 'missing', /no such account, server or setting/],
    [-10006, 'refused', /no other program change/],
    [-10003, 'refused', /no other program change/],
    [-1743, 'refused', /Automation/],
    [-600, 'missing', /not running/],
    [-1712, 'timeout', /did not answer/],
    [-2741, 'failed', /Error -2741/],
  ])('with Apple’s error %d is %s', async (number, why, detail) => {
    const stderr = `0:43: execution error: Microsoft Outlook got an error: Can’t set it. (${number})\n`
    const { settings } = hands({ code: 1, stdout: '', stderr })
    const done = await settings.write('outlook', inOutlook, port, signal)
    expect(rendered(done)).toEqual({ done: false, why, detail: expect.stringMatching(detail) })
  })

  test.each([
    ['missing', 'missing', /exactly one/],
    ['not-running', 'missing', /not running/],
    ['', 'failed', /did not say/],
  ])('answered by “%s” is %s', async (word, why, detail) => {
    const { settings } = hands({ stdout: `${word}\n` })
    const done = await settings.write('apple-mail', target, port, signal)
    expect(rendered(done)).toEqual({ done: false, why, detail: expect.stringMatching(detail) })
  })

  test('asks nobody where the app cannot be told so', async () => {
    const { asked, settings } = hands()
    for (const [client, where, what] of [
      ['apple-mail', { account: target.account }, port],
      ['outlook', inOutlook, { of: 'outgoing', what: 'auth', value: 'md5' }],
      ['outlook', inOutlook, { of: 'account', what: 'enabled', value: true }],
      ['thunderbird', target, port],
      ['nobody', target, port],
    ] as const)
      expect(await settings.write(client, where, what, signal)).toMatchObject({ done: false, why: 'missing' })
    // What begins with a dash would be an option of osascript.
    const hostile = { ...target, server: { ...target.server, host: '-e' } }
    expect(await settings.write('apple-mail', hostile, port, signal)).toMatchObject({ done: false, why: 'failed' })
    expect(asked).toEqual([])
  })
})

test('a password is on standard input only', async () => {
  const { asked, settings } = hands()
  const password = 'canary "password"\n$(id)'
  for (const role of ['outgoing', 'incoming'] as const) {
    expect(await settings.givePassword('apple-mail', target, role, password, signal)).toEqual({ done: true })
    expect(await settings.givePassword('outlook', inOutlook, role, password, signal)).toEqual({ done: true })
  }
  expect(asked.map(({ input }) => input)).toEqual([`anna\n${password}`, password, `\n${password}`, password])
  expect(JSON.stringify(asked.map(({ args }) => args))).not.toContain('canary')
})
