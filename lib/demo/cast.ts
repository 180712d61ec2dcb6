import { pick } from '../kernel/pick'
import { type Random, seededRandom } from '../kernel/seeded-random'
import { nameAt, ZONES } from './names'
import { PERSONAS, type Persona, steady, type Truth, until } from './persona'

/** A course of this many days or more has its lessons spread out. */
const UNHURRIED_DAYS = 45

/**
 * Who the analyst of that index is, and so what is true of them: the first twelve are always the
 * same, the others are made up from the seed. `days`: length of the course.
 */
export function personaAt(index: number, seed: number, days: number): Persona {
  const known = PERSONAS[index]
  if (known) return known
  const random = seededRandom(`${seed}/${index}/persona`)
  const truth = truthOf(random, days)
  const weekday = 0.88 + 0.11 * random()
  const weekend = 0.2 + 0.7 * random()
  return {
    name: nameAt(index - PERSONAS.length),
    zone: pick(random, ZONES),
    studies: habits(truth, weekday, weekend),
    hour: 7 + Math.floor(15 * random()),
    // Half a year is not read through in a month: a long course goes slower.
    daysPerLesson: (1 + 2 * random()) * Math.max(1, days / UNHURRIED_DAYS),
    starts: truth.kind === 'late' ? truth.starts : 0,
    forgetting: 0.75 + 0.6 * random(),
    secondsPerCard: 7 + Math.floor(8 * random()),
    patience: 90 + Math.floor(60 * random()),
    truth,
  }
}

/** Of a hundred people 12 fall behind, 8 stop for two weeks and 15 join late. */
function truthOf(random: Random, days: number): Truth {
  const lot = random()
  const when = random()
  if (lot < 0.12) return { kind: 'fell behind', from: Math.floor(days * (0.3 + 0.4 * when)) }
  if (lot < 0.2) {
    const from = Math.floor(days * (0.2 + 0.6 * when))
    return { kind: 'on leave', from, to: from + 13 }
  }
  if (lot < 0.35) return { kind: 'late', starts: Math.floor(days * (0.1 + 0.4 * when)) }
  return { kind: 'steady' }
}

function habits(truth: Truth, weekday: number, weekend: number): Persona['studies'] {
  const usual = steady(weekday, weekend)
  if (truth.kind === 'fell behind') return until(truth.from - 1, weekday, 0.05)
  if (truth.kind !== 'on leave') return usual
  return (day, isWeekend) => (day >= truth.from && day <= truth.to ? 0 : usual(day, isWeekend))
}

/** `amina.castell@demo.example` */
export const emailOf = (name: string): string =>
  `${name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')}@demo.example`
