import type { Outside } from '../../src/core/outside.ts'
import { controls, publicResolver } from './hosts.ts'

/** Takes the lab for the outside world. */
export const outside: Outside = {
  captiveChecks: controls.map(({ domain }) => ({ url: `http://www.${domain}/`, body: 'Success' })),
  controlHosts: controls.flatMap(({ vendor, domain }) => [
    { vendor, host: `smtp.${domain}`, ports: [25, 465, 587] },
    { vendor, host: `imap.${domain}`, ports: [143, 993] },
    { vendor, host: `pop.${domain}`, ports: [110, 995] },
    { vendor, host: `www.${domain}`, ports: [443] },
  ]),
  controlNames: controls.map(({ domain }) => `www.${domain}`),
  publicResolvers: [{ server: publicResolver.ipv4, name: 'Lab Public' }],
  dohResolvers: [],
  clocks: controls.map(({ domain }) => `https://www.${domain}/`),
  settingsDirectories: [],
  autodiscover: [],
  statusFeeds: [],
  blocklists: [],
}
