import { say } from '../core/sentence.ts'

export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(String(error.code))
}

export const diskIsFull = say('The disk is nearly full. Make room and run the same again: it goes on where it stopped.')
