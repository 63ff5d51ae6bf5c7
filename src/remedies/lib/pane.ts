import type { RemedyContext } from '../../core/remedy.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { type PaneName, settingsPane } from '../../knowledge/settings-panes.ts'

type Version = Pick<RemedyContext, 'version'>

export interface PaneToOpen {
  opens: { what: 'panel'; target: string; words: Sentence }
}

/** What opens a pane of the settings, where this version of macOS can be sent there. */
export function openPane(name: PaneName, { version }: Version): PaneToOpen | Record<string, never> {
  const pane = settingsPane(name, version.product)
  return pane?.url ? { opens: { what: 'panel', target: name, words: say('Open {app}', { app: pane.words }) } } : {}
}

/** The way to a pane in words, which hold even where the link leads astray. */
export function wayTo(name: PaneName, { version }: Version): Sentence {
  return settingsPane(name, version.product)?.words ?? say('System Settings')
}
