import 'server-only'
import { plannedRecall } from '../../cohort/kept-plan'
import { isSeen, NEVER } from '../../cohort/learner-memory'
import { idleRecall, type Readiness } from '../../cohort/readiness'
import { openCohortsOf } from '../../db/cohort/cohorts'
import { type InstructorNote, notesOn } from '../../db/cohort/instructor-notes'
import { type RiskSnooze, snoozesOf } from '../../db/cohort/risk-snoozes'
import { answersByConfidence, answersByPrediction } from '../../db/study/answer-figures'
import { type LessonRecord, lessonRecordsOf } from '../../db/study/lesson-progress'
import { type DayRollUp, rollUpsBetween } from '../../db/study/study-days'
import { AppError } from '../../kernel/app-error'
import type { CohortId, FactId, LessonId, QuestionId, UserId } from '../../kernel/ids'
import { addDays, isoDate, type StudyDay } from '../../kernel/study-day'
import { type DayCounts, trueRetention } from '../../memory/log/day-counts'
import { everyDay, YEAR_DAYS } from '../../memory/log/year-of-days'
import { type Calibration, calibrationOf } from '../../review/calibration'
import { placesOf } from './cohort-memory'
import { meanReadiness, partsByTopic, readinessIn } from './cohort-readiness'
import { type Standing, standingOf } from './cohort-risk'
import { type AnalystScene, type CohortScene, cohortScene } from './cohort-scene'

type TopicStanding = {
  readonly id: string
  readonly title: string
  readonly questions: number
  readonly seen: number
  readonly due: number
  readonly readiness: Readiness
}

/** One question of the topic looked into. */
export type QuestionStanding = {
  readonly id: QuestionId
  readonly prompt: string
  readonly seen: boolean
  readonly suspended: boolean
  readonly readiness: Readiness
  /** Day of the next review, `YYYY-MM-DD`; null for one not seen. */
  readonly due: string | null
  readonly lapses: number
}

export type HardFact = {
  readonly id: FactId
  readonly statement: string
  readonly lapses: number
  readonly tested: number
  readonly recalled: number
  /** Mean predicted recall of its seen questions today. */
  readonly recall: number
}

export type AnalystView = {
  readonly cohortName: string
  readonly userId: UserId
  readonly name: string
  readonly email: string
  readonly zone: string
  readonly joined: string
  readonly lastSeenAt: number | null
  /** The day looked at, `YYYY-MM-DD`, and the analyst's own today. */
  readonly on: string
  readonly today: string
  readonly overall: Readiness
  readonly standing: Standing
  readonly snooze: (RiskSnooze & { readonly until: string; readonly byName: string }) | null
  readonly topics: readonly TopicStanding[]
  /** Of the topic asked for; null: of none. */
  readonly topic: { readonly title: string; readonly questions: readonly QuestionStanding[] } | null
  readonly hardest: readonly HardFact[]
  readonly lessons: readonly {
    readonly id: LessonId
    readonly title: string
    readonly moduleTitle: string
    readonly record: LessonRecord | null
  }[]
  readonly year: readonly (DayCounts & { readonly date: string })[]
  readonly trueRetention: { readonly passed: number; readonly total: number } | null
  readonly predictions: Calibration | null
  readonly confidence: Calibration | null
  /** Other cohorts of the actor, to move to. */
  readonly otherCohorts: readonly { readonly id: CohortId; readonly name: string }[]
  readonly notes: readonly (InstructorNote & {
    readonly authorName: string
    readonly own: boolean
  })[]
}

const HARDEST = 8

