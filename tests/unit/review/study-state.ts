import { type LookUp, lookUp } from '@/lib/course/look-up'
import { asLessonId } from '@/lib/kernel/ids'
import type { Card } from '@/lib/memory/card/card'
import type { OwnAssignment } from '@/lib/review/own-assignment'
import { EVERY_DAY_ALIKE, type StudySettings } from '@/lib/review/study-settings'
import type { LessonProgress, StudyState } from '@/lib/review/study-state'
import { compiled, fixtureFiles } from '../../support/course-fixture'
import { CLOCK, NOON, today, UNFUZZED } from '../memory/build'
import { id } from './build'

const smallCourse = lookUp(compiled(await fixtureFiles()))

const USUAL: StudySettings = {
  reach: 'all',
  newPerDay: 20,
  reviewsPerDay: 200,
  desiredRetention: 0.9,
  leech: { lapses: 8, suspends: true },
  easyDays: EVERY_DAY_ALIKE,
  levelLoad: true,
  catchUp: null,
  more: null,
  askConfidence: false,
  keys: {},
}

export const READ: LessonProgress = { completedAt: NOON, skipped: false }
export const SKIPPED: LessonProgress = { completedAt: NOON, skipped: true }
export const OPENED: LessonProgress = { completedAt: null, skipped: false }

/** A learner, of the small course unless said, at NOON, who has done nothing beyond what is said. */
export function studyState(said: {
  readonly cards?: Readonly<Record<string, Card>>
  readonly lessons?: Readonly<Record<string, LessonProgress>>
  readonly settings?: Partial<StudySettings>
  readonly look?: LookUp
  readonly assignments?: readonly OwnAssignment[]
}): StudyState {
  const cards = Object.entries(said.cards ?? {})
  const lessons = Object.entries(said.lessons ?? {})
  return {
    now: NOON,
    today: today(),
    clock: CLOCK,
    settings: { ...USUAL, ...said.settings },
    model: UNFUZZED,
    look: said.look ?? smallCourse,
    cards: new Map(cards.map(([name, card]) => [id(name), card])),
    lessons: new Map(lessons.map(([name, progress]) => [asLessonId(name), progress])),
    assignments: said.assignments ?? [],
  }
}
