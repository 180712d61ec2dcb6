/** Who may use an entry. Each level includes the ones after it: an administrator reads every cohort. */
export type Who =
  | 'anybody'
  | 'signed-in'
  /** Anybody who instructs at all. */
  | 'instructor'
  /** Those who instruct the cohort that the address or the form names, and administrators. */
  | 'instructor-of-cohort'
  | 'administrator'

/** What the address, or the form, can name. Everything else is answered as if it did not exist. */
export type Names =
  | 'nothing'
  /** Parts of the course, which are the same for everybody. */
  | 'course'
  /** Something of the person who asks. */
  | 'own'
  /** A secret in the address, which proves by itself what it is for. */
  | 'secret'
  /** A cohort that this person instructs, and what belongs to it. */
  | 'cohort'
  /** A draft of the course, which everybody who instructs may read and write. */
  | 'draft'
  /** Any account. */
  | 'account'

/** Whether it may be used by somebody whose own exam is open. */
export type DuringExam = 'open' | 'closed'

export type Row<W extends Who = Who, D extends DuringExam = DuringExam> = {
  readonly who: W
  readonly names: Names
  readonly duringExam: D
  /** What a role, or somebody in an exam, sees less than others; null when there is nothing to say. */
  readonly fields: string | null
}
