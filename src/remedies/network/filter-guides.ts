import { cannotSee } from '../../causes/client/cannot-see.ts'
import { mailPrivacyConflict } from '../../causes/client/mail-privacy-conflict.ts'
import { filterAtWork, inspectorIn, productOf } from '../../causes/lib/filter-at-work.ts'
import { onlyUsBlocked } from '../../causes/lib/kept-out.ts'
import { namesSlow } from '../../causes/names/names-slow.ts'
import { filterBlocksClient } from '../../causes/path/filter-blocks-client.ts'
import { filterInspectsTls } from '../../causes/tls/filter-inspects-tls.ts'
import { starttlsStripped } from '../../causes/tls/starttls-stripped.ts'
import { knownClient } from '../../clients/known-clients.ts'
import type { Chart } from '../../core/chart.ts'
import { serversOf } from '../../core/mail.ts'
import type { Guide, GuidedValue, OpenTarget, RemedyContext } from '../../core/remedy.ts'
import { type Arg, foreignName, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import { type FilterProduct, productCalled, programOfFilter } from '../../knowledge/filters.ts'
import { appNameOf, checkAgain, quotable } from '../lib/app-places.ts'
import { openPane, type PaneToOpen } from '../lib/pane.ts'

interface Product {
  name: string
  kind: FilterProduct['kind']
}

/** The program that is meant: the one that shows itself in a certificate, else the one that is installed. */
function productIn(chart: Chart): Product | undefined {
  const inspector = inspectorIn(chart)
  const name = inspector ?? productOf(filterAtWork(chart))
  if (name === undefined) return undefined
  const known = productCalled(name)
  return { name, kind: known?.kind ?? (inspector === undefined ? 'filter' : 'antivirus') }
}

/** The program itself where it is one that we know how to open, else the list of all that filter. */
function openProgram(product: Product | undefined, context: RemedyContext): OpensProgram {
  const name = product?.name
  if (name === undefined || programOfFilter(name) === undefined) return openPane('vpn-and-filters', context)
  return { opens: { what: 'program', target: name, words: say('Open {app}', { app: verbatim(quotable(name)) }) } }
}

type OpensProgram = PaneToOpen | Record<string, never> | { opens: OpenTarget }

/** With the name of the program that is meant, which is known wherever this fits. */
function allowIn(context: RemedyContext): Sentence {
  const product = productIn(context.chart)
  return product
    ? say('Allow mail in {product}', { product: verbatim(quotable(product.name)) })
    : exemptFromFilter.label
}

function lookInto(context: RemedyContext): Sentence {
  const product = productIn(context.chart)
  return product ? say('Look into {product}', { product: verbatim(quotable(product.name)) }) : openFilter.label
}

/** An exception for one program or server; the filter itself stays on. */
export const exemptFromFilter: Guide = {
  id: 'exempt-from-filter',
  kind: 'guide',
  byHand: () => say('A filter protects this Mac, and lets no other program change its rules: only you may.'),
  label: say('Allow mail in the filter'),
  labelHere: allowIn,
  risk: 1,
  treats: () => [filterBlocksClient, filterInspectsTls, mailPrivacyConflict, starttlsStripped, cannotSee],
  fits: (context) =>
    context.has(cannotSee) && !isOfMail(context)
      ? onlyUsBlocked(context.chart)?.by === 'filter'
      : productIn(context.chart) !== undefined,
  guide(context) {
    const { chart } = context
    const isForUs = !isOfMail(context)
    const product = productIn(chart)
    const isOpened = context.has(filterInspectsTls) || context.has(starttlsStripped)
    return {
      steps: [
        say('Open “{name}” from the menu bar or the Applications folder.', { name: nameOf(product) }),
        ...(isOpened ? scanning : rules(isForUs ? verbatim('Outbox Doctor') : appNameOf(context))),
        ...(product?.kind === 'gateway' || product?.kind === 'vpn' ? [ofTheOrganisation] : []),
        say('Leave the program itself on: it protects this Mac.'),
        checkAgain,
      ],
      values: isForUs ? serverValues(context) : values(context),
      ...openProgram(product, context),
    }
  },
}

function nameOf(product: Product | undefined): Arg {
  return product ? verbatim(quotable(product.name)) : say('the filter')
}

/** About the mail app or its mail, and not about this tool alone. */
function isOfMail(context: RemedyContext): boolean {
  return [filterBlocksClient, filterInspectsTls, mailPrivacyConflict, starttlsStripped].some((cause) =>
    context.has(cause),
  )
}

function rules(app: Arg): Sentence[] {
  return [
    say('Open its list of rules and look for {app}.', { app }),
    say('If a rule blocks {app}, remove it, or change it so that {app} may connect to the servers below.', { app }),
    say('If there is none, add {app} to its exceptions or allowed programs.', { app }),
  ]
}

const scanning = [
  say(
    'Find the part that scans e-mail or encrypted connections. It may be called “Mail Shield”, “Web Shield” or “SSL scanning”.',
  ),
  say('Add the mail servers below to its exceptions, so that it leaves just these connections alone.'),
]
const ofTheOrganisation = say(
  'If it belongs to your organisation, only its IT can change that: send them the note from this list.',
)

function values({ account, observation }: RemedyContext): GuidedValue[] {
  const client = knownClient(observation?.client ?? account.client)
  return [...(client ? [{ name: say('Program'), value: foreignName(client.path) }] : []), ...serverValues({ account })]
}

function serverValues({ account }: Pick<RemedyContext, 'account'>): GuidedValue[] {
  return serversOf(account).map(({ server: { host, port } }) => ({
    name: say('Mail server and port'),
    value: foreignName(`${harmless(host, 255)}:${port}`),
  }))
}

export const openFilter: Guide = {
  id: 'open-filter',
  kind: 'guide',
  byHand: () =>
    say('What it has blocked, and what it asks, stands in its own window, which no other program can read.'),
  label: say('Look into the filter'),
  labelHere: lookInto,
  risk: 1,
  treats: () => [namesSlow, filterBlocksClient],
  fits: ({ chart }) => productIn(chart) !== undefined,
  guide(context) {
    const product = productIn(context.chart)
    return {
      steps: [
        say('Open “{name}” from the menu bar or the Applications folder.', { name: nameOf(product) }),
        say('Look at what it blocked lately. Is {app} among it, or the servers below?', {
          app: appNameOf(context),
        }),
        say('See whether it waits for an answer: some ask with a window that hides behind others.'),
        say('See whether it has an update, and install it.'),
        checkAgain,
      ],
      values: values(context),
      ...openProgram(product, context),
    }
  },
}

/** What many people try first, and what cannot help: it looks at what comes in only. */
export const firewallExplained: Guide = {
  id: 'firewall-explained',
  kind: 'guide',
  byHand: () => say('There is nothing to be changed here: this only explains.'),
  label: say('Why the firewall of macOS is not to blame'),
  risk: 3,
  treats: () => [filterBlocksClient],
  guide: (context) => ({
    steps: [
      say(
        'The firewall that macOS brings filters only connections that come in. Sending mail goes out, so it never stops that.',
      ),
      say('There is no need to switch it off, and no need to add the mail app to it.'),
      say('What can stop sending are other programs that filter the network, and a VPN.'),
    ],
    values: [],
    commands: [foreignName('/usr/libexec/ApplicationFirewall/socketfilterfw --getglobalstate')],
    ...openPane('firewall', context),
  }),
}
