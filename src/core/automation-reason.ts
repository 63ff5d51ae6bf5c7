import { say } from './sentence.ts'

/** What macOS shows when it asks whether we may control a mail app: the usage description of the packaged app. */
export const automationReason = say(
  'Outbox Doctor asks Mail and Outlook which messages wait in the outbox. When you click, it tells them to send again or sets their mail settings right.',
)
