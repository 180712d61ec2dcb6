import 'server-only'
import { uuidv7 } from 'uuidv7'
import { HOUR_MS } from '../../kernel/duration'
import type { UserId } from '../../kernel/ids'
import { database } from '../connection/client'
import type { Note } from './notifications'

/** Longer than any run of the job: a claim this old (ms) was left by a process that died. */
const ABANDONED_MS = HOUR_MS

/** Beside the row that says a message is done with stands one that says who sends it is at work. */
const claimOf = (key: string): string => `${key}/claim`

/** Which of these messages are done with. */
export async function finishedKeys(keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await database().sentMessage.findMany({
    where: { key: { in: [...keys] } },
    select: { key: true },
  })
  return new Set(rows.map(({ key }) => key))
}

/** Takes a message to send it: one caller gets `ours`, whatever process and connection asks. */
export async function claimMessage(
  key: string,
  now: number,
): Promise<'ours' | 'taken' | 'abandoned'> {
  const { count } = await database().sentMessage.createMany({
    data: [{ key: claimOf(key), at: new Date(now) }],
    skipDuplicates: true,
  })
  if (count === 1) return 'ours'
  const claim = await database().sentMessage.findUnique({ where: { key: claimOf(key) } })
  return claim && claim.at.getTime() <= now - ABANDONED_MS ? 'abandoned' : 'taken'
}

/** For a message that surely did not go out: another run may send it. */
export async function giveBack(key: string): Promise<void> {
  await database().sentMessage.deleteMany({ where: { key: claimOf(key) } })
}

export async function finishMessage(key: string, now: number): Promise<void> {
  await database().sentMessage.createMany({
    data: [{ key, at: new Date(now) }],
    skipDuplicates: true,
  })
}

/** Done with, and said inside the app: both or neither. False when it was done with before. */
export async function finishWithNote(
  key: string,
  userId: UserId,
  note: Note,
  now: number,
): Promise<boolean> {
  const at = new Date(now)
  return database().$transaction(async (tx) => {
    const { count } = await tx.sentMessage.createMany({
      data: [{ key, at }],
      skipDuplicates: true,
    })
    if (count === 0) return false
    await tx.notification.create({ data: { userId, id: uuidv7(), at, ...note } })
    return true
  })
}
