import 'server-only'
import { hashCode, newCode } from '../../credentials/code'
import {
  type InvitationToSend,
  invitationsToSend,
  markMailed,
  replaceCode,
} from '../../db/people/invitation-mails'
import { DAY_MS } from '../../kernel/duration'
import { studyDayOf } from '../../kernel/study-day'
import { invitationMessage } from '../../reminder/invitation'
import type { WholeScope } from '../whole-scope'
import type { JobInput } from './job'
import { type MailOutcome, mailOnce } from './mail-once'
import type { Mailer, OutgoingMail } from './mailer'

/** After this time with a mail server that fails, it is said to have failed. */
const PATIENCE_MS = 3 * DAY_MS
const MOST = 500

/**
 * Sends the links of invitations that are to go by mail, each once. The code of a link is made here and
 * stands nowhere but in the mail: the database keeps its hash. Harmless when repeated.
 */
export async function sendInvitations(
  _: WholeScope,
  { now, mailer }: JobInput,
): Promise<readonly MailOutcome['kind'][]> {
  if (mailer === null) return []
  const sent: MailOutcome['kind'][] = []
  for (const invitation of await invitationsToSend(now, MOST)) {
    try {
      sent.push(await send(invitation, mailer, now))
    } catch (error) {
      console.error(`The invitation ${invitation.id} was not sent.`, error)
    }
  }
  return sent
}

async function send(
  invitation: InvitationToSend,
  mailer: Mailer,
  now: number,
): Promise<MailOutcome['kind']> {
  const { id } = invitation
  const outcome = await mailOnce(`invitation/${id}`, () => letterOf(invitation, now), mailer, now)
  switch (outcome.kind) {
    case 'mailed':
      await markMailed(id, { fault: null, now })
      break
    case 'over':
      // Without a reason it was sent by a process that ended before it could say so.
      await markMailed(id, { fault: outcome.why, now })
      break
    case 'later':
      if (now - invitation.createdAt >= PATIENCE_MS) {
        const fault = 'The mail server could not be reached for three days.'
        await markMailed(id, { fault, now })
      }
      break
    case 'taken':
      break
  }
  return outcome.kind
}

/** Null when it was revoked or used meanwhile. */
async function letterOf(
  { id, email, name, cohortName, byName, expiresAt }: InvitationToSend,
  now: number,
): Promise<OutgoingMail | null> {
  const code = newCode()
  if (!(await replaceCode(id, hashCode(code), now))) return null
  const until = studyDayOf(expiresAt - DAY_MS, { zone: 'UTC', rolloverHour: 0 })
  const about = { name, cohort: cohortName, by: byName, until, path: `/join/${code}` }
  return {
    key: `invitation/${id}`,
    to: email,
    message: invitationMessage(about),
    textOnly: true,
    because: `${byName} asked Steppe to send it.`,
  }
}
