import type { Account, Message } from '../../core/mail.ts'
import type { PastFacts, Probe, Tone } from '../../core/probe.ts'
import type { Instant } from '../../core/time.ts'
import type { Secrets } from '../../core/world.ts'
import { answerLost, appOfSceneAccount, simulatedApp } from './mac/mail-apps.ts'
import type { QueuedMessage } from './outbox.ts'
import { recipientsOf } from './recipients.ts'
import type { Scene } from './scene.ts'
import { sceneAccounts } from './scene-hosts.ts'
import type { SceneAccount } from './schema/account.ts'
import type { SceneMailServer } from './schema/hosts.ts'
import type { AcceptedLogin } from './servers/script.ts'

/** The accounts of a scene, the first one first. */
export function accountsOfScene(scene: Scene): Account[] {
  return sceneAccounts(scene).map((account) => accountAsApp(account, scene))
}

/** An account under the name by which the product knows it once it has looked into its app. */
export function accountAsApp(told: SceneAccount, scene: Scene): Account {
  const { secret: _, incoming, outgoing, ...account } = told
  return {
    ...account,
    id: idOf(told, scene),
    ...(incoming && { incoming }),
    ...(outgoing && { outgoing: { ...outgoing, protocol: 'smtp' } }),
  }
}

function idOf(account: Pick<SceneAccount, 'email'>, scene: Scene): string {
  const told = scene.mac?.apps ?? []
  const known = sceneAccounts(scene).find(({ email }) => email === account.email)
  const app = appOfSceneAccount(known ?? scene.account, told)
  const all = sceneAccounts(scene).filter((one) => appOfSceneAccount(one, told) === app)
  return simulatedApp(app).accountId(account, all)
}

/** The passwords that the scene's users gave, at first or later. */
export function simulatedSecrets(now: () => Scene): Secrets {
  return {
    read: async (id) => {
      const scene = now()
      const account = sceneAccounts(scene).find((one) => idOf(one, scene) === id)
      if (account?.secret === undefined) return undefined
      const method = methodOf(account)
      return scene.secret === undefined
        ? { secret: account.secret, method, version: '1' }
        : { secret: scene.secret, method, version: '2' }
    },
  }
}

function methodOf({ incoming, outgoing }: SceneAccount): 'oauth2' | 'password' {
  return [incoming, outgoing].some((server) => server?.auth === 'oauth2') ? 'oauth2' : 'password'
}

/** Who may sign in at a server: as the scene tells of it, or as the accounts have it. */
export function acceptedLogin(
  scene: Scene,
  { speaker: { accepts }, host }: { speaker: SceneMailServer; host: string },
): AcceptedLogin | undefined {
  return accepts ? { usernames: [accepts.username.toLowerCase()], secret: accepts.secret } : loginAt(scene, host)
}

/** Who may sign in at a host, as the accounts have it: by user name, or by any part of the address. */
function loginAt(scene: Scene, host: string): AcceptedLogin | undefined {
  const account = sceneAccounts(scene).find(({ incoming, outgoing }) =>
    [incoming, outgoing].some((server) => server?.host.toLowerCase() === host),
  )
  if (account?.secret === undefined) return undefined
  const { email, incoming, outgoing, secret } = account
  const usernames = [email, email.split('@')[0], incoming?.username, outgoing?.username]
  return { usernames: usernames.flatMap((name) => (name ? [name.toLowerCase()] : [])), secret: scene.secret ?? secret }
}

/** What waits in the outboxes, each with the opaque id of its account; of one that is gone, too. */
export function messagesOfScene(scene: Scene, waiting: readonly QueuedMessage[]): Message[] {
  return waiting.map(({ number, since, due, account, message }) => {
    const { subject: _, name: __, leaves: ___, waiting: ____, recipients, ...more } = message
    const { dueAfter: _____, left: ______, timer: _______, answer, ...told } = more
    return {
      ...(answer === 'lost' && { lastReply: answerLost }),
      ...told,
      id: `message-${number}`,
      account: idOf({ email: account }, scene),
      waitingSince: since,
      ...(due !== undefined && { due }),
      ...(recipients !== undefined && { recipients: recipientsOf(message) }),
    }
  })
}

/** Those that leave by an account. What leaves by none of the scene's is the first one's. */
export function messagesOfAccount(messages: readonly Message[], account: Account, all: readonly Account[]): Message[] {
  const orphaned = (message: Message) => account.id === all[0]?.id && !all.some(({ id }) => id === message.account)
  return messages.filter((message) => message.account === account.id || orphaned(message))
}

/** What the history knows, as far as the scene says so. */
export function pastFactsOfScene(scene: Scene, now: Instant): PastFacts | undefined {
  const { past } = scene
  if (!past) return undefined
  return {
    last: <F>(probe: Probe<F>, tone?: Tone) => {
      const known = past[probe.id]
      // A scene's author answers for the shape of the fact, as the history would.
      return known && (tone ?? known.tone) === known.tone ? { fact: known.fact as F, at: now + known.at } : undefined
    },
  }
}
