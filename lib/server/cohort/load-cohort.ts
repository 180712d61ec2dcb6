import 'server-only'
import { cohortMembers } from '../../db/cohort/cohorts'
import { usableInvitations } from '../../db/people/invitations'
import { dueCounts } from '../../db/study/cards'
import { completedLessonCounts } from '../../db/study/lesson-progress'
import { recentRollUps } from '../../db/study/study-days'
import type { CohortId, InvitationId, UserId } from '../../kernel/ids'
import { studyDayOf } from '../../kernel/study-day'
import { trueRetention } from '../../memory/log/day-counts'
import { actor, assertInstructor, cohortOf } from '../access'
import { requireCourse } from '../current-course'

export type AnalystRow = {
  readonly userId: UserId
  readonly name: string
  readonly email: string
  readonly lessonsDone: number
  readonly due: number
  /** Reviews of the last 7 study days, today included. */
  readonly reviewed7Days: number
  /** First reviews of the day of cards in Review, recalled / all, over 30 study days; null without any. */
  readonly trueRetention: { readonly passed: number; readonly total: number } | null
  readonly lastSeenAt: number | null
}

export type CohortView = {
  readonly id: CohortId
  readonly name: string
  readonly archived: boolean
  readonly lessonsTotal: number
  /** All of them, and those of the page by name. */
  readonly learners: number
  readonly page: number
  readonly pages: number
  readonly analysts: readonly AnalystRow[]
  readonly instructors: readonly { readonly userId: UserId; readonly name: string }[]
  readonly invitations: readonly {
    readonly id: InvitationId
    readonly role: 'learner' | 'instructor' | 'admin'
    readonly usesLeft: number
    readonly expiresAt: number
    readonly createdAt: number
    /** Whom it was made for, when for one person. */
    readonly email: string | null
  }[]
}

const PAGE = 50

/** Throws not_allowed, and not_found for a cohort that is not the actor's, so that nobody learns it exists. */
export async function loadCohort(input: {
  actorId: UserId
  cohortId: CohortId
  now: number
  /** From 1, 50 analysts each; missing: all at once. */
  page?: number | null
}): Promise<CohortView> {
  const { now } = input
  const user = await actor(input.actorId)
  assertInstructor(user)
  const cohort = await cohortOf(user, input.cohortId)
  const [course, members, invitations] = await Promise.all([
    requireCourse(),
    cohortMembers(cohort.id),
    usableInvitations(cohort.id, now),
  ])
  const all = members.filter((member) => member.roleInCohort === 'learner')
  const pages = Math.max(1, Math.ceil(all.length / PAGE))
  const page = Math.min(Math.max(1, input.page ?? 1), pages)
  const learners = (input.page ?? null) === null ? all : all.slice((page - 1) * PAGE, page * PAGE)
  const people = learners.map(({ id, clock }) => ({ userId: id, today: studyDayOf(now, clock) }))
  const ids = people.map((person) => person.userId)
  const lessonIds = course.catalogue.lessons.map((lesson) => lesson.id)
  const [done, due, week, month] = await Promise.all([
    completedLessonCounts(ids, lessonIds),
    dueCounts(people),
    recentRollUps(people, 7),
    recentRollUps(people, 30),
  ])
  return {
    ...cohort,
    ...{ learners: all.length, page, pages },
    lessonsTotal: lessonIds.length,
    analysts: learners.map(({ id, name, email, lastSeenAt }) => {
      const recent = month.get(id)
      return {
        userId: id,
        name,
        email,
        lessonsDone: done.get(id) ?? 0,
        due: due.get(id) ?? 0,
        reviewed7Days: week.get(id)?.reviews ?? 0,
        trueRetention: recent ? trueRetention([recent]) : null,
        lastSeenAt,
      }
    }),
    instructors: members
      .filter((member) => member.roleInCohort === 'instructor')
      .map(({ id, name }) => ({ userId: id, name })),
    invitations: invitations.map(({ id, role, usesLeft, expiresAt, createdAt, email }) => ({
      id,
      role,
      usesLeft,
      expiresAt,
      createdAt,
      email,
    })),
  }
}
