import { absent, type Cause, type Explanation, present } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { clientOf } from '../../core/client.ts'
import { listOf, type Sentence, say, verbatim, withTexts } from '../../core/sentence.ts'
import { withoutAddresses } from '../../core/text.ts'
import { clientHealth } from '../../probes/client/client-health.ts'
import { addInLines, lostAddIns } from '../lib/add-ins.ts'
import { onlyUsBlocked } from '../lib/kept-out.ts'
import { appName, clientIn } from '../lib/mail-app.ts'
import { namesBroken } from '../names/names-broken.ts'
import { namesSlow } from '../names/names-slow.ts'
import { serverNameUnknown } from '../names/server-name-unknown.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { detourBroken } from '../network/detour-broken.ts'
import { ipv6Broken } from '../network/ipv6-broken.ts'
import { noNetwork } from '../network/no-network.ts'
import { vpnBlocksMail } from '../network/vpn-blocks-mail.ts'
import { mailPortsBlockedHere, port25Blocked, portBlockedHere } from '../path/blocked-here.ts'
import { largeHelloLost } from '../path/large-hello-lost.ts'
import { pathLosesLargePackets } from '../path/path-loses-large-packets.ts'
import { serverBansYou } from '../server/server-bans-you.ts'
import { serverDown } from '../server/server-down.ts'
import { serverPortClosed } from '../server/server-port-closed.ts'
import { serverPortFaulty } from '../server/server-port-faulty.ts'
import { settingsDiffer } from '../server/settings-differ.ts'
import { encryptionModeWrong } from '../tls/encryption-mode-wrong.ts'
import { filterInspectsTls } from '../tls/filter-inspects-tls.ts'
import { starttlsMissing } from '../tls/starttls-missing.ts'
import { starttlsStripped } from '../tls/starttls-stripped.ts'
import { tlsCutInPath } from '../tls/tls-cut-in-path.ts'
import { tlsTooOld } from '../tls/tls-too-old.ts'

/** Not a reason why mail stays, but a reason why nobody should be told that all is well. */
export const cannotSee: Cause = {
  id: 'cannot-see',
  title: say('Outbox Doctor cannot see everything here.'),
  harm: 'delays',
  layer: 'nowhere',
  showAfterMs: 0,
  unsure: true,
  passing: (chart) => onlyUsBlocked(chart) !== undefined,
  judge(chart) {
    const out = onlyUsBlocked(chart)
    const blind = blindSpots(chart)
    const why = [...(out?.evidence ?? []), ...blind, ...(blind.length > 0 ? addInLines(chart) : [])]
    return why.length > 0 ? present(0.05, why, out?.against) : absent
  },
  refutes: (chart) => (onlyUsBlocked(chart) ? belowSignIn : isFromDataCentre(chart) ? ofOurWay : []),
  explain: (chart) => explainKeptOut(chart) ?? explainBlindness(chart),
}

/** What lies between this Mac and the server: an app whose maker's data centre does the talking never goes there. */
const ofOurWay: readonly Cause[] = [
  vpnBlocksMail,
  filterInspectsTls,
  ipv6Broken,
  namesSlow,
  pathLosesLargePackets,
  portBlockedHere,
  mailPortsBlockedHere,
  port25Blocked,
  tlsCutInPath,
  largeHelloLost,
  starttlsStripped,
  serverBansYou,
]

/** What is judged by our own way to the server. The mail app has one, so it says nothing. */
const belowSignIn: readonly Cause[] = [
  ...ofOurWay,
  noNetwork,
  captivePortal,
  namesBroken,
  serverNameUnknown,
  detourBroken,
  serverDown,
  serverPortClosed,
  serverPortFaulty,
  encryptionModeWrong,
  starttlsMissing,
  tlsTooOld,
  settingsDiffer,
]

