import type { StudyDay } from '../kernel/study-day'
import type { Message } from './message'
import { dateWords } from './words'

/** The link of an invitation, for the one person who can use it. */
export function invitationMessage(invitation: {
  readonly name: string
  readonly cohort: string
  readonly by: string
  /** The last day on which the link works. */
  readonly until: StudyDay
  readonly path: string
}): Message {
  const { name, cohort, by, until, path } = invitation
  return {
    subject: `Invitation to “${cohort}”`,
    parts: [
      { kind: 'text', text: `Hello ${name},` },
      {
        kind: 'text',
        text: `${by} invites you to the cohort “${cohort}” at Steppe, a training course. The link below works once, until ${dateWords(until)}, and only for this address. Do not pass it on.`,
      },
      {
        kind: 'text',
        text: 'If you have an account at Steppe already, sign in: the invitation is also on your page Today.',
      },
    ],
    action: { label: 'Join', path },
  }
}
