import { meaningSince } from '../course/revisions'
import type { Question } from '../course/types'
import type { UserId } from '../kernel/ids'
import { FEWEST_ANSWERS } from './item-analysis'
import type { ItemAnswer } from './item-answer'

/** Somebody whose last answer to what a question meant before was right then, and would be wrong now. */
export type KnewItBefore = {
  readonly userId: UserId
  readonly name: string
  /** When they last gave the answer that holds no more. */
  readonly knewAt: number
  /** Their last answer to the present meaning: recalled, forgotten, or none yet. */
  readonly since: 'relearned' | 'wrong' | 'not yet'
  readonly sinceAt: number | null
}

/** Figures of the answers to one meaning of a question. */
export type MeaningFigures = {
  readonly people: number
  readonly answers: number
  /** The share of the people who knew it at the first answer; null if there are too few. */
  readonly firstTry: number | null
  /** The share of all answers that were right; null if there are too few. */
  readonly right: number | null
}

export type Superseded = {
  readonly previousAnswer: string
  readonly note: string
  /** Those who still have to learn it come first, then by name. */
  readonly people: readonly KnewItBefore[]
  readonly before: MeaningFigures
  readonly present: MeaningFigures
}

/**
 * What a correction of a question's meaning left behind. `given`: every answer of these people to the
 * question, oldest first. Null for a question whose meaning was never corrected.
 */
export function superseded(
  question: Question,
  given: readonly ItemAnswer[],
  names: ReadonlyMap<UserId, string>,
): Superseded | null {
  const since = meaningSince(question)
  const change = question.changes.find(({ revision }) => revision === since)
  if (since === 1 || change === undefined) return null
  const before = given.filter(({ revision }) => revision < since)
  const present = given.filter(({ revision }) => revision >= since)
  const lastBefore = lastOfEach(before)
  const lastNow = lastOfEach(present)
  const people = [...lastBefore].flatMap(([userId, last]): KnewItBefore[] => {
    if (!isRight(last)) return []
    const now = lastNow.get(userId)
    return [
      {
        userId,
        name: names.get(userId) ?? '',
        knewAt: last.at,
        since: now === undefined ? 'not yet' : now.rating >= 2 ? 'relearned' : 'wrong',
        sinceAt: now?.at ?? null,
      },
    ]
  })
  return {
    previousAnswer: change.previousAnswer,
    note: change.note,
    people: people.sort(
      (a, b) => ORDER[a.since] - ORDER[b.since] || a.name.localeCompare(b.name, 'en'),
    ),
    before: figuresOf(before),
    present: figuresOf(present),
  }
}

const ORDER: Readonly<Record<KnewItBefore['since'], number>> = {
  'not yet': 0,
  wrong: 1,
  relearned: 2,
}

/** What the server found, or what the learner said of a question that only they can grade. */
const isRight = ({ correct, rating }: ItemAnswer): boolean => correct ?? rating >= 2

const lastOfEach = (given: readonly ItemAnswer[]): ReadonlyMap<UserId, ItemAnswer> =>
  new Map(given.map((answer) => [answer.userId, answer]))

function figuresOf(given: readonly ItemAnswer[]): MeaningFigures {
  const firsts = [...new Map(given.toReversed().map((answer) => [answer.userId, answer])).values()]
  return {
    people: firsts.length,
    answers: given.length,
    firstTry: shareOf(firsts, ({ rating }) => rating >= 2),
    right: shareOf(given, isRight),
  }
}

const shareOf = (given: readonly ItemAnswer[], is: (answer: ItemAnswer) => boolean) =>
  given.length < FEWEST_ANSWERS ? null : given.filter(is).length / given.length
