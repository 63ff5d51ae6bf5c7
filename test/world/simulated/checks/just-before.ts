import { render } from '../../../../src/core/render.ts'
import type { SceneCheck } from './scene-check.ts'

const before = (change: string, span: string) => `${change}, ${span} before your mail began to wait`
const joined = before('This Mac joined another network', '5 minutes')
const filtered = before('LuLu was updated', '10 minutes')

/** Of the first cause, in the scenes in which something changed that can have brought it. In the others, nothing is told. */
const changed: Readonly<Record<string, string>> = {
  'antivirus-reads-along': before('Avast was updated', '60 minutes'),
  'filter-stops-only-mail': filtered,
  'filter-swallows-the-provider': before('LuLu was updated', '2 minutes'),
  'firewall-cuts-encryption': joined,
  'firewall-exception-needed': filtered,
  'gmail-in-a-hotel': joined,
  'a-month-of-mail': joined,
  'hotel-wifi-blocks-587': joined,
  'no-name-server-after-vpn': before('The VPN Company VPN disconnected', '1 minute'),
  'outlook-in-a-guest-network': joined,
  'outlook-missed-the-new-wifi': before('This Mac joined another network', '1 minute'),
  'outlook-update-broke-off': before('Microsoft Outlook was updated to 16.102', '3 hours'),
  'thunderbird-in-a-guest-network': before('This Mac joined another network', '3 minutes'),
  'two-addresses-one-server': joined,
  'vpn-drops-mail': before('The VPN Quiet Tunnel connected', '2 minutes'),
}

export const tellsWhatChanged: SceneCheck = {
  says: 'tells what changed just before, where that can matter',
  holds({ name, found }, expect) {
    const line = found.diagnosis.causes[0]?.justBefore?.line
    expect(line && render(line)).toBe(changed[name])
  },
}
