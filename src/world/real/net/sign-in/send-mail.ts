import MailComposer from 'nodemailer/lib/mail-composer'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Millis } from '../../../../core/time.ts'
import type { OwnMail, SendAnswer } from '../../../../core/world.ts'
import { inSession } from './sign-in.ts'
import { signedInBySmtp } from './sign-in-smtp.ts'
import type { SignInAttempt, SignInResult } from './sign-in-types.ts'
import { type SmtpError, smtpAnswer } from './smtp-answer.ts'

/** Servers look a message over before they answer for it (RFC 5321 §4.5.3.2.6 allows ten minutes). */
const sessionTimeoutMs: Millis = 60_000

/** As `Net.send`: one message to oneself, once. */
export async function sendMail(asked: SignInAttempt, mail: OwnMail, signal: AbortSignal): Promise<SendAnswer> {
  const text = await composed(mail, asked.clock.now())
  const hand = (one: SignInAttempt, over: AbortSignal) =>
    signedInBySmtp(one, over, (smtp) => handedOver(one, smtp, mail.address, text))
  return inSession(asked, hand, sessionTimeoutMs, signal)
}

/** No program is to answer it (RFC 3834 §5, and Exchange's own way to say so). */
const nobodyAnswers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

function composed({ address, subject, text, messageId }: OwnMail, now: number): Promise<Buffer> {
  const mail = { from: address, to: address, subject, text, messageId, date: new Date(now), headers: nobodyAnswers }
  return new Promise((resolve, reject) => {
    new MailComposer(mail).compile().build((error, built) => (error ? reject(error) : resolve(built)))
  })
}

function handedOver(asked: SignInAttempt, smtp: SMTPConnection, address: string, text: Buffer): Promise<SignInResult> {
  return new Promise((resolve, reject) => {
    smtp.once('error', reject)
    smtp.once('end', () => reject(Object.assign(new Error('closed'), { code: 'ECONNECTION' })))
    smtp.send({ from: address, to: [address] }, text, (error) =>
      resolve(error ? smtpAnswer(asked, error as SmtpError) : { outcome: 'accepted' }),
    )
  })
}
