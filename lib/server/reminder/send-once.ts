import 'server-only'
import type { Note } from '../../db/reminder/notifications'
import {
  claimMessage,
  finishMessage,
  finishWithNote,
  giveBack,
} from '../../db/reminder/sent-messages'
import { HOUR_MS } from '../../kernel/duration'
import type { UserId } from '../../kernel/ids'
import { bodyText } from '../../reminder/message'
import type { Mailer, OutgoingMail } from './mailer'

export type Reminder = OutgoingMail & {
  readonly userId: UserId
  readonly kind: Note['kind']
  /** The instant (ms) from which it was to be sent. */
  readonly since: number
}

/** `taken`: another process has it, or it is done with. `later`: the next run tries again. */
export type SendOutcome = 'mailed' | 'noted' | 'later' | 'taken'

/** After so long (ms) without a mail server it is said inside the app instead. */
const PATIENCE_MS = 3 * HOUR_MS

/**
 * Sends one message by mail, or notes it inside the app where there is no mail or mail fails for
 * good. However many processes call this with the same key, and wherever one of them dies: at most
 * one mail goes out, and at least one of mail and note exists in the end (docs/decisions/013).
 */
export async function sendOnce(
  reminder: Reminder,
  mailer: Mailer | null,
  now: number,
): Promise<SendOutcome> {
  if (!(await maySend(reminder.since, mailer, now))) return 'later'
  const isOpen = mailer !== null && (await mailer.isOpen(now))
  switch (await claimMessage(reminder.key, now)) {
    case 'taken':
      return 'taken'
    case 'abandoned':
      // Whoever claimed it may have mailed it before dying: a second mail would be one too many.
      return showInApp(reminder, now)
    case 'ours':
      return mailer !== null && isOpen ? sendMail(reminder, mailer, now) : showInApp(reminder, now)
  }
}

/** False for what was to be sent from `since` (ms) on and is better left until mail goes again. */
export async function maySend(since: number, mailer: Mailer | null, now: number): Promise<boolean> {
  return mailer === null || isLate(since, now) || (await mailer.isOpen(now))
}

const isLate = (since: number, now: number): boolean => now - since >= PATIENCE_MS

async function sendMail(reminder: Reminder, mailer: Mailer, now: number): Promise<SendOutcome> {
  const delivery = await mailer.deliver(reminder)
  if (delivery.kind === 'accepted') {
    await finishMessage(reminder.key, now)
    return 'mailed'
  }
  console.error(`The mail to ${reminder.to} was not sent (${delivery.kind}): ${delivery.why}`)
  const mayGoLater = delivery.kind === 'later' || delivery.kind === 'down'
  if (!mayGoLater || isLate(reminder.since, now)) return showInApp(reminder, now)
  await giveBack(reminder.key)
  return 'later'
}

async function showInApp(
  { key, userId, kind, message }: Reminder,
  now: number,
): Promise<SendOutcome> {
  const { subject, action } = message
  const words = { kind, title: subject, body: bodyText(message), href: action.path }
  return (await finishWithNote(key, userId, words, now)) ? 'noted' : 'taken'
}
