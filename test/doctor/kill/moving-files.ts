import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MovedFile } from '../../../src/core/hands.ts'
import { memoryLog } from '../../../src/core/log.ts'
import { type Action, Failed, type RemedyContext } from '../../../src/core/remedy.ts'
import { foreignName } from '../../../src/core/sentence.ts'
import type { World } from '../../../src/core/world.ts'
import { systemClock } from '../../../src/world/real/clock.ts'
import type { Disk } from '../../../src/world/real/hands/disk.ts'
import { handsOnFiles } from '../../../src/world/real/hands/files.ts'
import type { KillSubject, Place, Staged, Step } from './subject.ts'

interface Before {
  folder: string
}

const moved = ['~/Mail/Index', '~/Mail/Index-wal', '~/Preferences/mail.plist']

/** Moves an index and its log aside, and puts fresh preferences in the place of the old. */
export const subject: KillSubject = { layOut, change, stage: (place, disk, step) => staged(place, disk, step, false) }

function layOut({ home }: Place): void {
  mkdirSync(join(home, 'Mail'))
  mkdirSync(join(home, 'Preferences'))
  writeFileSync(join(home, 'Mail/Index'), Buffer.alloc(300_000, 'index'))
  writeFileSync(join(home, 'Mail/Index-wal'), Buffer.alloc(40_000, 'log'))
  writeFileSync(join(home, 'Mail/other'), 'never touched')
  writeFileSync(join(home, 'Preferences/mail.plist'), 'old preferences')
}

function change({ home }: Place): string {
  writeFileSync(join(home, 'Preferences/mail.plist'), 'chosen since')
  return 'Preferences/mail.plist'
}

/** The same, but it finds in the end that it cannot, so that everything is put back at once. */
export const failing: KillSubject = { layOut, stage: (place, disk, step) => staged(place, disk, step, true) }

function staged({ home, data }: Place, disk: Disk, step: Step, fails: boolean): Staged {
  const files = handsOnFiles({ clock: systemClock, home, data, disk })
  const action: Action<Before> = {
    id: 'start-afresh',
    label: foreignName('Start afresh'),
    kind: 'act',
    risk: 3,
    touches: 'mail',
    cancellable: true,
    settles: 0,
    treats: () => [],
    promise: async () => moved.map(foreignName),
    capture: async () => ({ folder: await files.folder('start-afresh') }),
    async apply(_consultation, { folder }) {
      step('move aside')
      const aside = await files.moveAside(moved, folder)
      if ('done' in aside) throw new Failed(aside.detail ?? foreignName(aside.why))
      step('new preferences')
      const written = await files.write(join(home, 'Preferences/mail.plist'), Buffer.from('new preferences'))
      if (!written.done) throw new Failed(written.detail ?? foreignName(written.why))
      if (fails) throw new Failed(foreignName('The mail app did not start.'))
    },
    undo: {
      stands: async () => ({ fingerprint: printOfAll(home), sentence: foreignName('The files are others by now.') }),
      newer: { purpose: 'newer-files', receipt: (_before, folder) => ({ folder }) },
      async putBack(_world, { folder }, { newer }) {
        step('put back')
        const aside = await files.moved(folder)
        if ('done' in aside) throw new Failed(aside.detail ?? foreignName(aside.why))
        const back = await files.moveBack(aside.moved as readonly MovedFile[], newer?.folder)
        if (!back.done) throw new Failed(back.detail ?? foreignName(back.why))
      },
    },
  }
  const world = { clock: systemClock, log: memoryLog(systemClock), hands: { files } } as World
  const diagnosis = { status: 'stuck', causes: [], undecided: [] }
  const account = { id: 'a', email: 'anna@example.net' }
  const context = { world, account, messages: [], diagnosis, has: () => false } as unknown as RemedyContext
  const lookAgain = () => Promise.reject(new Error('nothing to look at'))
  return {
    world,
    action: action as Action<unknown>,
    context,
    surgery: { causes: [], probes: [], budget: 0, lookAgain },
  }
}

function printOfAll(home: string): string {
  const hash = createHash('sha256')
  for (const path of moved) {
    const file = join(home, path.slice(2))
    hash.update(existsSync(file) ? readFileSync(file) : 'none')
  }
  return hash.digest('hex')
}
