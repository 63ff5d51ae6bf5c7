import { resetOutlookPreferences } from '../../../src/remedies/client/reset-outlook-preferences.ts'
import { outlook } from './outlook.ts'
import { subjectOf } from './real-remedy.ts'

export const subject = subjectOf(resetOutlookPreferences, outlook)
