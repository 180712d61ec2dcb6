import type { LookUp } from '../../course/look-up'
import { groupBy } from '../../kernel/group-by'
import type { QuestionId, UserId } from '../../kernel/ids'
import { answerText } from '../../kinds/answer-text'
import { givenText } from '../../kinds/given-text'
import type { Flag } from '../flag'

export type InboxFlag = Flag & {
  readonly by: string
  /** The answer as text. Null if there was none yet. */
  readonly given: string | null
  readonly repliedBy: string | null
}

export type InboxGroup = {
  readonly questionId: QuestionId
  /** Null if the question is no longer in the course. */
  readonly prompt: string | null
  readonly answer: string | null
  readonly revision: number | null
  /** The corrections since then, newest first, each with its revision and what was changed. */
  readonly changes: readonly { readonly revision: number; readonly note: string }[]
  readonly flags: readonly InboxFlag[]
}

export type InboxView = {
  readonly cohortName: string
  readonly archived: boolean
  readonly open: number
  readonly solved: number
  /** The questions with the requested flags, the latest first. */
  readonly groups: readonly InboxGroup[]
}

/**
 * `flags` are those of the learners of a cohort, newest first. `names` has everybody in the cohort.
 */
export function inboxView(
  cohort: { readonly name: string; readonly archived: boolean },
  {
    flags,
    names,
    look,
    show,
  }: {
    readonly flags: readonly Flag[]
    readonly names: ReadonlyMap<UserId, string>
    readonly look: LookUp
    readonly show: 'open' | 'solved'
  },
): InboxView {
  const open = flags.filter(({ solvedAt }) => solvedAt === null)
  const solved = flags.filter(({ solvedAt }) => solvedAt !== null)
  return {
    cohortName: cohort.name,
    archived: cohort.archived,
    open: open.length,
    solved: solved.length,
    groups: groupsOf(show === 'open' ? open : solved, names, look),
  }
}

function groupsOf(
  flags: readonly Flag[],
  names: ReadonlyMap<UserId, string>,
  look: LookUp,
): readonly InboxGroup[] {
  return [...groupBy(flags, (flag) => flag.questionId)].map(([questionId, own]) => {
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
