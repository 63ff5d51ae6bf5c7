import { resetOutlookPreferences } from '../../../src/remedies/reset-outlook-preferences.ts'
import { outlook } from './outlook.ts'
import { subjectOf } from './real-remedy.ts'

export const subject = subjectOf(resetOutlookPreferences, outlook)
