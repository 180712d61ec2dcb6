import type { Question } from '../course/types'
import { pick } from '../kernel/pick'
import type { Random } from '../kernel/seeded-random'
import type { ReviewEvent } from '../review/event'
import type { GradeEvent } from './grade-event'
import { eventIdAt } from './seeded-ids'

const SLIPS = 0.002
const FLAGS = 0.0006
const SUSPENSIONS = 0.0003

const COMMENTS: readonly [string, ...string[]] = [
  'The date reads differently in the source I have.',
  'Two of the options look right to me.',
  'I used another common spelling.',
  'Is this still true at the date that the card names?',
  'The wording gives the answer away.',
]

/** A wrong key and its undo, just before the intended grade; mostly nothing. */
export function undoneBefore(meant: GradeEvent, random: Random): readonly ReviewEvent[] {
  if (random() >= SLIPS || (meant.durationMs ?? 0) < 2500) return []
  const at = meant.at - 1500
  const rating = meant.rating === 1 ? 3 : 1
  const { chosenDays: _, ...grade } = meant
  const slip: GradeEvent = { ...grade, id: eventIdAt(at, random), at, receivedAt: at, rating }
  const taken = at + 800
  const { questionId, day } = meant
  const happened = { id: eventIdAt(taken, random), questionId, day, at: taken, receivedAt: taken }
  return [slip, { ...happened, kind: 'undo', undoes: slip.id, graded: null }]
}

/** What somebody does with a card besides answering it: flags it, or sets it aside; mostly nothing. */
export function asideAfter(
  grade: GradeEvent,
  { revision }: Question,
  random: Random,
): ReviewEvent | null {
  const mood = random()
  if (mood >= FLAGS + SUSPENSIONS) return null
  const at = grade.at + 12_000
  const { questionId, day } = grade
  const happened = { id: eventIdAt(at, random), questionId, at, day, receivedAt: at, graded: null }
  if (mood >= FLAGS) return { ...happened, kind: 'suspend' }
  const answer = grade.graded?.answer ?? null
  const complaint = { comment: pick(random, COMMENTS), answer, revision }
  return { ...happened, kind: 'flag', complaint }
}
