import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { PageAsked } from '../../exam/page-asked'
import { asAttemptId, asUserId, type ExamId, type UserId } from '../../kernel/ids'
import { storable } from '../../kernel/visible-text'
import { database } from '../connection/client'
import { runningAttempts } from './running-attempts'

/** Somebody can ask as often as they like; this much is kept of each attempt. */
const MOST = 500
const LONGEST = 300

/** Notes it at each attempt of this person that is open. */
export async function insertPageAsked(userId: UserId, asked: string, now: number): Promise<void> {
  const running = await runningAttempts(userId, now)
  await database().examPageAsked.createMany({
    data: running
      .filter(({ pagesAsked }) => pagesAsked < MOST)
      .map(({ id }) => ({
        userId,
        attemptId: id,
        id: uuidv7(),
        at: new Date(now),
        asked: storable(asked).slice(0, LONGEST),
      })),
  })
}

/** Of all attempts at an exam, the oldest first. */
export async function pagesAskedDuring(examId: ExamId): Promise<readonly PageAsked[]> {
  const rows = await database().examPageAsked.findMany({
    where: { attempt: { examId } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, userId, attemptId, at, asked }) => ({
    id,
    userId: asUserId(userId),
    attemptId: asAttemptId(attemptId),
    at: at.getTime(),
    asked,
  }))
}
