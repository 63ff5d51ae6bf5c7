import { linesOf } from './lines.ts'

export interface RouteRow {
  family: 4 | 6
  destination: string
  gateway: string
  flags: string
  interface: string
}

/** `netstat -rn`, whose columns changed with 10.15. `undefined`: the layout is not known. */
export function parseRoutingTable(text: string): readonly RouteRow[] | undefined {
  const lines = linesOf(text)
  if (!lines.some((line) => line.startsWith('Routing tables'))) return undefined
  const rows: RouteRow[] = []
  let family: 4 | 6 | undefined
  let columns: readonly string[] = []
  for (const line of lines) {
    const cells = line.trim().split(/\s+/)
    if (/^Internet6?:$/.test(line.trim())) family = line.includes('6') ? 6 : 4
    else if (cells[0] === 'Destination') columns = cells
    else if (family) rows.push(...rowOf(family, columns, cells))
  }
  return rows
}

function rowOf(family: 4 | 6, columns: readonly string[], cells: readonly string[]): RouteRow[] {
  const [destination, gateway, flags] = cells
  const name = cells[columns.indexOf('Netif')]
  return destination && gateway && flags && name ? [{ family, destination, gateway, flags, interface: name }] : []
}

/**
 * Interfaces that a default route leads through. IPv6 has one for each of the system's own tunnels, which is no sign
 * of a VPN: those, whose gateway is `fe80::%NAME`, are left out.
 */
export function defaultInterfaces(rows: readonly RouteRow[], family: 4 | 6): readonly string[] {
  return rows
    .filter((row) => row.family === family && row.destination === 'default' && !row.gateway.startsWith('fe80::%'))
    .map((row) => row.interface)
}
