import { roleLabel } from '@/app/_shell/role-label'
import { AUDIT_WORDS } from '@/lib/audit/audit-words'
import { ROLES } from '@/lib/kernel/role'
import type { AccountEvent } from '@/lib/server/people/load-account'

/** One sentence about an event on the page of the account that it concerns. */
export function eventText(event: AccountEvent): string {
  const who = event.actor?.name ?? 'The command line'
  const isOwner = event.actor?.isOwner === true
  switch (event.kind) {
    case 'user_created':
      return `${who} created this account.`
    case 'password_changed':
      return `${who} changed the password in the settings.`
    case 'sessions_ended':
      return `${who} signed out everywhere else.`
    case 'password_link_asked':
      return 'A link for a new password was asked for and sent by mail.'
    case 'session_ended':
      return `${who} ended a sign-in session.`
    case 'second_factor_added':
      return `${who} set up a second factor.`
    case 'second_factor_removed':
      return `${who} removed the second factor.`
    case 'second_factor_rule_changed':
      return `${who} changed which roles need a second factor.`
    case 'recovery_code_used':
      return `${who} signed in with a recovery code.`
    case 'account_disabled':
      return `${who} disabled this account.`
    case 'account_enabled':
      return `${who} enabled this account.`
    case 'account_changed':
      return `${who} changed ${changesOf(event)}.`
    case 'sign_in_refused':
      return 'A sign-in to this account was refused.'
    case 'attempts_refused':
      return 'There were too many attempts for this account, so further ones were refused for a while.'
    case 'exam_graded':
      return 'An exam was graded.'
    case 'analyst_moved':
      return isOwner
        ? `${who} moved an analyst to another cohort.`
        : `${who} moved this analyst to another cohort.`
    case 'member_removed':
      return isOwner
        ? `${who} removed somebody from a cohort, or left one.`
        : `${who} removed this person from a cohort.`
    default:
      return `${who} ${AUDIT_WORDS[event.kind]}.`
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
