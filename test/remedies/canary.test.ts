import { createHash } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startAgent } from '../../src/agent.ts'
import { memoryLog } from '../../src/core/log.ts'
import { rendered } from '../../src/core/rendered.ts'
import type { World } from '../../src/core/world.ts'
import { handsOnFiles } from '../../src/world/real/hands/files.ts'
import { macHands } from '../../src/world/real/hands/mac-hands.ts'
import { runProgram } from '../../src/world/real/run.ts'
import { loadScene } from '../../src/world/simulated/library.ts'
import { playScene } from '../../src/world/simulated/world.ts'
import { ownFolder } from '../history/folder.ts'
import { contentsBelow, visibleOf } from '../privacy/process-sight.ts'

const canary = 'canary-7f3e-password'
const email = 'anna@example.net'
const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** An osascript that writes down all that others could see of it, and of what it was told only a digest. */
const osascript = (folder: string) => `#!/bin/sh
{ tr '\\0' ' ' < /proc/$$/cmdline; tr '\\0' ' ' < /proc/$$/environ; echo; } >> '${folder}/seen'
sha256sum | cut -c1-64 >> '${folder}/told'
echo set
`

test.skipIf(!existsSync('/proc/self/cmdline'))(
  'a password from the field is found nowhere but on standard input',
  { timeout: 60_000 },
  async () => {
    const folder = ownFolder()
    const fake = join(folder, 'osascript.sh')
    writeFileSync(fake, osascript(folder))
    chmodSync(fake, 0o700)
    const accepts = { username: email, secret: canary }
    const hosts = { 'mail.example.net': { smtp: { accepts }, imap: { accepts } } }
    const played = await playScene({ ...loadScene('wrong-password-after-change'), hosts })
    onTestFinished(() => played.close())
    const { clock, mac, hands: theirs } = played.world
    const run: typeof runProgram = (_, args, options) => runProgram(fake, args, options)
    const real = macHands({ clock, mac, files: handsOnFiles({ clock, home: folder }), run, home: folder })
    let breaks = false
    // Given by the real script, and then known to the app of the scene.
    const settings: World['hands']['settings'] = {
      ...theirs.settings,
      async givePassword(...given) {
        if (breaks) throw new TypeError(`cannot write ${given[3]} to a pipe that is closed`)
        const done = await real.settings.givePassword(...given)
        return done.done ? theirs.settings.givePassword(...given) : done
      },
    }
    const log = memoryLog(clock)
    const database = join(folder, 'history.db')
    const agent = startAgent({ ...played.world, hands: { ...theirs, settings }, log }, database)
    const [account] = played.accounts
    if (!account) throw new Error('no account')
    const { signal } = new AbortController()
    const seenNow = () => {
      const observation = played.observationOf(account)
      return { account, messages: played.messagesOf(account), ...(observation && { observation }) }
    }
    await played.hasten(agent.examine({ ...seenNow(), outside: played.outside, signal }))
    const temporary = new Set(readdirSync(tmpdir()))
    const seen: string[] = []
    const watch = setInterval(() => seen.push(...visibleOf(process.pid)), 2)
    const told: unknown[] = []
    const treat = (secret: string) =>
      played.hasten(
        agent.treat({
          account: account.id,
          remedy: 'update-password',
          secret,
          signal,
          lookAgain: async () => seenNow(),
          onProgress: (progress) => told.push(progress),
        }),
      )
    const refused = await treat(`${canary}-mistyped`)
    breaks = true
    const broken = await treat(canary)
    breaks = false
    const treated = await treat(canary)
    clearInterval(watch)
    const receipts = JSON.stringify(agent.treatments())
    agent.close()

    expect(refused.is).toBe('refused')
    expect(broken).toMatchObject({ treatment: { outcome: 'failed' } })
    expect(JSON.stringify(rendered(broken))).toContain('A fault of ours: cannot write <private> to a pipe')
    expect(treated).toMatchObject({ treatment: { outcome: 'cured' } })
    // It was told, both times, and by nothing else than standard input.
    const heard = readFileSync(join(folder, 'told'), 'utf8').trim().split('\n')
    expect(heard).toEqual([digest(`\n${canary}`), digest(`${email}\n${canary}`)])
    expect(readFileSync(join(folder, 'seen'), 'utf8')).toContain('osascript.sh')

    const files = [folder, played.home].flatMap((place) => contentsBelow(place))
    expect(files.length).toBeGreaterThan(3)
    const left = readdirSync(tmpdir()).filter((name) => !temporary.has(name))
    const everything = [
      ...seen,
      ...files,
      ...left.flatMap((name) => contentsBelow(join(tmpdir(), name))),
      receipts,
      JSON.stringify(rendered({ refused, broken, treated, told })),
      JSON.stringify(await log.newest(99)),
    ]
    expect(everything.filter((one) => hides(one))).toEqual([])
  },
)

/** As it is, or in base64 or hexadecimal. */
function hides(text: string): boolean {
  const bytes = Buffer.from(canary)
  const forms = [
    canary,
    bytes.toString('hex'),
    ...[0, 1, 2].map((at) => bytes.subarray(at).toString('base64').slice(0, 20)),
  ]
  return forms.some((form) => text.includes(form))
}
