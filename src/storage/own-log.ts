import type { Log, Program } from '../core/log.ts'
import { systemClock } from '../world/real/clock.ts'
import { logFolder } from './folders.ts'
import { fileLog } from './log-file.ts'

/** The log of this program of ours, beside the history. */
export const ownLog = (program: Program): Log => fileLog(logFolder(), program, systemClock)
