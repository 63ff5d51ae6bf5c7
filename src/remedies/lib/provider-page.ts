import { providersBehind } from '../../causes/lib/signing-in.ts'
import type { Chart } from '../../core/chart.ts'
import { serversOf } from '../../core/mail.ts'
import { type Arg, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { isKnownPage } from '../../knowledge/known-places.ts'
import { type Provider, providers } from '../../knowledge/providers.ts'
import { publishedSettings } from '../../probes/server/published-settings.ts'

/** The account's provider, where its servers or its domain tell exactly one. */
export function providerOf(chart: Chart): Provider | undefined {
  const published = chart.fact(publishedSettings)?.provider?.id
  const known = providers.find(({ id }) => id === published)
  if (known) return known
  const behind = new Set(serversOf(chart.account).flatMap(({ server }) => providersBehind(chart, server)))
  return behind.size === 1 ? [...behind][0] : undefined
}

/** The provider as it is called in a sentence. */
export function providerName(chart: Chart): Arg {
  const provider = providerOf(chart)
  return provider ? verbatim(provider.name) : say('your provider')
}

export interface PageTarget {
  opens: { what: 'page'; target: string; words: Sentence }
}

/** Its help page, where we know one that may be opened. */
export function helpPage(chart: Chart): PageTarget | Record<string, never> {
  const provider = providerOf(chart)
  return provider?.helpUrl
    ? pageTarget(provider.helpUrl, say('Open the help page of {name}', { name: verbatim(provider.name) }))
    : {}
}

export function pageTarget(target: string, words: Sentence): PageTarget | Record<string, never> {
  return isKnownPage(target) ? { opens: { what: 'page', target, words } } : {}
}
