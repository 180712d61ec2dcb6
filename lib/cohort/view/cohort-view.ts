import type { CohortId, InvitationId, UserId } from '../../kernel/ids'
import type { Role } from '../../kernel/role'
import { type DayCounts, type TrueRetention, trueRetention } from '../../memory/log/day-counts'
import type { Paged } from './paging'

export type LearnerRow = {
  readonly userId: UserId
  readonly name: string
  readonly email: string
  readonly lessonsDone: number
  readonly due: number
  /** Reviews of the last 7 study days, including today. */
  readonly reviewed7Days: number
  /** Over 30 study days. Null if there are none. */
  readonly trueRetention: TrueRetention | null
  readonly lastSeenAt: number | null
  readonly disabled: boolean
}

type OpenInvitation = {
  readonly id: InvitationId
  readonly role: Role
  readonly usesLeft: number
  readonly expiresAt: number
  readonly createdAt: number
  /** The address of an invitation that is for one person. */
  readonly email: string | null
}

/** The people of a cohort. `rows` are the learners on this page, sorted by name. */
export type CohortView = Paged<LearnerRow> & {
  readonly id: CohortId
  readonly name: string
  readonly archived: boolean
  readonly lessonsTotal: number
  /** The number of all learners. */
  readonly learners: number
  readonly instructors: readonly {
    readonly userId: UserId
    readonly name: string
    readonly disabled: boolean
  }[]
  readonly invitations: readonly OpenInvitation[]
}

type Member = {
  readonly id: UserId
  readonly name: string
  readonly email: string
  readonly lastSeenAt: number | null
  readonly disabled: boolean
  readonly roleInCohort: Role
}

/** By user. The sums are over 7 and over 30 study days. */
export type LearnerFigures = ReadonlyMap<
  string,
  Pick<LearnerRow, 'lessonsDone' | 'due' | 'reviewed7Days'> &
    Pick<DayCounts, 'retentionPassed' | 'retentionTotal'>
>

/** `shown` are the learners on the page, and `figures` are theirs. */
export function cohortView(
  { id, name, archived }: Pick<CohortView, 'id' | 'name' | 'archived'>,
  {
    members,
    shown,
    figures,
    lessonsTotal,
    invitations,
  }: {
    readonly members: readonly Member[]
    readonly shown: Paged<Member>
    readonly figures: LearnerFigures
    readonly lessonsTotal: number
    readonly invitations: readonly OpenInvitation[]
  },
): CohortView {
  return {
    id,
    name,
    archived,
    lessonsTotal,
    learners: members.filter(({ roleInCohort }) => roleInCohort === 'learner').length,
    page: shown.page,
    pages: shown.pages,
    rows: shown.rows.map((learner) => rowOf(learner, figures)),
    instructors: members
      .filter(({ roleInCohort }) => roleInCohort === 'instructor')
      .map((member) => ({ userId: member.id, name: member.name, disabled: member.disabled })),
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

function rowOf(
  { id, name, email, lastSeenAt, disabled }: Member,
  figures: LearnerFigures,
): LearnerRow {
  const own = figures.get(id)
  return {
    userId: id,
    name,
    email,
    lessonsDone: own?.lessonsDone ?? 0,
    due: own?.due ?? 0,
    reviewed7Days: own?.reviewed7Days ?? 0,
    trueRetention: own ? trueRetention([own]) : null,
    lastSeenAt,
    disabled,
  }
}