function explainKeptOut(chart: Chart): Explanation | undefined {
  const out = onlyUsBlocked(chart)
  if (!out) return undefined
  const app = appName(chart)
  const heading = say('Outbox Doctor itself is kept out, and your mail app is not:')
  if (out.by === 'local-network')
    return {
      heading,
      plain: say(
        '{app} is connected to the mail server, but macOS does not let Outbox Doctor into the network of this house, where that server stands. So it cannot check the server, and has nothing to say against it.',
        { app },
      ),
      details: [say('Allow Outbox Doctor in System Settings, Privacy & Security, Local Network.')],
    }
  if (out.product !== undefined)
    return {
      heading,
      plain: say(
        '{app} is connected to the mail server, but a program on this Mac that filters the network ({product}) seems to keep Outbox Doctor out. So it cannot check the server, and has nothing to say against it.',
        { app, product: verbatim(out.product) },
      ),
      details: [
        say('Allow Outbox Doctor in {product}. The filter itself can stay on.', { product: verbatim(out.product) }),
      ],
    }
  return {
    heading,
    plain: say(
      '{app} is connected to the mail server, but something on this Mac keeps Outbox Doctor out. So it cannot check the server, and has nothing to say against it.',
      { app },
    ),
    details: [
      say('Look whether a program on this Mac that filters the network blocks Outbox Doctor, and allow it there.'),
    ],
  }
}

function explainBlindness(chart: Chart): Explanation {
  return {
    plain: isNewOutlook(chart)
      ? say(
          'The new Outlook lets no other program see its outbox. So nobody can tell whether mail is waiting there. Everything else can still be checked.',
        )
      : say(
          'Outbox Doctor could not see what waits in {app}, so it cannot promise that all is well. What else it checks still counts.',
          { app: appName(chart) },
        ),
    details: isNewOutlook(chart)
      ? [
          say('Look into the Outbox of Outlook yourself from time to time.'),
          ...addInTest(chart),
          ...fromDataCentre(chart),
        ]
      : [
          clientIn(chart)?.can.readFreely
            ? say('Look into the Outbox of {app} yourself from time to time.', { app: appName(chart) })
            : say(
                'It sees the outbox with one of two permissions: System Settings, Privacy & Security, Full Disk Access or Automation.',
              ),
        ],
  }
}

/** The outbox was looked for and not seen, or nothing of the app could be looked at in the first place. */
function blindSpots(chart: Chart): Sentence[] {
  const { observation } = chart
  if (observation) return observation.outbox.seen ? [] : [withTexts(observation.outbox.why, withoutAddresses)]
  const finding = chart.finding(clientHealth)
  return clientOf(chart) && finding?.state === 'unknown' ? [finding.why] : []
}

/** Nobody sees whether mail waits for an add-in that does not come; who sends one message without it finds out. */
function addInTest(chart: Chart): Sentence[] {
  const names = lostAddIns(chart).map(({ name }) => name)
  return names.length > 0
    ? [
        say(
          'The add-in {names} cannot be reached, and Outlook may hold messages back for it. The test: switch it off in Outlook (Get Add-ins, My add-ins), and send a short message to yourself. If that arrives, it was the add-in.',
          { names: listOf(names.map(verbatim)) },
        ),
      ]
    : []
}

/**
 * Microsoft keeps IMAP and POP accounts of the new Outlook in its cloud (support.microsoft.com, "Sync your account in
 * Outlook to the Microsoft Cloud"): its servers talk to the provider, and our way is not theirs.
 */
function fromDataCentre(chart: Chart): Sentence[] {
  return isFromDataCentre(chart)
    ? [
        say(
          'With this kind of account the new Outlook mostly talks to the mail server from Microsoft’s data centre and not from this Mac: what was checked from here proves nothing for it.',
        ),
      ]
    : []
}

const isNewOutlook = (chart: Chart): boolean => chart.observation?.mode === 'new'

function isFromDataCentre(chart: Chart): boolean {
  const protocol = chart.account.incoming?.protocol
  return isNewOutlook(chart) && (protocol === 'imap' || protocol === 'pop3')
}
