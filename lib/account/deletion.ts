import { count } from '../kernel/count'

/** What becomes of the answers: they stay without a name, or they are deleted as well. */
export const DELETION_MODES = ['anonymise', 'erase'] as const
export type DeletionMode = (typeof DELETION_MODES)[number]

/** What becomes of valid certificates: they stay valid and keep the name, or they are revoked. */
export const CERTIFICATE_CHOICES = ['keep', 'revoke'] as const
export type CertificateChoice = (typeof CERTIFICATE_CHOICES)[number]

export type Deletion = {
  readonly mode: DeletionMode
  readonly certificates: CertificateChoice
}

/** What is stored about a person. The certificates are the valid ones. */
export type Holdings = {
  readonly answers: number
  readonly examAttempts: number
  readonly certificates: number
  /** Names of the open cohorts that would be left without an instructor. */
  readonly cohortsLeftAlone: readonly string[]
}

/** The name under which what is left of an account is shown. */
export const FORMER_ACCOUNT = 'Former account'

/** Says what a deletion will do, one sentence for each thing, before it is done. */
export function deletionWords(
  person: { readonly name: string; readonly email: string },
  holdings: Holdings,
  deletion: Deletion,
): readonly string[] {
  return [
    `The account of ${person.name} (${person.email}) is deleted: name, address, password, sign-in sessions, cohort memberships, notifications, and the notes that instructors wrote about this person. This cannot be undone.`,
    answersSentence(holdings, deletion.mode),
    ...certificateSentence(holdings, deletion.certificates),
    ...aloneSentence(holdings),
  ]
}

function answersSentence({ answers, examAttempts }: Holdings, mode: DeletionMode): string {
  const held = `${count(answers, 'review event')} and ${count(examAttempts, 'exam attempt')}`
  switch (mode) {
    case 'anonymise':
      return `${held} stay in the log under the name “${FORMER_ACCOUNT}”. They no longer count for a cohort.`
    case 'erase':
      return `${held} are deleted for good, with everything that was computed from them.`
  }
}

function certificateSentence(
  { certificates }: Holdings,
  choice: CertificateChoice,
): readonly string[] {
  if (certificates === 0) return []
  const many = certificates === 1 ? 'One certificate' : `${certificates} certificates`
  const verb = certificates === 1 ? ['stays', 'keeps', 'is'] : ['stay', 'keep', 'are']
  switch (choice) {
    case 'keep':
      return [
        `${many} ${verb[0]} valid and ${verb[1]} the name, so that anybody with the code can check it.`,
      ]
    case 'revoke':
      return [
        `${many} ${verb[2]} revoked and no longer ${certificates === 1 ? 'names' : 'name'} anybody.`,
      ]
  }
}

function aloneSentence({ cohortsLeftAlone }: Holdings): readonly string[] {
  if (cohortsLeftAlone.length === 0) return []
  const names = cohortsLeftAlone.map((name) => `“${name}”`).join(', ')
  return [
    `No instructor is left in ${names}. Administrators can still open ${cohortsLeftAlone.length === 1 ? 'it' : 'them'} and invite another instructor.`,
  ]
}
