import { mailClients } from '../../../../src/clients/index.ts'
import { englishIn } from '../../../words/pseudo.ts'
import { byRoom, escapesIn, sentencesIn } from '../../../words/told-in.ts'
import type { SceneCheck } from './scene-check.ts'

/** In a language made of the keys: what is said in it and is still English has escaped the catalogue. */
export const tellsNoEnglish: SceneCheck = {
  says: 'tells no English to somebody who reads none',
  holds({ told, printed }, expect) {
    expect(sentencesIn(told).sentences.length).toBeGreaterThan(10)
    expect(byRoom(escapesIn(told))).toEqual([])
    expect(byRoom(englishIn(withoutApps(printed)).filter((text) => text.includes(' ')))).toEqual([])
  },
}

/** Mail apps are called by their own names in every language. */
const withoutApps = (text: string) => mailClients.reduce((rest, { fullName }) => rest.replaceAll(fullName, '∎'), text)