/** Throws not_allowed, not_found (also for an analyst of another cohort), course_not_published. */
export async function loadAnalyst(input: {
  readonly actorId: UserId
  readonly cohortId: CohortId
  readonly userId: UserId
  /** Study days ahead to look at, 0 for today. */
  readonly daysAhead: number
  readonly topic: string | null
  readonly now: number
}): Promise<AnalystView> {
  const scene = await cohortScene(input)
  const analyst = scene.analysts.find(({ user }) => user.id === input.userId)
  if (!analyst) throw new AppError('not_found', 'There is no such analyst in this cohort.')
  const { user, today } = analyst
  const [rollUps, predictions, confidence, records, notes, snoozes, cohorts] = await Promise.all([
    rollUpsBetween(user.id, addDays(today, 1 - YEAR_DAYS), today),
    answersByPrediction(user.id),
    answersByConfidence(user.id),
    lessonRecordsOf(user.id),
    notesOn(input.cohortId, user.id),
    snoozesOf(input.cohortId),
    openCohortsOf(input.actorId),
  ])
  const on = addDays(today, Math.min(Math.max(0, input.daysAhead), 365))
  const names = new Map(scene.instructors.map(({ id, name }) => [id, name]))
  const nameOf = (id: UserId) => names.get(id) ?? 'A former instructor'
  const snooze = snoozes.get(user.id)
  const parts = partsByTopic(scene.course).map((part) => ({
    part,
    readiness: readinessIn(analyst, part, on),
  }))
  return {
    cohortName: scene.cohort.name,
    ...{ userId: user.id, name: user.name, email: user.email, zone: user.clock.zone },
    joined: isoDate(analyst.joinedDay),
    lastSeenAt: user.lastSeenAt,
    on: isoDate(on),
    today: isoDate(today),
    overall: meanReadiness(parts),
    standing: standingOf(scene, analyst),
    snooze:
      snooze && snooze.untilDay > today
        ? { ...snooze, until: isoDate(snooze.untilDay), byName: nameOf(snooze.byId) }
        : null,
    topics: topicsOf(scene, analyst, parts),
    topic: topicOf(scene, analyst, input.topic, on),
    hardest: hardestFacts(scene, analyst),
    lessons: lessonsOf(scene, records),
    year: everyDay(rollUps, today),
    trueRetention: trueRetention(recent(rollUps, today)),
    predictions: calibrationOf(predictions),
    confidence: calibrationOf(confidence),
    otherCohorts: cohorts.filter(({ id }) => id !== input.cohortId),
    notes: notes.map((note) => ({
      ...note,
      authorName: nameOf(note.authorId),
      own: note.authorId === input.actorId,
    })),
  }
}

const recent = (rollUps: readonly DayRollUp[], today: StudyDay) =>
  rollUps.filter(({ day }) => day > today - 30)

function topicsOf(
  { course }: CohortScene,
  { memory, today }: AnalystScene,
  parts: readonly { part: { questions: readonly number[] }; readiness: Readiness }[],
): readonly TopicStanding[] {
  return course.catalogue.course.topics.map(({ id, title }, place) => {
    const questions = parts[place]?.part.questions ?? []
    return {
      ...{ id, title, questions: questions.length },
      seen: questions.filter((index) => isSeen(memory, index)).length,
      due: questions.filter(
        (index) => (memory.dueDay[index] ?? NEVER) <= today && memory.suspended[index] !== 1,
      ).length,
      readiness: parts[place]?.readiness ?? { idle: 0, planned: 0 },
    }
  })
}

function topicOf(
  { course }: CohortScene,
  { memory, plan }: AnalystScene,
  wanted: string | null,
  on: StudyDay,
): AnalystView['topic'] {
  const topic = course.catalogue.course.topics.find(({ id }) => id === wanted)
  if (!topic) return null
  const places = placesOf(course)
  const questions = course.look.questionsOfTopic(topic.id).map(({ id, prompt }) => {
    const index = places.get(id) ?? -1
    const due = memory.dueDay[index] ?? NEVER
    return {
      ...{ id, prompt, seen: isSeen(memory, index), suspended: memory.suspended[index] === 1 },
      readiness: {
        idle: idleRecall(memory, index, on, plan.rule.recall),
        planned: plannedRecall(memory, plan, index, on),
      },
      due: due === NEVER ? null : isoDate(addDays(plan.today, due - plan.today)),
      lapses: memory.lapses[index] ?? 0,
    }
  })
  return {
    title: topic.title,
    questions: questions.toSorted((a, b) => a.readiness.idle - b.readiness.idle),
  }
}

/** Facts whose questions were forgotten most often, then those recalled worst when tested. */
function hardestFacts(
  { course }: CohortScene,
  { memory, today, plan }: AnalystScene,
): readonly HardFact[] {
  const places = placesOf(course)
  return course.catalogue.facts
    .map(({ id, statement }) => {
      const seen = course.look
        .questionsOfFact(id)
        .map((question) => places.get(question.id) ?? -1)
        .filter((index) => isSeen(memory, index))
      const sum = (column: Uint16Array) => seen.reduce((all, i) => all + (column[i] ?? 0), 0)
      const recalls = seen.map((index) => idleRecall(memory, index, today, plan.rule.recall))
      return {
        ...{ id, statement, lapses: sum(memory.lapses), tested: sum(memory.tested) },
        recalled: sum(memory.passed),
        recall: recalls.reduce((all, recall) => all + recall, 0) / Math.max(1, recalls.length),
      }
    })
    .filter(({ lapses }) => lapses > 0)
    .sort((a, b) => b.lapses - a.lapses || a.recall - b.recall)
    .slice(0, HARDEST)
}

function lessonsOf(
  { course }: CohortScene,
  records: readonly LessonRecord[],
): AnalystView['lessons'] {
  const byId = new Map(records.map((record) => [record.lessonId, record]))
  return course.catalogue.lessons.map(({ id, title, module }) => ({
    ...{ id, title, record: byId.get(id) ?? null },
    moduleTitle: course.look.module(module)?.title ?? '',
  }))
}
