import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { knownClient } from '../../../src/clients/known-clients.ts'
import type { ActionResult, Hands } from '../../../src/core/hands.ts'
import { memoryLog } from '../../../src/core/log.ts'
import type { Files } from '../../../src/core/mac-powers.ts'
import type { ClientId } from '../../../src/core/mail.ts'
import type { Action, RemedyContext } from '../../../src/core/remedy.ts'
import type { Mac, World } from '../../../src/core/world.ts'
import { systemClock } from '../../../src/world/real/clock.ts'
import { handsOnFiles } from '../../../src/world/real/hands/files.ts'
import { filesBelow } from '../../../src/world/real/mac/files.ts'
import { powersWithoutMac } from '../../../src/world/real/mac/not-a-mac.ts'
import type { KillSubject, Place, Step } from './subject.ts'

/** A mail app, as far as its files go. */
export interface KilledApp {
  client: ClientId
  /** Makes its files in an empty home folder, once for all runs. */
  make(home: string): void
  /** What it makes anew when it starts and finds it missing: a path in the home folder, and its contents. */
  anew?: { path: string; contents(home: string): Uint8Array }
  /** What is set back rather than moved. */
  copied?: readonly string[]
  /** What the app or its user does later. Gives the path of what is newer, in the home folder. */
  change?(home: string): string
  /** What the user would see is broken. */
  holds?(home: string): void
}

const done: ActionResult = { done: true }

/** One of our own remedies, with its own hands on files and an app that quits and starts. */
export function subjectOf<Before>(action: Action<Before>, app: KilledApp): KillSubject {
  let files: ReadonlyMap<string, Uint8Array> | undefined
  return {
    ...(app.copied && { copied: app.copied }),
    layOut({ home, data }) {
      files ??= filesOf(app)
      for (const [path, contents] of files) {
        mkdirSync(dirname(join(home, path)), { recursive: true })
        writeFileSync(join(home, path), contents)
      }
      if (app.anew) writeFileSync(join(data, 'anew'), app.anew.contents(home))
    },
    stage(place, disk, step) {
      const hands = {
        ...appHands(app, place, step),
        preferences: preferences(place, step),
        files: handsOnFiles({ clock: systemClock, home: place.home, data: place.data, disk }),
      } as unknown as Hands
      const world = { clock: systemClock, log: memoryLog(systemClock), hands, mac: macWith(app, place) } as World
      const account = { id: 'a', email: 'anna@example.net', client: app.client }
      const diagnosis = { status: 'stuck', causes: [], undecided: [] }
      return {
        world,
        action: action as Action<unknown>,
        context: { world, account, messages: [], diagnosis, has: () => false } as unknown as RemedyContext,
        surgery: {
          causes: [],
          probes: [],
          budget: 0,
          lookAgain: () => Promise.reject(new Error('nothing to look at')),
        },
      }
    },
    ...(app.change && { change: ({ home }) => app.change?.(home) ?? '' }),
    holds: ({ home }) => app.holds?.(home),
  }
}

function filesOf({ make }: KilledApp): ReadonlyMap<string, Uint8Array> {
  const home = mkdtempSync(join(tmpdir(), 'outbox-doctor-kill-'))
  try {
    make(home)
    const entries = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const paths = entries.map(({ parentPath, name }) => join(parentPath, name))
    return new Map(paths.map((path) => [path.slice(home.length + 1), readFileSync(path)]))
  } finally {
    rmSync(home, { recursive: true })
  }
}

/** Our own folder stands in the home folder on a Mac; here beside it, so that home holds the user's files only. */
function macWith({ client }: KilledApp, { home, data }: Place): Mac {
  const [theirs, ours] = [filesBelow(home, systemClock), filesBelow(data, systemClock)]
  const of = (path: string) => (path.startsWith(data) ? ours : theirs)
  const files: Files = {
    ...theirs,
    read: (path, ...how) => of(path).read(path, ...how),
    list: (path, ...how) => of(path).list(path, ...how),
    parse: (path, ...how) => of(path).parse(path, ...how),
  }
  const running = { seen: true, value: [{ name: knownClient(client)?.process }] }
  return {
    ...powersWithoutMac,
    files,
    programs: { ...powersWithoutMac.programs, running: async () => running },
  } as unknown as Mac
}

/** What another program writes, it writes whole; but we may be gone before or after. */
function put(from: string, to: string, part: string): void {
  copyFileSync(from, part)
  mkdirSync(dirname(to), { recursive: true })
  renameSync(part, to)
}

function appHands({ anew }: KilledApp, { home, data }: Place, step: Step): Pick<Hands, 'quit' | 'open'> {
  return {
    async quit() {
      step('quit')
      return done
    },
    async open() {
      step('open')
      if (anew && !existsSync(join(home, anew.path))) put(join(data, 'anew'), join(home, anew.path), join(data, 'part'))
      step('opened')
      return done
    },
  }
}

/** As `defaults` treats them; an export may be cut off half-way. */
function preferences({ home, data }: Place, step: Step): Hands['preferences'] {
  const own = (domain: string) => join(home, `Library/Containers/${domain}/Data/Library/Preferences/${domain}.plist`)
  return {
    async export(domain, file) {
      if (!existsSync(own(domain))) return { done: false, why: 'missing' }
      const bytes = readFileSync(own(domain))
      step('export')
      writeFileSync(file, bytes.subarray(0, bytes.length / 2))
      step('half an export')
      writeFileSync(file, bytes)
      return done
    },
    async clear(domain) {
      step('clear')
      rmSync(own(domain))
      return done
    },
    async import(domain, file) {
      step('import')
      put(file, own(domain), join(data, 'part'))
      return done
    },
  }
}
