import { diskFull } from '../../causes/client/disk-full.ts'
import { mailPrivacyConflict } from '../../causes/client/mail-privacy-conflict.ts'
import { captivePortal } from '../../causes/network/captive-portal.ts'
import { noNetwork } from '../../causes/network/no-network.ts'
import type { Chart } from '../../core/chart.ts'
import type { Guide } from '../../core/remedy.ts'
import { foreignName, type Sentence, say } from '../../core/sentence.ts'
import { hasAddress, wayOut } from '../../probes/network/way-out.ts'
import { capabilitiesOf, checkAgain, openingApp, settingsMenuName } from '../lib/app-places.ts'
import { openPane, wayTo } from '../lib/pane.ts'

export const openLoginPage: Guide = {
  id: 'open-login-page',
  kind: 'guide',
  byHand: () => say('Only you can accept the terms of this network, or sign in to it.'),
  label: say('Open the sign-in page of this network'),
  labelHere: ({ chart }) => signIn(chart),
  risk: 0,
  treats: () => [captivePortal],
  guide({ outside, chart }) {
    const [check] = outside.captiveChecks
    return {
      steps: [
        say('Open the page below in your browser. The network puts its own sign-in page in its place.'),
        say('Accept its terms or sign in there. Do not enter the password of your mail account.'),
        say('If no such page comes, switch Wi-Fi off and on again, and try once more.'),
        checkAgain,
      ],
      values: check ? [{ name: say('Page'), value: foreignName(check.url) }] : [],
      ...(check && {
        opens: { what: 'page' as const, target: check.url, words: say('Open the sign-in page'), button: signIn(chart) },
      }),
    }
  },
}

/** Every connection that has an address is Wi-Fi. */
function leadsByWifi(chart: Chart): boolean {
  const all = chart.fact(wayOut)?.network.interfaces.filter((one) => one.kind !== 'vpn' && hasAddress(one)) ?? []
  return all.length > 0 && all.every(({ kind }) => kind === 'wifi')
}

function signIn(chart: Chart): Sentence {
  return leadsByWifi(chart) ? say('Sign in to this Wi-Fi') : say('Sign in to this network')
}

export const openNetworkSettings: Guide = {
  id: 'open-network-settings',
  kind: 'guide',
  byHand: () => say('Which Wi-Fi to join and which cable to plug in, only you can choose.'),
  label: say('Open the network settings'),
  risk: 0,
  treats: () => [noNetwork],
  guide: (context) => ({
    steps: [
      say('Open {pane}.', { pane: wayTo('network', context) }),
      say('See that Wi-Fi is switched on and a network is chosen, or that the cable is plugged in at both ends.'),
      say(
        'If it is connected and still does not work, switch the router off, wait ten seconds, and switch it on again.',
      ),
      checkAgain,
    ],
    values: [],
    ...openPane('network', context),
  }),
}

export const openStorageSettings: Guide = {
  id: 'open-storage-settings',
  kind: 'guide',
  byHand: () => say('Outbox Doctor deletes nothing: only you know what you no longer need.'),
  label: say('Make room on the disk'),
  risk: 0,
  treats: () => [diskFull],
  guide: (context) => ({
    steps: [
      storage(context.version.product),
      say('Empty the Trash, and move or delete large files that you no longer need. Leave the Library folder alone.'),
      say('Make room for at least two gigabytes. Mail needs some of it while it sends.'),
      checkAgain,
    ],
    values: [],
    ...openPane('storage', context),
  }),
}

/** On macOS 12 it was no pane of its own. */
function storage(version: string | undefined): Sentence {
  return Number.parseInt(version ?? '', 10) < 13
    ? say('Choose About This Mac in the Apple menu, click Storage, then Manage.')
    : say('Open {pane}.', { pane: wayTo('storage', { version: version === undefined ? {} : { product: version } }) })
}

/** What is to change is the filter: nobody is told to give up a protection. This only shows where to look. */
export const openMailPrivacy: Guide = {
  id: 'open-mail-privacy',
  kind: 'guide',
  byHand: () => say('This setting protects your privacy. No program should turn it for you.'),
  label: say('Look at Mail’s privacy setting'),
  risk: 1,
  treats: () => [mailPrivacyConflict],
  fits: (context) => capabilitiesOf(context).mailPrivacy === true,
  guide: (context) => ({
    steps: [
      say('Open Mail, choose Mail > {settings} in the menu bar, and click Privacy.', {
        settings: settingsMenuName(context),
      }),
      say('See whether “Protect Mail Activity” is on. It can stay on: it protects you, and alone it stops no mail.'),
      say(
        'With it on, Mail goes by way of Apple’s servers. Allow Mail to do that in the program that filters the network.',
      ),
      checkAgain,
    ],
    values: [],
    ...openingApp(context),
  }),
}
