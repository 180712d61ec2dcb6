import { roleLabel } from '@/app/_shell/role-label'
import { ROLES } from '@/lib/kernel/role'
import type { AccountEvent } from '@/lib/server/people/load-account'

/** One sentence about an event on the page of the account that it concerns. */
export function eventText(event: AccountEvent): string {
  const who = event.actor?.name ?? 'The command line'
  switch (event.kind) {
    case 'setup':
      return `${who} set up this installation.`
    case 'joined':
      return `${who} joined by an invitation.`
    case 'user_created':
      return `${who} created this account.`
    case 'password_changed':
      return `${who} changed the password in the settings.`
    case 'sessions_ended':
      return `${who} signed out everywhere else.`
    case 'password_set':
      return `${who} set a new password.`
    case 'password_link_made':
      return `${who} made a link for a new password.`
    case 'password_link_asked':
      return 'A link for a new password was asked for and sent by mail.'
    case 'password_link_used':
      return `${who} set a new password with a link.`
    case 'account_disabled':
      return `${who} disabled this account.`
    case 'account_enabled':
      return `${who} enabled this account.`
    case 'account_deleted':
      return `${who} deleted an account.`
    case 'account_changed':
      return `${who} changed ${changesOf(event)}.`
    case 'invited':
      return `${who} made an invitation.`
    case 'revoked':
      return `${who} revoked an invitation.`
    case 'cohort_created':
      return `${who} created a cohort.`
    case 'cohort_renamed':
      return `${who} renamed a cohort.`
    case 'cohort_archived':
      return `${who} archived a cohort.`
    case 'cohort_reopened':
      return `${who} reopened a cohort.`
    case 'analyst_moved':
      return event.actor?.isOwner
        ? `${who} moved an analyst to another cohort.`
        : `${who} moved this analyst to another cohort.`
    case 'member_removed':
      return event.actor?.isOwner
        ? `${who} removed somebody from a cohort, or left one.`
        : `${who} removed this person from a cohort.`
    case 'assignment_saved':
      return `${who} saved an assignment.`
    case 'assignment_deleted':
      return `${who} deleted an assignment.`
    case 'assignment_extended':
      return `${who} extended an assignment.`
    case 'flag_answered':
      return `${who} answered a flag.`
    case 'risk_snoozed':
      return `${who} snoozed an at-risk flag.`
    case 'risk_snooze_ended':
      return `${who} ended the snooze of an at-risk flag.`
    case 'exam_created':
      return `${who} created an exam.`
    case 'exam_closed':
      return `${who} closed an exam.`
    case 'exam_reopened':
      return `${who} reopened an exam.`
    case 'certificate_voided':
      return `${who} revoked a certificate.`
    case 'exam_appeal_made':
      return `${who} appealed an answer of an exam.`
    case 'exam_appeal_granted':
      return `${who} granted an appeal.`
    case 'exam_appeal_refused':
      return `${who} refused an appeal.`
    case 'exam_appeal_taken_back':
      return `${who} took back the decision on an appeal.`
    case 'course_published':
      return `${who} published a course.`
  }
}

function changesOf({ detail }: AccountEvent): string {
  const { name, nameBefore, email, emailBefore, role, roleBefore } = detail
  const parts = [
    ...(name ? [`the name from ${nameBefore} to ${name}`] : []),
    ...(email ? [`the address from ${emailBefore} to ${email}`] : []),
    ...(role ? [`the role from ${roleText(roleBefore)} to ${roleText(role)}`] : []),
  ]
  return parts.length === 0 ? 'this account' : parts.join(', ')
}

const roleText = (value: string | undefined): string => {
  const role = ROLES.find((each) => each === value)
  return role ? roleLabel[role] : 'another role'
}
