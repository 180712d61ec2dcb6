import 'server-only'
import { cohortLearnerIds, cohortMembers } from '../../db/cohort/cohorts'
import { type Flag, flagsOf } from '../../db/study/flags'
import { type CohortId, isUuid, type QuestionId, type UserId } from '../../kernel/ids'
import { answerText } from '../../kinds/answer-text'
import { givenText } from '../../kinds/given-text'
import { actor, assertInstructor, cohortOf } from '../access'
import { type PublishedCourse, requireCourse } from '../current-course'

export type InboxFlag = Flag & {
  readonly by: string
  /** What was answered, as text; null: nothing yet. */
  readonly given: string | null
  readonly repliedBy: string | null
}

export type InboxGroup = {
  readonly questionId: QuestionId
  /** Null: the course asks it no more. */
  readonly prompt: string | null
  readonly answer: string | null
  readonly revision: number | null
  /** Corrections since, newest first: revision and what was changed. */
  readonly changes: readonly { readonly revision: number; readonly note: string }[]
  readonly flags: readonly InboxFlag[]
}

export type InboxView = {
  readonly cohortName: string
  readonly archived: boolean
  readonly open: number
  readonly solved: number
  /** Questions with the flags asked for, the latest first. */
  readonly groups: readonly InboxGroup[]
}

/** Flags of a cohort's analysts. Throws not_allowed, not_found, course_not_published. */
export async function loadInbox(input: {
  readonly actorId: UserId
  readonly cohortId: CohortId
  readonly show: 'open' | 'solved'
}): Promise<InboxView> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  const cohort = await cohortOf(user, input.cohortId)
  const [course, members] = await Promise.all([requireCourse(), cohortMembers(cohort.id)])
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const flags = await flagsOf(
    members.filter(({ roleInCohort }) => roleInCohort === 'learner').map(({ id }) => id),
  )
  const isWanted = ({ solvedAt }: Flag) => (solvedAt === null) === (input.show === 'open')
  const open = flags.filter(({ solvedAt }) => solvedAt === null).length
  return {
    cohortName: cohort.name,
    archived: cohort.archived,
    open,
    solved: flags.length - open,
    groups: groupsOf(flags.filter(isWanted), names, course),
  }
}

function groupsOf(
  flags: readonly Flag[],
  names: ReadonlyMap<UserId, string>,
  { look }: PublishedCourse,
): readonly InboxGroup[] {
  const groups = new Map<QuestionId, Flag[]>()
  for (const flag of flags) {
    groups.set(flag.questionId, [...(groups.get(flag.questionId) ?? []), flag])
  }
  return [...groups].map(([questionId, own]) => {
    const question = look.question(questionId)
    const oldest = Math.min(...own.map(({ revision }) => revision))
    return {
      questionId,
      prompt: question?.prompt ?? null,
      answer: question ? answerText(question, look.nameOf) : null,
      revision: question?.revision ?? null,
      changes: (question?.changes ?? [])
        .filter(({ revision }) => revision > oldest)
        .map(({ revision, note }) => ({ revision, note }))
        .toSorted((a, b) => b.revision - a.revision),
      flags: own.map((flag) => ({
        ...flag,
        by: names.get(flag.userId) ?? '',
        given: flag.answer && givenText(flag.answer, look.nameOf),
        repliedBy: flag.repliedById && (names.get(flag.repliedById) ?? 'A former instructor'),
      })),
    }
  })
}

/** The flag, if it was raised by somebody who learns in that cohort. */
export async function flagIn(cohortId: CohortId, flagId: string): Promise<Flag | null> {
  if (!isUuid(flagId)) return null
  const flags = await flagsOf(await cohortLearnerIds(cohortId))
  return flags.find(({ id }) => id === flagId) ?? null
}
