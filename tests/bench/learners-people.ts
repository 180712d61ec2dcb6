import { type Random, seededRandom } from '@/lib/kernel/seeded-random'
import { asStudyDay } from '@/lib/kernel/study-day'
import type { Rating } from '@/lib/memory/card/state'
import type { MemoryModel } from '@/lib/memory/model/memory-model'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import { type RecallCurve, recallCurve } from '@/lib/memory/schedule/algorithm'

export const DAYS = 180
export const FIRST_DAY = asStudyDay(20_000)
export const QUESTIONS = 420
export const PER_LESSON = 10
/** Days of study from one lesson to the next. */
export const LESSON_EVERY = 2
export const NEW_PER_DAY = 10

/** Somebody invented: how they really remember, which no policy may see, and when they study. */
export type Person = {
  readonly seed: string
  readonly truth: MemoryModel
  readonly recall: RecallCurve
  /** How much longer or shorter than the model says each question stays. */
  readonly ease: readonly number[]
  readonly budgetS: number
  readonly pace: number
  readonly studies: readonly boolean[]
}

export function person(index: number, luck: number, budgetMin: number): Person {
  const random = seededRandom(`person ${index}`)
  const truth = {
    ...DEFAULT_MODEL,
    fuzz: false,
    weights: DEFAULT_MODEL.weights.map((weight) => weight * Math.exp(0.12 * normal(random))),
  }
  const ease = Array.from({ length: QUESTIONS }, () => Math.exp(0.4 * normal(random)))
  const pace = Math.exp(0.2 * normal(random))
  const off = 0.03 + 0.17 * random()
  const leave = 60 + Math.floor(70 * random())
  const studies = Array.from(
    { length: DAYS },
    (_, day) => (day < leave || day >= leave + 14) && random() >= off,
  )
  const seed = `${index}/${luck}`
  return { seed, truth, recall: recallCurve(truth), ease, budgetS: budgetMin * 60, pace, studies }
}

/** Box and Muller. */
const normal = (random: Random) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

const FIRST = [0.24, 0.1, 0.5, 0.16]
const RECALLED = [0, 0.15, 0.75, 0.1]
const SAME_DAY = [0.08, 0, 0.92, 0]
const SECONDS = { first: 18, later: [20, 14, 8, 6] }

/** Dice of one answer: the same for every policy that asks the question for the nth time. */
const dice = ({ seed }: Person, question: number, n: number) =>
  seededRandom(`${seed}#${question}#${n}`)

export function ratingOf(
  person: Person,
  question: number,
  n: number,
  recall: number | 'first' | 'same day',
): Rating {
  const random = dice(person, question, n)
  if (recall === 'first') return drawn(FIRST, random())
  if (recall === 'same day') return drawn(SAME_DAY, random())
  return random() < recall ? drawn(RECALLED, random()) : 1
}

export const secondsOf = (person: Person, rating: Rating, first: boolean): number =>
  person.pace * (first ? SECONDS.first : (SECONDS.later[rating - 1] ?? 0))

function drawn(shares: readonly number[], at: number): Rating {
  let left = at
  for (const rating of [1, 2, 3, 4] as const) {
    left -= shares[rating - 1] ?? 0
    if (left < 0) return rating
  }
  return 3
}
