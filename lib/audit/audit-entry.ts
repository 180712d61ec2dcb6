/** Names a person by id. `analyst` in the events of exams. */
type About<Who extends 'user' | 'analyst' = 'user'> = { readonly [key in Who]: string }
type InCohort = { readonly cohort: string }
type InExam = InCohort & { readonly exam: string }
type InDraft = { readonly draft: string; readonly title: string }
type OfAttempt = { readonly exam: string; readonly attempt: string }

/** `xBefore` is what `x` was before; a pair is there when it changed. */
type Change = Readonly<Record<string, string | number | null>>

/** What an appeal was decided on, and the result that this left. */
type Decided = InExam &
  OfAttempt &
  About<'analyst'> & {
    readonly position: number
    readonly rightBefore: number | null
    readonly right: number
    readonly reply: string | null
  }

/**
 * Everything that is recorded of administration, signing in, exports, notes, grading and publishing,
 * with what is said of it: ids, names and figures, never a password, a code, a key or a token. The
 * answers of reviews are not here: the review log is their record.
 */
type Details = {
  readonly setup: { readonly email: string }
  readonly joined: { readonly email: string; readonly cohort: string | null }
  readonly invited: { readonly cohort: string | null } & (
    | { readonly invitation: string; readonly role: string; readonly uses: number }
    | { readonly people: number; readonly byMail: string }
  )
  readonly invitation_declined: About & InCohort
  readonly revoked: { readonly invitation: string }
  readonly revocation_undone: { readonly invitation: string }

  readonly signed_in: About & { readonly how: string }
  /** `how`: absent for a password. */
  readonly sign_in_refused: {
    readonly user: string | null
    readonly why: string
    readonly how?: string
  }
  /** Once for each budget and its time, however many attempts are refused. */
  readonly attempts_refused: { readonly user: string | null; readonly what: string }
  readonly signed_out: About
  readonly sessions_ended: About & { readonly sessions: number }
  readonly session_ended: About
  readonly second_factor_added: About
  readonly second_factor_removed: About
  readonly second_factor_rule_changed: { readonly roles: string }
  readonly recovery_code_used: About
  readonly identity_linked: About & { readonly how: string }
  readonly identity_unlinked: About

  readonly user_created: About & { readonly email: string; readonly role: string }
  readonly account_changed: About & Change
  readonly account_disabled: About
  readonly account_enabled: About
  readonly account_deleted: About & { readonly mode: string; readonly certificates: string }
  readonly password_changed: About
  readonly password_set: About
  readonly password_link_made: About
  readonly password_link_asked: About
  readonly password_link_used: About
  readonly settings_changed: About & { readonly area: string } & Change
  readonly calendar_link_made: About
  readonly calendar_link_ended: About

  readonly cohort_created: InCohort & { readonly name: string }
  readonly cohort_renamed: InCohort & { readonly nameBefore: string; readonly name: string }
  readonly cohort_courses_changed: InCohort & Change
  readonly cohort_archived: InCohort & { readonly name: string }
  readonly cohort_reopened: InCohort & { readonly name: string }
  readonly analyst_moved: About & { readonly from: string; readonly to: string }
  readonly member_enrolled: About & InCohort
  readonly member_removed: About & InCohort
  readonly member_put_back: About & InCohort
  readonly assignment_saved: InCohort & {
    readonly assignment: string
    readonly target: string
  } & Change
  readonly assignment_deleted: InCohort & { readonly assignment: string } & Change
  readonly assignment_extended: About &
    InCohort & { readonly assignment: string; readonly on: string | null } & Change
  readonly analyst_messaged: About & InCohort & { readonly title: string; readonly text: string }
  readonly message_withdrawn: About & InCohort
  readonly risk_snoozed: About & InCohort & { readonly days: number; readonly note: string }
  readonly risk_snooze_ended: About & InCohort
  readonly note_written: About & InCohort & { readonly noteId: string; readonly note: string }
  readonly note_deleted: About & InCohort & { readonly noteId: string; readonly noteBefore: string }
  readonly flag_answered: About &
    InCohort & { readonly flag: string; readonly question: string } & Change

  readonly exam_created: InExam & { readonly title: string; readonly questions: number }
  readonly exam_closed: InExam & Change
  readonly exam_reopened: InExam & Change
  /** For one analyst. `note` is the reason. */
  readonly exam_allowance_changed: InExam & About<'analyst'> & { readonly note: string } & Change
  readonly exam_accommodation_changed: InCohort &
    About<'analyst'> & { readonly note: string } & Change
  readonly exam_started: OfAttempt & About<'analyst'>
  readonly exam_handed_in: OfAttempt & About<'analyst'>
  readonly exam_graded: OfAttempt &
    About<'analyst'> & {
      readonly right: number
      readonly total: number
      readonly passed: string
    }
  readonly exam_appeal_made: OfAttempt & About<'analyst'> & { readonly position: number }
  readonly exam_appeal_granted: Decided
  readonly exam_appeal_refused: Decided
  readonly exam_appeal_taken_back: Decided
  /** One decision for every attempt that has the question. `choice`: how its answers count since. */
  readonly exam_regraded: InExam & {
    readonly question: string
    readonly reason: string
    readonly choiceBefore: string | null
    readonly choice: string
    readonly attempts: number
    readonly changed: number
    readonly newlyPassed: number
    readonly newlyFailed: number
  }
  readonly exam_result_corrected: InExam &
    OfAttempt &
    About<'analyst'> & { readonly position: number } & Change
  readonly certificate_voided: InExam & OfAttempt & About<'analyst'>

  readonly exported: {
    readonly what: string
    readonly cohort: string | null
    readonly of: string | null
  }
  readonly log_repaired: { readonly differences: number }
  readonly secret_replaced: { readonly sessions: number }
  readonly backup_restored: { readonly madeAt: string; readonly sha256: string }
  readonly course_published: { readonly version: number; readonly hash: string } & Change
  readonly draft_started: InDraft
  readonly draft_changed: InDraft & { readonly what: string }
  readonly draft_change_removed: InDraft & { readonly what: string }
  readonly draft_review_asked: InDraft
  readonly draft_sent_back: InDraft & { readonly comment?: string }
  readonly draft_withdrawn: InDraft
  /** `alone`: whether somebody published it who had begun or changed it, because there was nobody else to ask. */
  readonly draft_published: InDraft & { readonly version: number; readonly alone: 'yes' | 'no' }
  readonly document_added: InDraft & { readonly source: string; readonly paragraphs: number }
  /** After a correction: how many questions changed their meaning, and who had learned one of them. */
  readonly asked_to_relearn: {
    readonly version: number
    readonly questions: number
    readonly people: number
  }
  /** After a retraction: how many questions were asked again, and how many people know one of them. */
  readonly asked_again: {
    readonly version: number
    readonly questions: number
    readonly people: number
  }
  readonly course_retracted: {
    readonly version: number
    readonly what: string
    readonly reason: string
    readonly since: string
    readonly retired: number
    readonly retested: number
  }
  readonly memory_trained: About & { readonly outcome: string }
}

