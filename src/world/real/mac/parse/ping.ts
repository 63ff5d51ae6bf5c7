import { wholeNumber } from './lines.ts'

/** What `ping -D` tells about packets of one size. ICMP is often filtered: silence proves nothing. */
export interface PingAnswer {
  received?: number
  /** A router on the way takes no packet larger than this. */
  pathMtu?: number
  /** Our own link takes no packet of that size. */
  tooLongHere: boolean
  unreachable: boolean
}

export function parsePing(text: string): PingAnswer {
  const received = wholeNumber(/(\d{1,9}) packets received/.exec(text)?.[1])
  const pathMtu = wholeNumber(/frag needed and DF set \(MTU (\d{1,5})\)/.exec(text)?.[1])
  return {
    ...(received === undefined ? {} : { received }),
    ...(pathMtu ? { pathMtu } : {}),
    tooLongHere: text.includes('Message too long'),
    unreachable: /Destination (Host|Net) Unreachable/.test(text),
  }
}
