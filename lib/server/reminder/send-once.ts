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
  /** The instant (ms) from which the message was to be sent. */
  readonly since: number
}

/** `taken`: another process is sending it, or it is finished. `later`: the next run tries again. */
export type SendOutcome = 'mailed' | 'noted' | 'later' | 'taken'

/** After this time (ms) without a mail server, the message is shown inside the app. */
const PATIENCE_MS = 3 * HOUR_MS

/**
 * Sends one message by mail. Leaves a notification inside the app if there is no mail, or if it
 * fails for good. However many processes call this with the same key, and wherever one of them
 * ends: at most one mail is sent, and in the end there is at least a mail or a notification
 * (docs/decisions/013).
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
      // The process that claimed it may have sent it before it ended. A second mail would be one
      // too many.
      return showInApp(reminder, now)
    case 'ours':
      return mailer !== null && isOpen ? sendMail(reminder, mailer, now) : showInApp(reminder, now)
  }
}

/**
 * False for a message that was to be sent from `since` (ms) on and should wait until mail works
 * again.
 */
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
