import type { Reach } from '../../course/reach'
import { asTopicId, type CohortId, type LessonId, type UserId } from '../../kernel/ids'
import { addDays, isoDate, type StudyDay } from '../../kernel/study-day'
import { type DayCounts, type TrueRetention, trueRetention } from '../../memory/log/day-counts'
import { type DatedCounts, everyDay } from '../../memory/log/year-of-days'
import { type Calibration, type CalibrationBin, calibrationOf } from '../../review/calibration'
import type { InstructorNote } from '../instructor-note'
import { type LearnerStatus, statusOf } from '../learner-status'
import { reachOfCohort } from '../reach-of-cohort'
import { FARTHEST_DAYS, type Readiness } from '../readiness'
import { type RecentWork, recentWork } from '../recent-work'
import { type ActiveSnooze, activeSnooze, type RiskSnooze } from '../risk-snooze'
import { type CohortScene, instructorNames, type LearnerScene, type SceneCourse } from '../scene'
import { type HardFact, hardestFacts } from './hardest-facts'
import {
  type LearnerQuestion,
  type LearnerTopic,
  learnerTopics,
  topicQuestions,
} from './learner-topics'

type LessonRecord = {
  readonly lessonId: LessonId
  readonly openedAt: number
  readonly completedAt: number | null
  /** Completed by the placement test and not by reading. */
  readonly skipped: boolean
}

export type LearnerLesson = {
  readonly id: LessonId
  readonly title: string
  readonly moduleTitle: string
  readonly record: LessonRecord | null
}

export type LearnerView = {
  readonly cohortName: string
  readonly userId: UserId
  readonly name: string
  readonly email: string
  readonly zone: string
  readonly joined: string
  readonly lastSeenAt: number | null
  readonly disabled: boolean
  /** The day shown, `YYYY-MM-DD`, and the learner's own today. */
  readonly on: string
  readonly today: string
  /** How much of the course `overall` and the topics count. */
  readonly reach: Reach
  readonly overall: Readiness
  readonly status: LearnerStatus
  readonly recent: RecentWork
  readonly snooze: ActiveSnooze | null
  readonly topics: readonly LearnerTopic[]
  /** The topic whose questions are shown, or null. */
  readonly topic: { readonly title: string; readonly questions: readonly LearnerQuestion[] } | null
  readonly hardest: readonly HardFact[]
  readonly lessons: readonly LearnerLesson[]
  readonly year: readonly DatedCounts[]
  readonly trueRetention: TrueRetention | null
  readonly predictions: Calibration | null
  readonly confidence: Calibration | null
  /** Other cohorts of the viewer, to which the learner can be moved. */
  readonly otherCohorts: readonly { readonly id: CohortId; readonly name: string }[]
  readonly notes: readonly (InstructorNote & {
    readonly authorName: string
    readonly own: boolean
  })[]
}

/** The records of a learner besides their cards. */
export type LearnerRecords = {
  /** The days of the last year. */
  readonly days: readonly (DayCounts & { readonly day: StudyDay })[]
  readonly predictions: readonly CalibrationBin[]
  readonly confidence: readonly CalibrationBin[]
  readonly lessons: readonly LessonRecord[]
  readonly notes: readonly InstructorNote[]
  readonly snooze: RiskSnooze | undefined
}

export type LearnerQuery = {
  /** How many study days ahead to look, 0 for today. */
  readonly daysAhead: number
  /** The topic whose questions to show. */
  readonly topic: string | null
  /** How much of the course to count, or null for what the cohort's assignments ask for. */
  readonly reach: Reach | null
}

const RETENTION_DAYS = 30

export function learnerView(
  scene: CohortScene,
  learner: LearnerScene,
  records: LearnerRecords,
  {
    daysAhead,
    topic,
    reach: wanted,
    viewerId,
    viewersCohorts,
  }: LearnerQuery & {
    /** The person who looks. Null if nobody does, and then no note is marked as their own. */
    readonly viewerId: UserId | null
    readonly viewersCohorts: LearnerView['otherCohorts']
  },
): LearnerView {
  const { course } = scene
  const { user, today } = learner
  const on = addDays(today, Math.min(Math.max(0, daysAhead), FARTHEST_DAYS))
  const reach = wanted ?? reachOfCohort(scene)
  const names = instructorNames(scene)
  const nameOf = (id: UserId) => names.get(id) ?? 'A former instructor'
  return {
    cohortName: scene.cohort.name,
    userId: user.id,
    name: user.name,
    email: user.email,
    zone: user.clock.zone,
    joined: isoDate(learner.joinedDay),
    lastSeenAt: user.lastSeenAt,
    disabled: user.disabled,
    on: isoDate(on),
    today: isoDate(today),
    reach,
    ...learnerTopics(course, learner, on, reach),
    status: statusOf(scene, learner),
    recent: recentWork(learner.days, today),
    snooze: activeSnooze(records.snooze, today, nameOf),
    topic: lookedInto(course, learner, { topic, on, reach }),
    hardest: hardestFacts(course, learner),
    lessons: learnerLessons(course, records.lessons),
    year: everyDay(records.days, today),
    trueRetention: trueRetention(records.days.filter(({ day }) => day > today - RETENTION_DAYS)),
    predictions: calibrationOf(records.predictions),
    confidence: calibrationOf(records.confidence),
    otherCohorts: viewersCohorts.filter(({ id }) => id !== scene.cohort.id),
    notes: records.notes.map((note) => ({
      ...note,
      authorName: nameOf(note.authorId),
      own: note.authorId === viewerId,
    })),
  }
}

function lookedInto(
  course: SceneCourse,
  learner: LearnerScene,
  { topic: wanted, on, reach }: { topic: string | null; on: StudyDay; reach: Reach },
): LearnerView['topic'] {
  const topic = wanted === null ? undefined : course.look.topic(asTopicId(wanted))
  if (!topic) return null
  return { title: topic.title, questions: topicQuestions(course, learner, topic.id, on, reach) }
}

/** All lessons of the course, in course order. */
export function learnerLessons(
  { catalogue, look }: SceneCourse,
  records: readonly LessonRecord[],
): readonly LearnerLesson[] {
  const byId = new Map(records.map((record) => [record.lessonId, record]))
  return catalogue.lessons.map(({ id, title, module }) => ({
    id,
    title,
    moduleTitle: look.module(module)?.title ?? '',
    record: byId.get(id) ?? null,
  }))
}
