/** How a simulated analyst works: habits over many days, no script. */
export type Persona = {
  readonly name: string
  readonly zone: string
  /** Chance of a session on a weekday and on a weekend day, by the day of the course. */
  readonly studies: (day: number, weekend: boolean) => number
  /** Local hour at which a session usually begins. */
  readonly hour: number
  readonly daysPerLesson: number
  /** First day of the course on which they turn up. */
  readonly starts: number
  /** Exponent on predicted recall: below 1 remembers better than FSRS thinks, above 1 worse. */
  readonly forgetting: number
  readonly secondsPerCard: number
  /** The largest number of answers in one session. */
  readonly patience: number
  readonly truth: Truth
}

/** What the cohort's pages should show about this person. Days of the course, from 0. */
export type Truth =
  | { readonly kind: 'steady' }
  /** Studies seldom or on few days of the week, and always did. */
  | { readonly kind: 'irregular' }
  | { readonly kind: 'fell behind'; readonly from: number }
  | { readonly kind: 'on leave'; readonly from: number; readonly to: number }
  | { readonly kind: 'late'; readonly starts: number }

export const steady = (weekday: number, weekend: number) => (_day: number, isWeekend: boolean) =>
  isWeekend ? weekend : weekday

export const until = (last: number, before: number, after: number) => (day: number) =>
  day <= last ? before : after

export const PERSONAS: readonly [Persona, ...Persona[]] = [
  {
    name: 'Amina Castell',
    zone: 'Europe/London',
    studies: steady(0.97, 0.8),
    hour: 8,
    daysPerLesson: 3,
    starts: 0,
    forgetting: 0.8,
    secondsPerCard: 9,
    patience: 90,
    truth: { kind: 'steady' },
  },
  {
    name: 'Ben Arlott',
    zone: 'Europe/London',
    studies: steady(0.92, 0.1),
    hour: 9,
    daysPerLesson: 4,
    starts: 0,
    forgetting: 1,
    secondsPerCard: 11,
    patience: 80,
    truth: { kind: 'steady' },
  },
  {
    name: 'Chiara Venn',
    zone: 'Europe/Rome',
    studies: steady(0.9, 0.6),
    hour: 18,
    daysPerLesson: 4,
    starts: 0,
    forgetting: 0.9,
    secondsPerCard: 10,
    patience: 80,
    truth: { kind: 'steady' },
  },
  {
    name: 'Dov Marek',
    zone: 'Europe/Prague',
    studies: until(24, 0.95, 0.06),
    hour: 12,
    daysPerLesson: 3,
    starts: 0,
    forgetting: 1.1,
    secondsPerCard: 12,
    patience: 90,
    truth: { kind: 'fell behind', from: 25 },
  },
  {
    name: 'Edda Lindqvist',
    zone: 'Europe/Stockholm',
    studies: steady(0.85, 0.85),
    hour: 21,
    daysPerLesson: 5,
    starts: 2,
    forgetting: 0.7,
    secondsPerCard: 8,
    patience: 100,
    truth: { kind: 'steady' },
  },
  {
    name: 'Farid Osei',
    zone: 'Africa/Accra',
    studies: steady(0.45, 0.3),
    hour: 7,
    daysPerLesson: 6,
    starts: 0,
    forgetting: 1.2,
    secondsPerCard: 14,
    patience: 45,
    truth: { kind: 'irregular' },
  },
  {
    name: 'Greta Holm',
    zone: 'Europe/Copenhagen',
    studies: steady(0.95, 0.3),
    hour: 8,
    daysPerLesson: 4,
    starts: 0,
    forgetting: 1.9,
    secondsPerCard: 15,
    patience: 80,
    truth: { kind: 'steady' },
  },
  {
    name: 'Hiro Tanabe',
    zone: 'Asia/Tokyo',
    studies: (day) => (day >= 28 && day <= 41 ? 0 : 0.92),
    hour: 20,
    daysPerLesson: 4,
    starts: 0,
    forgetting: 1,
    secondsPerCard: 10,
    patience: 120,
    truth: { kind: 'on leave', from: 28, to: 41 },
  },
  {
    name: 'Ines Duarte',
    zone: 'America/New_York',
    studies: steady(0.9, 0.5),
    hour: 23,
    daysPerLesson: 4,
    starts: 30,
    forgetting: 1,
    secondsPerCard: 11,
    patience: 90,
    truth: { kind: 'late', starts: 30 },
  },
  {
    name: 'Jonas Wirth',
    zone: 'Europe/Berlin',
    studies: steady(0.08, 0.95),
    hour: 10,
    daysPerLesson: 7,
    starts: 0,
    forgetting: 1.1,
    secondsPerCard: 10,
    patience: 150,
    truth: { kind: 'irregular' },
  },
  {
    name: 'Kasia Nowak',
    zone: 'Europe/Warsaw',
    studies: steady(0.94, 0.7),
    hour: 7,
    daysPerLesson: 2,
    starts: 0,
    forgetting: 0.85,
    secondsPerCard: 7,
    patience: 110,
    truth: { kind: 'steady' },
  },
  {
    name: 'Liam Corrigan',
    zone: 'Europe/Dublin',
    studies: until(6, 0.9, 0),
    hour: 16,
    daysPerLesson: 3,
    starts: 0,
    forgetting: 1.3,
    secondsPerCard: 13,
    patience: 50,
    truth: { kind: 'fell behind', from: 7 },
  },
]
