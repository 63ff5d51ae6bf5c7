import { countUids, readUidSet, uidSet, uidsFrom, uidsWithout } from '../../../core/uid-ranges.ts'
import type { SceneFolder } from '../schema/hosts.ts'
import type { ScriptedSession } from './script.ts'

/** What an IMAP server says of the folders that a scene tells of; `undefined` where the scene tells of none. */

type Talk = Pick<ScriptedSession, 'speaker' | 'selected' | 'now'>

/** LIST, with what is asked for behind RETURN (RFC 5258, 5819). */
export function listedFolders(rest: string, { speaker: { folders } }: Talk): string[] | undefined {
  const wantsStatus = /RETURN .*STATUS/i.test(rest)
  return folders?.flatMap((folder) => {
    const flags = [...(folder.flags ?? []), ...(folder.subscribed ? ['\\Subscribed'] : [])]
    const line = `* LIST (${flags.join(' ')}) "/" "${folder.path}"`
    return wantsStatus && !flags.includes('\\Noselect') ? [line, statusLine(folder)] : [line]
  })
}

export function toldStatusOf({ speaker: { folders } }: Talk, path: string): string | undefined {
  const folder = folders?.find((one) => one.path === path)
  return folder && statusLine(folder)
}

function statusLine(folder: SceneFolder): string {
  const numbers = `MESSAGES ${countUids(folder.uids)} UNSEEN 0 UIDNEXT ${nextOf(folder)} UIDVALIDITY 7`
  return `* STATUS "${folder.path}" (${numbers})`
}

const nextOf = ({ uids, uidNext }: SceneFolder) => uidNext ?? (uids.at(-1)?.[1] ?? 0) + 1

export function examined({ speaker: { folders } }: Talk, path: string): string[] | undefined {
  const folder = folders?.find((one) => one.path === path)
  if (!folder) return undefined
  return [
    '* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)',
    `* ${countUids(folder.uids)} EXISTS`,
    '* 0 RECENT',
    '* OK [UIDVALIDITY 7] Ok',
    `* OK [UIDNEXT ${nextOf(folder)}] Ok`,
  ]
}

/** UID SEARCH for what is from one number on (RFC 4731). */
export function searched(rest: string, { speaker: { folders }, selected }: Talk): string[] | undefined {
  const [, from] = /^SEARCH (?:RETURN \([^)]*\) )?UID (\d+):\*$/i.exec(rest) ?? []
  const folder = folders?.find((one) => one.path === selected)
  if (!folder || from === undefined) return undefined
  const found = uidsFrom(folder.uids, Number(from))
  if (!/RETURN/i.test(rest)) return [`* SEARCH ${found.flatMap(([first, last]) => numbers(first, last)).join(' ')}`]
  const all = found.length > 0 ? ` ALL ${uidSet(found)}` : ''
  return [`* ESEARCH (TAG "x") UID COUNT ${countUids(found)}${all}`]
}

const numbers = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n)

/** UID FETCH for when messages came: all at the same time. */
export function fetched(rest: string, { speaker: { folders }, selected, now }: Talk): string[] | undefined {
  const [, set = ''] = /^FETCH ([\d:,]+) \(UID INTERNALDATE\)$/i.exec(rest) ?? []
  const folder = folders?.find((one) => one.path === selected)
  const asked = readUidSet(set, 1_000)
  if (!folder || !asked || asked.length === 0) return undefined
  const at = internalDate(now() - folder.arrived)
  const there = uidsWithout(asked, uidsWithout(asked, folder.uids))
  return there.flatMap(([first, last]) =>
    numbers(first, last).map((uid) => {
      const place = countUids(folder.uids) - countUids(uidsFrom(folder.uids, uid + 1))
      return `* ${place} FETCH (UID ${uid} INTERNALDATE "${at}")`
    }),
  )
}

/** `20-Nov-2026 09:30:00 +0000` (RFC 9051 §9, date-time). */
export function internalDate(at: number): string {
  const [, day = '', month = '', year = '', time = ''] =
    /^\w+, (\d+) (\w+) (\d+) (\S+)/.exec(new Date(at).toUTCString()) ?? []
  return `${day}-${month}-${year} ${time} +0000`
}
