/** Saves mail as the app does, compiled, and prints in JSON how long each stage took: `rescue-saving.js TARGET FORMATS SOURCE…` */
import { DeskWorker } from '../dist/bench/rescue/desk/desk-worker.js'

const [target, formats, ...paths] = process.argv.slice(2)
const began = performance.now()
/** When each stage was first heard of, in ms. */
const stages = {}
const desk = new DeskWorker(undefined)
const task = { is: 'save', paths, target, formats: formats.split(','), filters: {}, canPrint: false }
const end = await desk.run({ ...task, locale: { tag: 'en', catalogue: {} } }, Date.now(), ({ stage }) => {
  stages[stage] ??= performance.now() - began
})
const all = performance.now() - began
await desk.callOff()
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
const told = { end, all, checkingAt: stages.checking ?? all, mebibytes: maxRSS / 1024 }
process.stdout.write(JSON.stringify({ ...told, cpuMs: (userCPUTime + systemCPUTime) / 1_000 }))
