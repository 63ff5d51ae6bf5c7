import type { BringingChange } from '../../core/cause.ts'

/** Which changes of a Mac can bring what judges find, for several judges at once. Nothing here decides a cause. */

/** Whose ways and rules are other ones. */
export const byAnotherNetwork: readonly BringingChange[] = ['This Mac joined another network', 'The network came back']

/** Mail goes another way, through somebody else's hands. */
export const byAnotherWay: readonly BringingChange[] = [...byAnotherNetwork, 'vpn']

/** Without the tunnel it goes by what this network allows. */
export const byBareNetwork: readonly BringingChange[] = [...byAnotherNetwork, 'The VPN {name} disconnected']

/** What filters the network now, and did not, or otherwise. One that is gone holds nothing. */
export const byFilter: readonly BringingChange[] = ['{name} was installed', '{name} was updated']

/** What the app was, or ran on, it is no more. */
export const byUpdate: readonly BringingChange[] = ['app-update', 'system-update']
