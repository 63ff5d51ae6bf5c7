/** Saves mail in a process of its own, and tells of each step; `saving-child.ts TARGET SOURCE…` */
import { writeSync } from 'node:fs'
import { rescueFormats } from '../../src/rescue/outputs/output.ts'
import { rescued } from './rescue-here.ts'

const [target = '', ...sources] = process.argv.slice(2)
const formats = rescueFormats.filter((format) => format !== 'pdf')
await rescued(sources, { target, formats, splitBytes: 30_000 }, { onProgress: () => writeSync(1, '.') })
