import 'server-only'
import type { Note } from '../../db/reminder/notifications'
import {
  claimMessage,
  finishMessage,
  finishWithNote,
  giveBack,
} from '../../db/reminder/sent-messages'
import type { UserId } from '../../kernel/ids'
import { bodyText } from '../../reminder/message'
import type { Letter, Post } from './post'

export type Parcel = Letter & {
  readonly userId: UserId
  readonly kind: Note['kind']
  /** The instant (ms) from which it was to be sent. */
  readonly since: number
}

/** `taken`: another process has it, or it is done with. `later`: the next run tries again. */
export type Sent = 'mailed' | 'noted' | 'later' | 'taken'

/** After so long (ms) without a mail server it is said inside the app instead. */
const PATIENCE_MS = 3 * 3_600_000

/**
 * Sends one message by mail, or notes it inside the app where there is no mail or mail fails for
 * good. However many processes call this with the same key, and wherever one of them dies: at most
 * one mail goes out, and at least one of mail and note exists in the end (docs/decisions/013).
 */
export async function sendOnce(parcel: Parcel, post: Post | null, now: number): Promise<Sent> {
  if (!(await mayGo(parcel.since, post, now))) return 'later'
  const isOpen = post !== null && (await post.isOpen(now))
  switch (await claimMessage(parcel.key, now)) {
    case 'taken':
      return 'taken'
    case 'abandoned':
      // Whoever claimed it may have mailed it before dying: a second mail would be one too many.
      return note(parcel, now)
    case 'ours':
      return post !== null && isOpen ? mail(parcel, post, now) : note(parcel, now)
  }
}

/** False for what was to be sent from `since` (ms) on and is better left until mail goes again. */
export async function mayGo(since: number, post: Post | null, now: number): Promise<boolean> {
  return post === null || isLate(since, now) || (await post.isOpen(now))
}

const isLate = (since: number, now: number): boolean => now - since >= PATIENCE_MS

async function mail(parcel: Parcel, post: Post, now: number): Promise<Sent> {
  const delivery = await post.deliver(parcel)
  if (delivery.kind === 'accepted') {
    await finishMessage(parcel.key, now)
    return 'mailed'
  }
  console.error(`No mail to ${parcel.to} (${delivery.kind}): ${delivery.why}`)
  const mayGoLater = delivery.kind === 'later' || delivery.kind === 'down'
  if (!mayGoLater || isLate(parcel.since, now)) return note(parcel, now)
  await giveBack(parcel.key)
  return 'later'
}

async function note({ key, userId, kind, message }: Parcel, now: number): Promise<Sent> {
  const { subject, action } = message
  const words = { kind, title: subject, body: bodyText(message), href: action.path }
  return (await finishWithNote(key, userId, words, now)) ? 'noted' : 'taken'
}
