import { addDays } from '@/lib/kernel/study-day'
import type { Memory } from '@/lib/memory/card/state'
import { nextMemory } from '@/lib/memory/schedule/algorithm'
import type { Desk } from './learners-desk'
import {
  DAYS,
  FIRST_DAY,
  LESSON_EVERY,
  PER_LESSON,
  type Person,
  QUESTIONS,
  ratingOf,
  secondsOf,
} from './learners-people'

export type Outcome = {
  readonly reviews: number
  readonly minutes: number
  /** Answers on a day that only every twentieth day of study exceeds. */
  readonly p95: number
  readonly retention: number
  /** True recall over the course at the end, and 30 days later without a review. */
  readonly known: number
  readonly knownLater: number
  readonly per100: number
  readonly started: number
}

type Known = { memory: Memory; day: number; asked: number }

const DAY_MS = 86_400_000

/** One invented person under one policy. */
export function halfYear(person: Person, desk: Desk): Outcome {
  const known = new Map<number, Known>()
  const totals = { reviews: 0, seconds: 0, tested: 0, passed: 0 }
  const perDay: number[] = []
  let studied = 0
  for (let day = 0; day < DAYS; day += 1) {
    if (!person.studies[day]) continue
    const lessons = Math.floor(studied / LESSON_EVERY) + 1
    studied += 1
    const before = totals.reviews
    session(person, desk, day, Math.min(QUESTIONS, lessons * PER_LESSON), known, totals)
    perDay.push(totals.reviews - before)
  }
  const recallOn = (day: number) =>
    [...known].reduce((sum, [question, card]) => sum + recallOf(person, question, card, day), 0)
  const { reviews, seconds, tested, passed } = totals
  return {
    reviews,
    minutes: seconds / 60,
    p95: perDay.sort((a, b) => a - b)[Math.floor(perDay.length * 0.95)] ?? 0,
    retention: passed / tested,
    known: recallOn(DAYS),
    knownLater: recallOn(DAYS + 30),
    per100: (recallOn(DAYS) * 100) / reviews,
    started: known.size,
  }
}

type Totals = { reviews: number; seconds: number; tested: number; passed: number }

function session(
  person: Person,
  desk: Desk,
  day: number,
  unlocked: number,
  known: Map<number, Known>,
  totals: Totals,
): void {
  let at = (FIRST_DAY + day) * DAY_MS
  const today = addDays(FIRST_DAY, day)
  const queue = desk.plan(today, at, unlocked)
  const again: { question: number; dueAt: number }[] = []
  const next = (): number | undefined => {
    again.sort((a, b) => a.dueAt - b.dueAt)
    const first = again[0]
    if (queue.length > 0 && (first === undefined || first.dueAt > at)) return queue.shift()
    at = Math.max(at, first?.dueAt ?? at)
    return again.shift()?.question
  }
  let left = person.budgetS
  while (left > 0) {
    const question = next()
    if (question === undefined) break
    const card = known.get(question)
    const elapsed = card ? day - card.day : 0
    const chance = !card
      ? 'first'
      : elapsed === 0
        ? 'same day'
        : recallOf(person, question, card, day)
    const rating = ratingOf(person, question, card?.asked ?? 0, chance)
    const seconds = secondsOf(person, rating, !card)
    left -= seconds
    at += seconds * 1000
    totals.reviews += 1
    totals.seconds += seconds
    if (typeof chance === 'number') {
      totals.tested += 1
      if (rating > 1) totals.passed += 1
    }
    known.set(question, {
      memory: nextMemory(card?.memory ?? null, elapsed, rating, person.truth),
      day,
      asked: (card?.asked ?? 0) + 1,
    })
    const dueAt = desk.answer(question, rating, at, today)
    if (dueAt !== null) again.push({ question, dueAt })
  }
}

const recallOf = (person: Person, question: number, { memory, day }: Known, on: number): number =>
  person.recall(on - day, memory.stability * (person.ease[question] ?? 1))
