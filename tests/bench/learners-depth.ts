import { type Reach, reaches } from '@/lib/course/reach'
import type { Catalogue, Question } from '@/lib/course/types'
import { addDays, type StudyDay } from '@/lib/kernel/study-day'
import { type Card, UNSEEN_CARD } from '@/lib/memory/card/card'
import type { Memory, Rating } from '@/lib/memory/card/state'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import { nextMemory } from '@/lib/memory/schedule/algorithm'
import { schedule } from '@/lib/memory/schedule/schedule'
import { buildQueue, queueCard } from '@/lib/review/queue'
import { DAYS, FIRST_DAY, type Person, QUESTIONS, ratingOf, secondsOf } from './learners-people'

/** When somebody is somewhere: the study day (calendar days from the first), and hours of answers by then. */
type Reached = { readonly days: number; readonly hours: number }

type Way = {
  /** Every question was asked. */
  readonly seen: Reached | null
  /** Nine tenths would be recalled 30 days later without a review. */
  readonly kept: Reached | null
}

const DAY_MS = 86_400_000
/** Whoever is not there by then is not counted as there. */
const LONGEST = 540
const MONTH = 30
const SHARE = 0.9
const MODEL = { ...DEFAULT_MODEL, leech: null }

type Known = { memory: Memory; day: number; asked: number }

/**
 * One invented person on the way through a course at so many new questions a day, lessons read in
 * time, every review done, on the days of study that the person has.
 */
export function wayOf(
  person: Person,
  { questions: all }: Catalogue,
  reach: Reach,
  newPerDay: number,
): Way {
  const questions = all.filter((question) => reaches(reach, question))
  const places = new Map(questions.map(({ id }, place) => [id, place]))
  const cards: Card[] = questions.map(() => UNSEEN_CARD)
  const known = new Map<number, Known>()
  let seconds = 0
  let seen: Reached | null = null
  for (let day = 0; day < LONGEST; day += 1) {
    if (!person.studies[day % DAYS]) continue
    const today = addDays(FIRST_DAY, day)
    let at = (FIRST_DAY + day) * DAY_MS
    const again: number[] = queueOf(questions, cards, newPerDay, today, at).flatMap(
      (id) => places.get(id) ?? [],
    )
    for (let place = again.shift(); place !== undefined; place = again.shift()) {
      const rating = rated(person, place, known.get(place), day)
      const took = secondsOf(person, rating, !known.has(place))
      seconds += took
      at += took * 1000
      known.set(place, answered(person, known.get(place), rating, day))
      const card = cards[place] ?? UNSEEN_CARD
      const grade = { rating, at, day: today, cardKey: questions[place]?.id ?? '' }
      const state = schedule(card.state, grade, MODEL)
      cards[place] = { ...card, state }
      if (state.phase === 'learning' || state.phase === 'relearning') again.push(place)
    }
    const here = { days: day + 1, hours: seconds / 3600 }
    if (seen === null && known.size === questions.length) seen = here
    if (seen !== null && keeps(person, known, questions.length, day)) return { seen, kept: here }
  }
  return { seen, kept: null }
}

function queueOf(
  questions: readonly Question[],
  cards: readonly Card[],
  newPerDay: number,
  today: StudyDay,
  now: number,
) {
  return buildQueue({
    cards: questions.map((question, place) => queueCard(question, cards[place] ?? UNSEEN_CARD)),
    limits: { newPerDay, reviewsPerDay: 200 },
    doneToday: { introduced: 0, reviews: 0, graded: new Set() },
    chosenBy: 'due',
    today,
    now,
    model: MODEL,
  }).cards
}

function rated(person: Person, place: number, card: Known | undefined, day: number): Rating {
  const question = place % QUESTIONS
  if (!card) return ratingOf(person, question, 0, 'first')
  const chance = card.day === day ? 'same day' : recallOf(person, place, card, day)
  return ratingOf(person, question, card.asked, chance)
}

const answered = (person: Person, card: Known | undefined, rating: Rating, day: number): Known => ({
  memory: nextMemory(card?.memory ?? null, card ? day - card.day : 0, rating, person.truth),
  day,
  asked: (card?.asked ?? 0) + 1,
})

function keeps(
  person: Person,
  known: ReadonlyMap<number, Known>,
  questions: number,
  day: number,
): boolean {
  let recall = 0
  for (const [place, card] of known) recall += recallOf(person, place, card, day + MONTH)
  return recall >= SHARE * questions
}

const recallOf = (person: Person, place: number, { memory, day }: Known, on: number): number =>
  person.recall(on - day, memory.stability * (person.ease[place % QUESTIONS] ?? 1))
