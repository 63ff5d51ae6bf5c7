import { z } from 'zod'
import { jsonOf } from './json.ts'
import { linesOf, wholeNumber } from './lines.ts'

/** Wi-Fi as the system profiler sees it. Its `-json` run takes seconds and scans: only on request. */
export interface Wifi {
  connected: boolean
  open?: boolean
  /** dBm. */
  signal?: number
  noise?: number
}

const schema = z.object({
  SPAirPortDataType: z.array(
    z.object({
      spairport_airport_interfaces: z.array(
        z.object({
          spairport_status_information: z.string().optional(),
          spairport_current_network_information: z
            .object({
              spairport_security_mode: z.string().optional(),
              spairport_signal_noise: z.string().optional(),
            })
            .optional(),
        }),
      ),
    }),
  ),
})

/** `system_profiler SPAirPortDataType -json`; keys, unlike its text, are in no language. */
export function parseAirport(text: string): Wifi | undefined {
  const parsed = schema.safeParse(jsonOf(text))
  const found = parsed.data?.SPAirPortDataType.flatMap((one) => one.spairport_airport_interfaces)
  const card = found?.find((one) => one.spairport_status_information !== undefined)
  if (!card) return undefined
  const network = card.spairport_current_network_information
  const security = network?.spairport_security_mode
  const [signal, noise] = (network?.spairport_signal_noise ?? '').split('/').map(decibels)
  return {
    connected: card.spairport_status_information?.endsWith('_connected') ?? false,
    ...(security === undefined ? {} : { open: security.endsWith('_none') }),
    ...(signal === undefined ? {} : { signal }),
    ...(noise === undefined ? {} : { noise }),
  }
}

function decibels(text: string): number | undefined {
  return wholeNumber(text.replace(/dBm/, '').trim())
}

/** `wdutil info`, which only root may ask: signal and noise, both 0 where no network is joined. */
export function parseWdutil(text: string): { signal: number; noise: number } | undefined {
  const told = (key: string) => {
    const line = linesOf(text).find((one) => one.trimStart().startsWith(`${key} `))
    return line === undefined ? undefined : decibels(line.slice(line.indexOf(':') + 1))
  }
  const signal = told('RSSI')
  const noise = told('Noise')
  return signal && noise ? { signal, noise } : undefined
}
