import 'server-only'
import { asLessonId, type LessonId, type UserId } from '../../kernel/ids'
import type { ReviewEvent } from '../../review/event'
import { database } from '../connection/client'
import { toBlueprint } from '../exam/exam-row'
import { toReviewEvent, withAnswer } from '../study/event-row'

/** So much of a log is in memory at a time. */
const PAGE = 2000

/** One person's whole log with its answers, by instant and id, a page at a time. */
export async function* logPages(userId: UserId): AsyncGenerator<readonly ReviewEvent[]> {
  let last: { readonly at: Date; readonly id: string } | null = null
  while (true) {
    const after = last && {
      // The first bound is what the index knows; the second passes over the page's last instant.
      at: { gte: last.at },
      OR: [{ at: { gt: last.at } }, { id: { gt: last.id } }],
    }
    const rows: Rows = await database().reviewEvent.findMany({
      where: { userId, ...after },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      omit: { resulting: true },
      take: PAGE,
    })
    yield rows.map(({ answer, ...row }) => withAnswer(toReviewEvent(row), answer))
    last = rows.at(-1) ?? null
    if (rows.length < PAGE) return
  }
}

type Rows = (Parameters<typeof toReviewEvent>[0] & { answer: unknown; at: Date; id: string })[]

/** Lessons read to their end, by when; those the placement skipped were not read. */
export async function lessonsRead(
  userId: UserId,
): Promise<{ id: LessonId; completedAt: number }[]> {
  const rows = await database().lessonProgress.findMany({
    where: { userId, skipped: false, completedAt: { not: null } },
    orderBy: { completedAt: 'asc' },
  })
  return rows.flatMap(({ lessonId, completedAt }) =>
    completedAt ? [{ id: asLessonId(lessonId), completedAt: completedAt.getTime() }] : [],
  )
}

/** Attempts at exams that were graded, by when. */
export async function gradedAttempts(userId: UserId) {
  const rows = await database().examAttempt.findMany({
    where: { userId, passed: { not: null }, submittedAt: { not: null } },
    orderBy: { submittedAt: 'asc' },
    include: {
      exam: { select: { title: true, blueprint: true } },
      appeals: { select: { decidedAt: true } },
      regraded: { select: { at: true } },
    },
  })
  return rows.flatMap(
    ({ id, examId, exam, startedAt, submittedAt, score, passed, ...corrected }) =>
      submittedAt && passed !== null
        ? [
            {
              id,
              examId,
              title: exam.title,
              topicIds: toBlueprint(exam.blueprint).map(({ topicId }) => topicId),
              /** When an appeal was decided or it was regraded last: the result may be another since. */
              decidedAt: decidedAtOf(corrected),
              score: score ?? 0,
              passed,
              startedAt: startedAt.getTime(),
              submittedAt: submittedAt.getTime(),
            },
          ]
        : [],
  )
}

const decidedAtOf = (corrected: {
  readonly appeals: readonly { readonly decidedAt: Date | null }[]
  readonly regraded: readonly { readonly at: Date }[]
}): number | null =>
  [...corrected.appeals, ...corrected.regraded.map(({ at }) => ({ decidedAt: at }))].reduce<
    number | null
  >(
    (latest, { decidedAt }) =>
      decidedAt === null ? latest : Math.max(latest ?? 0, decidedAt.getTime()),
    null,
  )
