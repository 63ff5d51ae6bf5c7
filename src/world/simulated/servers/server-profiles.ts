import type { LineProtocol } from '../../../core/mail.ts'
import type { SceneMailServer } from '../schema/hosts.ts'

/** How servers of one making put things. `{host}` is replaced. */
export interface ServerProfile {
  smtp: { greeting: string; capabilities: readonly string[]; auth: readonly string[]; size: number; refused: string }
  imap: { greeting: string; capabilities: readonly string[]; auth: readonly string[]; refused: string }
  pop3: { greeting: string; refused: string }
}

type Making = NonNullable<SceneMailServer['like']>

const dovecot: Pick<ServerProfile, 'imap' | 'pop3'> = {
  imap: {
    greeting: 'Dovecot ready.',
    capabilities: ['IMAP4rev1', 'SASL-IR', 'LOGIN-REFERRALS', 'ID', 'ENABLE', 'IDLE', 'LITERAL+', 'QUOTA'],
    auth: ['PLAIN', 'LOGIN'],
    refused: 'NO [AUTHENTICATIONFAILED] Authentication failed.',
  },
  pop3: { greeting: '+OK Dovecot ready.', refused: '-ERR [AUTH] Authentication failed.' },
}

const provider = (greeting: string, refused: string): Pick<ServerProfile, 'imap' | 'pop3'> => ({
  imap: {
    greeting,
    capabilities: ['IMAP4rev1', 'UNSELECT', 'IDLE', 'NAMESPACE', 'QUOTA', 'ID', 'ENABLE', 'SASL-IR'],
    auth: ['PLAIN', 'XOAUTH2', 'OAUTHBEARER'],
    refused,
  },
  pop3: { greeting: `+OK ${greeting}`, refused: '-ERR [AUTH] Username and password not accepted.' },
})

const basics = ['PIPELINING', 'ENHANCEDSTATUSCODES', '8BITMIME', 'CHUNKING', 'SMTPUTF8'] as const

const profiles: Readonly<Record<Making, ServerProfile>> = {
  postfix: {
    smtp: {
      greeting: '220 {host} ESMTP Postfix',
      capabilities: ['PIPELINING', 'VRFY', 'ETRN', 'ENHANCEDSTATUSCODES', '8BITMIME', 'DSN', 'SMTPUTF8', 'CHUNKING'],
      auth: ['PLAIN', 'LOGIN'],
      size: 35_882_577,
      refused: '535 5.7.8 Error: authentication failed: (reason unavailable)',
    },
    ...dovecot,
  },
  exim: {
    smtp: {
      greeting: '220 {host} ESMTP Exim 4.98',
      capabilities: ['8BITMIME', 'PIPELINING', 'PIPECONNECT', 'HELP'],
      auth: ['PLAIN', 'LOGIN'],
      size: 52_428_800,
      refused: '535 Incorrect authentication data',
    },
    ...dovecot,
  },
  gmail: {
    smtp: {
      greeting: '220 {host} ESMTP a640c23a62f3a-b76546ecsm123456.44 - gsmtp',
      capabilities: basics,
      auth: ['LOGIN', 'PLAIN', 'XOAUTH2', 'PLAIN-CLIENTTOKEN', 'OAUTHBEARER', 'XOAUTH'],
      size: 35_882_577,
      refused: '535 5.7.8 Username and Password not accepted. For more information, go to the help pages - gsmtp',
    },
    ...provider('Gimap ready for requests', 'NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)'),
  },
  icloud: {
    smtp: {
      greeting: '220 iCloud SMTP - asmtp-us-west-1a ready',
      capabilities: ['PIPELINING', 'ETRN', 'ENHANCEDSTATUSCODES', '8BITMIME', 'DSN'],
      auth: ['LOGIN', 'PLAIN', 'ATOKEN2', 'XOAUTH2'],
      size: 28_319_744,
      refused: '535 5.7.8 Error: authentication failed: authentication failure',
    },
    ...provider('iCloud IMAP ready', 'NO [AUTHENTICATIONFAILED] Authentication Failed'),
  },
  microsoft: {
    smtp: {
      greeting: '220 FR0P281CA0123.outlook.office365.com Microsoft ESMTP MAIL Service ready',
      capabilities: ['PIPELINING', 'DSN', 'ENHANCEDSTATUSCODES', '8BITMIME', 'BINARYMIME', 'CHUNKING', 'SMTPUTF8'],
      auth: ['LOGIN', 'XOAUTH2'],
      size: 157_286_400,
      refused: '535 5.7.3 Authentication unsuccessful',
    },
    ...provider('The Microsoft Exchange IMAP4 service is ready.', 'NO AUTHENTICATE failed.'),
  },
  yahoo: {
    smtp: {
      greeting: '220 {host} ESMTP ready',
      capabilities: ['PIPELINING', '8BITMIME'],
      auth: ['PLAIN', 'LOGIN', 'XOAUTH2', 'OAUTHBEARER'],
      size: 41_697_280,
      refused: '535 5.7.0 (#AUTH005) Too many bad auth attempts.',
    },
    ...provider('IMAP4rev1 ready', 'NO [AUTHENTICATIONFAILED] AUTHENTICATE Invalid credentials'),
  },
}

export function serverProfileOf<P extends LineProtocol>(speaker: SceneMailServer, protocol: P): ServerProfile[P] {
  const voice = profiles[speaker.like ?? 'postfix'][protocol]
  return speaker.refuses === undefined ? voice : { ...voice, refused: speaker.refuses }
}