export type AuditKind = keyof Details

/** One kind with its detail: a discriminated union over all kinds. */
export type AuditEntry = {
  readonly [Kind in AuditKind]: { readonly kind: Kind; readonly detail: Details[Kind] }
}[AuditKind]

/** What an administrator can choose to see. */
export const AUDIT_GROUPS = {
  'Signing in': [
    'signed_in',
    'sign_in_refused',
    'attempts_refused',
    'signed_out',
    'sessions_ended',
    'session_ended',
    'recovery_code_used',
  ],
  Accounts: [
    'setup',
    'joined',
    'user_created',
    'account_changed',
    'account_disabled',
    'account_enabled',
    'account_deleted',
    'password_changed',
    'password_set',
    'password_link_made',
    'password_link_asked',
    'password_link_used',
    'second_factor_added',
    'second_factor_removed',
    'second_factor_rule_changed',
    'identity_linked',
    'identity_unlinked',
  ],
  Settings: ['settings_changed', 'calendar_link_made', 'calendar_link_ended', 'memory_trained'],
  'Cohorts and invitations': [
    'invited',
    'invitation_declined',
    'revoked',
    'revocation_undone',
    'cohort_created',
    'cohort_renamed',
    'cohort_courses_changed',
    'cohort_archived',
    'cohort_reopened',
    'analyst_moved',
    'member_enrolled',
    'member_removed',
    'member_put_back',
    'assignment_saved',
    'assignment_deleted',
    'assignment_extended',
  ],
  'Notes and flags': [
    'analyst_messaged',
    'message_withdrawn',
    'note_written',
    'note_deleted',
    'risk_snoozed',
    'risk_snooze_ended',
    'flag_answered',
  ],
  'Exams and appeals': [
    'exam_created',
    'exam_closed',
    'exam_reopened',
    'exam_allowance_changed',
    'exam_accommodation_changed',
    'exam_started',
    'exam_handed_in',
    'exam_graded',
    'exam_appeal_made',
    'exam_appeal_granted',
    'exam_appeal_refused',
    'exam_appeal_taken_back',
    'exam_regraded',
    'exam_result_corrected',
    'certificate_voided',
  ],
  'Drafts of the course': [
    'draft_started',
    'draft_changed',
    'draft_change_removed',
    'draft_review_asked',
    'draft_sent_back',
    'draft_withdrawn',
    'draft_published',
    'document_added',
  ],
  'Exports, course and operation': [
    'exported',
    'course_published',
    'asked_to_relearn',
    'course_retracted',
    'asked_again',
    'log_repaired',
    'secret_replaced',
    'backup_restored',
  ],
} as const satisfies Readonly<Record<string, readonly AuditKind[]>>

export type AuditGroup = keyof typeof AUDIT_GROUPS

const GROUPED = Object.values(AUDIT_GROUPS).flat()
type Grouped = (typeof GROUPED)[number]

/** Does not compile while a kind is in no group. */
const AUDIT_KINDS: readonly AuditKind[] = GROUPED satisfies readonly (AuditKind extends Grouped
  ? AuditKind
  : never)[]

export const isAuditKind = (text: string): text is AuditKind =>
  AUDIT_KINDS.some((kind) => kind === text)

export const isAuditGroup = (text: string): text is AuditGroup => Object.hasOwn(AUDIT_GROUPS, text)
