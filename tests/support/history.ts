import { uuidv7 } from 'uuidv7'
import type { QuestionId, UserId } from '@/lib/kernel/ids'
import { type Random, seededRandom } from '@/lib/kernel/seeded-random'
import type { Rating } from '@/lib/memory/card/state'
import { DAY, MINUTE, NOON, send } from './scene'

/** Somebody who answers some of `questions` on most of the last `days` days before `NOON`, seeded. */
export async function studied(
  userId: UserId,
  questions: readonly QuestionId[],
  { days, seed, skill = 0.8 }: { days: number; seed: string; skill?: number },
): Promise<void> {
  const random = seededRandom(seed)
  for (let back = days; back >= 1; back -= 1) {
    if (random() < 0.3) continue
    const start = NOON - back * DAY
    const events = questions
      .filter(() => random() < 0.35)
      .flatMap((questionId, index) =>
        answers(questionId, start + index * 5 * MINUTE, skill, random),
      )
    if (events.length > 0) await send(userId, start + DAY / 2, ...events)
  }
}

/** A grade, now and then followed by an undo, a bury or a suspension. */
function answers(questionId: QuestionId, at: number, skill: number, random: Random) {
  const ratings: readonly Rating[] = random() < skill ? [3, 3, 4, 2] : [1]
  const rating = ratings[Math.floor(random() * ratings.length)] ?? 3
  const happened = (kind: string, minutes: number, more: object) => ({
    id: uuidv7(),
    questionId,
    kind,
    at: new Date(at + minutes * MINUTE).toISOString(),
    ...more,
  })
  const graded = happened('grade', 0, {
    rating,
    answer: null,
    durationMs: 3000 + Math.floor(random() * 9000),
    context: 'review',
  })
  const lot = random()
  if (lot < 0.06) return [graded, happened('undo', 1, { undoes: graded.id })]
  if (lot < 0.09) return [graded, happened('bury', 1, {})]
  if (lot < 0.11) return [graded, happened('suspend', 1, {})]
  return [graded]
}
