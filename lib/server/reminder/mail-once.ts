import 'server-only'
import {
  claimMessage,
  finishedKeys,
  finishMessage,
  giveBack,
} from '../../db/reminder/sent-messages'
import type { Mailer, OutgoingMail } from './mailer'

/**
 * What became of a mail. `over`: it was sent before, or it can never be sent, or a process died that may
 * have sent it; nothing more is to be done. `later`: the next run tries again. `taken`: another process
 * is sending it.
 */
export type MailOutcome =
  | { readonly kind: 'mailed' | 'later' | 'taken' }
  | { readonly kind: 'over'; readonly why: string | null }

/**
 * Sends a mail that has no other way, at most once however many processes try (docs/decisions/013).
 * `letter` is made when the mail is surely ours to send.
 */
export async function mailOnce(
  key: string,
  letter: () => Promise<OutgoingMail | null>,
  mailer: Mailer,
  now: number,
): Promise<MailOutcome> {
  if ((await finishedKeys([key])).has(key)) return { kind: 'over', why: null }
  if (!(await mailer.isOpen(now))) return { kind: 'later' }
  switch (await claimMessage(key, now)) {
    case 'taken':
      return { kind: 'taken' }
    case 'abandoned':
      await finishMessage(key, now)
      return { kind: 'over', why: 'The program stopped while it was being sent.' }
    case 'ours':
      return send(key, await letter(), mailer, now)
  }
}

async function send(
  key: string,
  letter: OutgoingMail | null,
  mailer: Mailer,
  now: number,
): Promise<MailOutcome> {
  if (letter === null) {
    await finishMessage(key, now)
    return { kind: 'over', why: null }
  }
  const delivery = await mailer.deliver(letter)
  switch (delivery.kind) {
    case 'accepted':
      await finishMessage(key, now)
      return { kind: 'mailed' }
    case 'later':
    case 'down':
      console.error(`${key} was not sent yet (${delivery.kind}): ${delivery.why}`)
      await giveBack(key)
      return { kind: 'later' }
    case 'refused':
    case 'unknown':
      console.error(`${key} was not sent (${delivery.kind}): ${delivery.why}`)
      await finishMessage(key, now)
      return { kind: 'over', why: delivery.why }
  }
}
