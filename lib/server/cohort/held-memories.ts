import 'server-only'
import { BYTES_PER_CARD } from '../../cohort/learner-memory'
import type { SceneCourse } from '../../cohort/scene'
import { type PersonCards, readPersonCards, type Wanted } from '../../db/cohort/cohort-cards'
import type { UserId } from '../../kernel/ids'
import { addDays, utcDayOf } from '../../kernel/study-day'
import { PLANS_KEPT } from './held-plans'

type Held = PersonCards & { readonly course: number; readonly bytes: number }

declare global {
  /** By person and by the courses whose cards they are. */
  var steppeCohortMemory: Map<string, Held> | undefined
  /** While a reading that was not asked for by a page is under way. */
  var steppeCohortWarming: Promise<unknown> | undefined
}

/** Beside the columns of a person: study days, and the readiness computed from them. */
const BYTES_BESIDE = 16_384
/** Of the plans, for each question. */
const PLAN_BYTES = 4 * PLANS_KEPT
/** More days than any page looks back. */
const KEPT_DAYS = 40

/**
 * The cards of these people, and at least their last 30 study days. Only the cards of people who
 * have answered since they were read last are read again, all in one statement. Up to `mostBytes`
 * of them are kept for later, those of the people looked at last.
 */
export async function heldMemories(
  course: SceneCourse,
  people: readonly Wanted[],
  now: number,
  mostBytes = mostHeldBytes(),
): Promise<ReadonlyMap<UserId, PersonCards>> {
  await globalThis.steppeCohortWarming?.catch(() => {})
  return readOrKept(course, people, now, mostBytes)
}

/** The same before anybody asks. Whoever asks meanwhile waits for it instead of reading it all once more. */
export async function warmMemories(
  course: SceneCourse,
  people: readonly Wanted[],
  now: number,
): Promise<void> {
  globalThis.steppeCohortWarming = readOrKept(course, people, now, mostHeldBytes())
  try {
    await globalThis.steppeCohortWarming
  } finally {
    globalThis.steppeCohortWarming = undefined
  }
}

async function readOrKept(
  course: SceneCourse,
  people: readonly Wanted[],
  now: number,
  mostBytes: number,
): Promise<ReadonlyMap<UserId, PersonCards>> {
  globalThis.steppeCohortMemory ??= new Map()
  const kept = globalThis.steppeCohortMemory
  const found = new Map<UserId, Held>()
  const stale = new Map<UserId, Wanted>()
  for (const person of people) {
    const { id, cardsVersion } = person
    const held = kept.get(keyOf(course, id))
    if (held?.version === cardsVersion && held.course === course.version) found.set(id, held)
    else stale.set(id, person)
  }
  if (stale.size > 0) {
    const { questions } = course.catalogue
    const read = await readPersonCards(
      [...stale.values()],
      questions,
      addDays(utcDayOf(now), -KEPT_DAYS),
    )
    const bytes = bytesOfPerson(course)
    for (const [id, person] of read) found.set(id, { ...person, course: course.version, bytes })
  }
  keep(kept, course, found, mostBytes)
  return found
}

/** STEPPE_COHORT_MB, or 96: about 1,250 people with a course of 900 questions. */
const mostHeldBytes = (): number => Number(process.env.STEPPE_COHORT_MB ?? 96) * 1_048_576

const bytesOfPerson = ({ catalogue }: SceneCourse): number =>
  catalogue.questions.length * (BYTES_PER_CARD + PLAN_BYTES) + BYTES_BESIDE

/** Whether the cards of so many people can be kept at once. */
export const fitsInMemory = (course: SceneCourse, people: number): boolean =>
  people * bytesOfPerson(course) <= mostHeldBytes()

/**
 * Of the others, who was looked at longest ago goes first. If these people alone are too many, those
 * who were kept before stay, so that the next look at all of them has fewer to read.
 */
function keep(
  kept: Map<string, Held>,
  course: SceneCourse,
  found: ReadonlyMap<UserId, Held>,
  mostBytes: number,
): void {
  const own = new Map([...found].map(([id, held]) => [keyOf(course, id), held]))
  // A map keeps its entries in the order in which they were added.
  const others = [...kept.keys()].filter((key) => !own.has(key))
  for (const [key, held] of own) {
    kept.delete(key)
    kept.set(key, held)
  }
  let total = 0
  for (const { bytes } of kept.values()) total += bytes
  for (const key of [...others, ...[...own.keys()].reverse()]) {
    if (total <= mostBytes) return
    total -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }
}

/** The columns of a memory follow the questions of what is learned, which is not the same in every cohort. */
const keyOf = ({ catalogue }: SceneCourse, id: UserId): string => `${id} ${catalogue.course.id}`
