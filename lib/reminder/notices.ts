import { count } from '../kernel/count'

/** What a notice is about. A person chooses by these what also comes by mail. */
export const NOTICE_GROUPS = ['assignments', 'exams', 'results', 'cohorts'] as const
export type NoticeGroup = (typeof NOTICE_GROUPS)[number]

/** The kinds of notice, each with its group. */
export const NOTICE_KINDS = {
  assignment: 'assignments',
  extension: 'assignments',
  exam: 'exams',
  allowance: 'exams',
  result: 'results',
  appeal: 'results',
  regrade: 'results',
  cohort: 'cohorts',
} as const satisfies Readonly<Record<string, NoticeGroup>>

export type NoticeKind = keyof typeof NOTICE_KINDS

export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(NOTICE_KINDS, kind)

/**
 * Something that somebody is told in the app, and by mail where mail is configured. `key` says what it
 * is about: a person is told of it once. It holds nothing secret, because mail can be read on the way.
 */
export type Notice = {
  readonly kind: NoticeKind
  readonly key: string
  readonly title: string
  readonly body: string
  readonly href: string
}

export const assignmentNotice = (assignment: {
  readonly id: string
  readonly title: string
  readonly cohort: string
  /** Such as `due on 3 December 2026`. */
  readonly due: string
  readonly targetPercent: number
}): Notice => ({
  kind: 'assignment',
  key: `assignment/${assignment.id}`,
  title: `New assignment: ${assignment.title}`,
  body: `“${assignment.cohort}”: ${assignment.due}, with ${assignment.targetPercent} percent to be recalled by then.`,
  href: '/today',
})

export const extensionKey = (assignmentId: string, at: number): string =>
  `extension/${assignmentId}/${at}`

export const extensionNotice = (extension: {
  readonly assignmentId: string
  readonly title: string
  readonly due: string
  readonly at: number
}): Notice => ({
  kind: 'extension',
  key: extensionKey(extension.assignmentId, extension.at),
  title: `More time for an assignment: ${extension.title}`,
  body: `It is now ${extension.due} for you.`,
  href: '/today',
})

export const examNotice = (exam: {
  readonly id: string
  readonly title: string
  readonly cohort: string
  readonly minutes: number
  readonly questions: number
  /** The last day on which it can be started, such as `3 December 2026`; null without an end. */
  readonly lastDay: string | null
}): Notice => ({
  kind: 'exam',
  key: `exam/${exam.id}`,
  title: `An exam is open: ${exam.title}`,
  body: `“${exam.cohort}”: ${count(exam.questions, 'question')} in ${count(exam.minutes, 'minute')}.${
    exam.lastDay === null ? '' : ` It can be started until ${exam.lastDay}.`
  }`,
  href: `/exams/${exam.id}`,
})

export const allowanceNotice = (given: {
  readonly examId: string | null
  readonly title: string
  readonly words: string
  readonly at: number
}): Notice => ({
  kind: 'allowance',
  key: `allowance/${given.examId ?? 'all'}/${given.at}`,
  title: `What you have extra at ${given.title} was changed`,
  body:
    given.words === '' ? 'The rules hold for you as for everybody.' : `You have ${given.words}.`,
  href: given.examId === null ? '/exams' : `/exams/${given.examId}`,
})

type Standing = { readonly right: number; readonly total: number; readonly passed: boolean }

const standingWords = ({ right, total, passed }: Standing): string =>
  `${right} of ${total} correct, ${passed ? 'passed' : 'not passed'}`

export const resultNotice = (
  attempt: {
    readonly id: string
    readonly number: number
    readonly examId: string
    readonly title: string
  } & Standing,
): Notice => ({
  kind: 'result',
  key: `result/${attempt.id}`,
  title: `Your exam result: ${attempt.title}`,
  body: `Attempt ${attempt.number}: ${standingWords(attempt)}.${
    attempt.passed ? ' The page of the exam has your certificate.' : ''
  }`,
  href: `/exams/${attempt.examId}`,
})

export const regradeNotice = (
  attempt: {
    readonly id: string
    readonly number: number
    readonly examId: string
    readonly title: string
    readonly at: number
  } & Standing,
): Notice => ({
  kind: 'regrade',
  key: `regrade/${attempt.id}/${attempt.at}`,
  title: 'An exam of yours was graded again',
  body: `“${attempt.title}”, attempt ${attempt.number}: ${standingWords(attempt)}. A question of it was corrected after you answered it, and an instructor decided how the answers to it count.`,
  href: `/exams/${attempt.examId}`,
})

export const appealNotice = (
  appeal: {
    readonly title: string
    readonly attemptId: string
    readonly position: number
    readonly examId: string
    readonly exam: string
    readonly at: number
  } & Standing,
): Notice => ({
  kind: 'appeal',
  key: `appeal/${appeal.attemptId}/${appeal.position}/${appeal.at}`,
  title: appeal.title,
  body: `“${appeal.exam}”: ${standingWords(appeal)}. The page of the exam has the decision.`,
  href: `/exams/${appeal.examId}`,
})

export const enrolledNotice = (cohort: {
  readonly id: string
  readonly name: string
  readonly by: string
  readonly at: number
}): Notice => ({
  kind: 'cohort',
  key: `enrolled/${cohort.id}/${cohort.at}`,
  title: `You are in the cohort “${cohort.name}” now`,
  body: `${cohort.by} added you. Its assignments and exams are on the page Today. Its instructors see what you learn.`,
  href: '/today',
})

export const invitedNotice = (invitation: {
  readonly id: string
  readonly cohort: string
  readonly by: string
}): Notice => ({
  kind: 'cohort',
  key: `invited/${invitation.id}`,
  title: `You are invited to the cohort “${invitation.cohort}”`,
  body: `${invitation.by} invited you. If you accept, the instructors of the cohort see what you learn. You can accept or decline on the page Today.`,
  href: '/today',
})
