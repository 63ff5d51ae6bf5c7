import { z } from 'zod'

/** What Apple's device-management schema says of the payloads that we ship: keys, types, what must be there. */
const head = {
  PayloadDisplayName: z.string().min(1),
  PayloadIdentifier: z.string().regex(/^app\.outbox-doctor\.profile\.[a-z-]+(\.payload)?$/),
  PayloadOrganization: z.string(),
  PayloadUUID: z.string().regex(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/),
  PayloadVersion: z.literal(1),
}

const identity = {
  Identifier: z.string(),
  IdentifierType: z.enum(['bundleID', 'path']),
  CodeRequirement: z.string(),
  StaticCode: z.boolean().optional(),
  // Either this or `Allowed`, not both, which the strict object sees to.
  Authorization: z.enum(['Allow', 'Deny']),
  Comment: z.string().optional(),
}

const privacy = z.strictObject({
  ...head,
  PayloadType: z.literal('com.apple.TCC.configuration-profile-policy'),
  Services: z.strictObject({
    SystemPolicyAllFiles: z.array(z.strictObject(identity)),
    AppleEvents: z.array(
      z.strictObject({
        ...identity,
        AEReceiverIdentifier: z.string(),
        AEReceiverIdentifierType: z.enum(['bundleID', 'path']),
        AEReceiverCodeRequirement: z.string(),
      }),
    ),
  }),
})

const loginItem = z.strictObject({
  ...head,
  PayloadType: z.literal('com.apple.servicemanagement'),
  Rules: z.array(
    z.strictObject({
      RuleType: z.enum(['BundleIdentifier', 'BundleIdentifierPrefix', 'Label', 'LabelPrefix', 'TeamIdentifier']),
      RuleValue: z.string(),
      Comment: z.string().optional(),
    }),
  ),
})

const notifications = z.strictObject({
  ...head,
  PayloadType: z.literal('com.apple.notificationsettings'),
  NotificationSettings: z.array(
    z.strictObject({
      BundleIdentifier: z.string(),
      NotificationsEnabled: z.boolean(),
      ShowInNotificationCenter: z.boolean(),
      ShowInLockScreen: z.boolean(),
      AlertType: z.union([z.literal(0), z.literal(1), z.literal(2)]),
      BadgesEnabled: z.boolean(),
      SoundsEnabled: z.boolean(),
    }),
  ),
})

const settings = z.looseObject({ ...head, PayloadType: z.literal('app.outbox-doctor') })

export const profileShape = z.strictObject({
  ...head,
  PayloadType: z.literal('Configuration'),
  PayloadScope: z.enum(['System', 'User']),
  PayloadRemovalDisallowed: z.boolean(),
  PayloadContent: z.tuple([z.discriminatedUnion('PayloadType', [privacy, loginItem, notifications, settings])]),
})
