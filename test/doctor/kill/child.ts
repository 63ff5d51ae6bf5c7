/** One life of a remedy: treated, then undone. Kills itself at the step it is told; else says how many there were. */

import { treat } from '../../../src/doctor/treat.ts'
import { undo } from '../../../src/doctor/undo.ts'
import { openHistory } from '../../../src/history/history.ts'
import { breakable, type KillSubject, type Place, remediesOf, stepping } from './subject.ts'

const [module = '', json = '{}', dying = ''] = process.argv.slice(2)
const place = JSON.parse(json) as Place
const { subject } = (await import(module)) as { subject: KillSubject }

const names: string[] = []
const step = (name: string) => {
  names.push(name)
  if (String(names.length) === dying) process.kill(process.pid, 'SIGKILL')
}

const history = openHistory(place.database)
const staged = subject.stage(place, breakable(step), step)
const receipts = stepping(history.treatments, step)
const { signal } = new AbortController()
process.stdout.write('ready\n')
const treated = await treat(staged.action, staged.consultation, { ...staged.surgery, receipts }, { signal })
if (treated.is === 'treated' && treated.treatment.restoredAt === undefined)
  await undo(treated.treatment.id, { world: staged.world, receipts, remedies: remediesOf(staged) })
history.close()
process.stdout.write(`${JSON.stringify(names)}\n`)
