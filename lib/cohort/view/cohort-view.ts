import type { CohortId, InvitationId, UserId } from '../../kernel/ids'
import type { Role } from '../../kernel/role'
import { type DayCounts, trueRetention } from '../../memory/log/day-counts'
import { type Shown, shownRows, type TableQuery } from '../../table/shown-rows'
import type { LearnerRow } from './learner-row'
import { PEOPLE_COLUMNS } from './people-columns'

type OpenInvitation = {
  readonly id: InvitationId
  readonly role: Role
  readonly usesLeft: number
  readonly expiresAt: number
  readonly createdAt: number
  /** The address of an invitation that is for one person. */
  readonly email: string | null
  /** What became of the mail with its link; null for a link that somebody passes on. */
  readonly mail: {
    readonly state: 'waiting' | 'sent' | 'failed'
    readonly at: number | null
    readonly fault: string | null
  } | null
}

/** The people of a cohort. `rows` are the learners on this page. */
export type CohortView = Shown<LearnerRow> & {
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

/** The learners as a table asks for them, by what is known of their figures. */
export const shownLearners = (
  learners: readonly Member[],
  figures: LearnerFigures,
  query: TableQuery,
): Shown<Member> =>
  shownRows(
    learners,
    PEOPLE_COLUMNS.map((column) => ({
      ...column,
      value: (member: Member) => column.value(rowOf(member, figures)),
    })),
    query,
  )

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
    readonly shown: Shown<Member>
    readonly figures: LearnerFigures
    readonly lessonsTotal: number
    readonly invitations: readonly OpenInvitation[]
  },
): CohortView {
  return {
    ...shown,
    id,
    name,
    archived,
    lessonsTotal,
    learners: members.filter(({ roleInCohort }) => roleInCohort === 'learner').length,
    rows: shown.rows.map((learner) => rowOf(learner, figures)),
    instructors: members
      .filter(({ roleInCohort }) => roleInCohort === 'instructor')
      .map((member) => ({ userId: member.id, name: member.name, disabled: member.disabled })),
    invitations: invitations.map(({ id, role, usesLeft, expiresAt, createdAt, email, mail }) => ({
      id,
      role,
      usesLeft,
      expiresAt,
      createdAt,
      email,
      mail,
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
