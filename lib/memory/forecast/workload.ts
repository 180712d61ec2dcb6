import { type Random, seededRandom } from '../../kernel/seeded-random'
import type { StudyDay } from '../../kernel/study-day'
import type { CardState, Memory, Rating, SeenState } from '../card/state'
import type { MemoryModel } from '../model/memory-model'
import { fuzzRange, nextMemory, type RecallCurve, recallCurve } from '../schedule/algorithm'
import { nextStep } from '../schedule/learning-step'
import { elapsedDays } from '../schedule/schedule'
import type { Habits } from './habits'

export type WorkloadInput = {
  /** Cards that were reviewed at least once and are not set aside. */
  readonly seen: readonly SeenState[]
  readonly unseen: number
  readonly newPerDay: number
  readonly model: MemoryModel
  readonly habits: Habits
  readonly today: StudyDay
  /** Study days from today. */
  readonly days: number
  readonly seed: string
}

export type Workload = {
  readonly desiredRetention: number
  /** On an average day: every answer, those of learning steps too. */
  readonly reviewsPerDay: number
  readonly minutesPerDay: number
  /** Recall summed over the reviewed cards, on an average day of the last `LAST` days. */
  readonly known: number
  readonly begun: number
}

/** A shorter stretch would measure where in their intervals the cards happen to be. */
const LAST = 90

/** Cards followed one by one; of a larger collection a regular sample stands for the rest. */
const SAMPLE = 1000

/**
 * What each desired retention would cost and leave, if every review is done on its day. Each card is
 * followed as its model predicts: recalled with the predicted recall, graded as the person grades.
 * The same dice fall for a card at every retention, so that rows differ by it and not by luck.
 * After fsrs-rs `simulate`, behind Anki's "Help me decide" (open-spaced-repetition/fsrs-rs).
 */
export function workloads(
  input: WorkloadInput,
  retentions: readonly number[],
): readonly Workload[] {
  const starts = startsOf(input)
  const every = Math.max(1, starts.length / SAMPLE)
  const followed = Array.from(
    { length: Math.ceil(starts.length / every) },
    (_, i) => [i, starts[Math.floor(i * every)]] as const,
  )
  return retentions.map((desiredRetention) => {
    const model = { ...input.model, desiredRetention, fuzz: true }
    const sums = { answers: 0, seconds: 0, known: 0 }
    const life = { ...input, model, recall: recallCurve(model), sums }
    for (const [i, start] of followed) {
      if (start) follow(start, life, seededRandom(`${input.seed}#${i}`))
    }
    const scale = followed.length === 0 ? 0 : starts.length / followed.length
    return {
      desiredRetention,
      reviewsPerDay: (sums.answers * scale) / input.days,
      minutesPerDay: (sums.seconds * scale) / 60 / input.days,
      known: sums.known * scale,
      begun: starts.length,
    }
  })
}

/** A card as it is now, or the day (0: today) on which a new card is introduced. */
type Start = { readonly state: CardState; readonly day: number }

function startsOf({ seen, unseen, newPerDay, today, days }: WorkloadInput): readonly Start[] {
  const begun = Math.min(unseen, newPerDay * days)
  return [
    ...seen.map((state) => ({
      state,
      day: state.phase === 'review' ? Math.max(0, state.dueDay - today) : 0,
    })),
    ...Array.from({ length: begun }, (_, i) => ({
      state: { phase: 'new' } as const,
      day: Math.floor(i / newPerDay),
    })),
  ]
}

type Life = WorkloadInput & {
  readonly recall: RecallCurve
  readonly sums: { answers: number; seconds: number; known: number }
}

function follow(start: Start, life: Life, random: Random): void {
  const { days, recall, habits, model } = life
  let { memory, last, day } = begin(start, life, random)
  while (day < days) {
    remember(memory, last, day, life)
    const elapsed = day - last
    const recalled = random() < recall(elapsed, memory.stability)
    const rating = recalled ? drawn(habits.laterShares, random) : 1
    answer(life, habits.laterSeconds, rating)
    memory = nextMemory(memory, elapsed, rating, model)
    if (!recalled) memory = stepsOut(memory, 'relearningStepsMin', rating, life)
    last = day
    day += waitOf(memory, elapsed, model, random)
  }
  remember(memory, last, days, life)
}

/** Adds the recall of the days from the last review to before the next that count for `known`. */
function remember(memory: Memory, last: number, until: number, life: Life): void {
  const { sums, recall, days } = life
  const counted = Math.min(LAST, days)
  for (let day = Math.max(last, days - counted, 0); day < until; day += 1) {
    sums.known += recall(day - last, memory.stability) / counted
  }
}

/** Days until the next review, anywhere in the fuzz range. */
function waitOf(memory: Memory, elapsed: number, model: MemoryModel, random: Random): number {
  const { from, to } = fuzzRange(memory.stability, elapsed, model)
  return from + Math.floor(random() * (to - from + 1))
}

type SimulatedCard = { memory: Memory; last: number; day: number }

/** The day of the first review; new and learning cards are taken through their steps first. */
function begin({ state, day }: Start, life: Life, random: Random): SimulatedCard {
  const { habits, model, today } = life
  if (state.phase === 'review') {
    return { memory: state, last: -elapsedDays(state, today), day }
  }
  let memory: Memory
  if (state.phase === 'new') {
    const rating = drawn(habits.firstShares, random)
    answer(life, habits.firstSeconds, rating)
    memory = stepsOut(nextMemory(null, 0, rating, model), 'learningStepsMin', rating, life)
  } else {
    answer(life, habits.laterSeconds, 3)
    memory = nextMemory(state, elapsedDays(state, today), 3, model)
  }
  return { memory, last: day, day: day + waitOf(memory, 0, model, random) }
}

type Steps = 'learningStepsMin' | 'relearningStepsMin'

/** Good until the learning steps are over, which is how most people pass them. */
function stepsOut(memory: Memory, steps: Steps, rating: Rating, life: Life): Memory {
  let after = memory
  let next = nextStep(life.model[steps], 0, rating)
  while (next !== null) {
    answer(life, life.habits.laterSeconds, 3)
    after = nextMemory(after, 0, 3, life.model)
    next = nextStep(life.model[steps], next.step, 3)
  }
  return after
}

function answer({ sums }: Life, seconds: readonly number[], rating: Rating): void {
  sums.answers += 1
  sums.seconds += seconds[rating - 1] ?? 0
}

const RATINGS = [1, 2, 3, 4] as const

function drawn(shares: readonly number[], random: Random): Rating {
  let left = random()
  for (const rating of RATINGS) {
    left -= shares[rating - 1] ?? 0
    if (left < 0) return rating
  }
  return 3
}
