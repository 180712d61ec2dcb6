import { count } from '@/lib/kernel/count'
import type { AccountState } from '@/lib/server/people/load-account'
import { AccessForm } from './access-form'
import { OnlyAdmin } from './only-admin'

/** Disables or enables an account, and says before what will happen. */
export function AccessSection({ account }: { account: AccountState }) {
  const { userId, disabled, isLastAdmin } = account
  if (isLastAdmin) return <OnlyAdmin account={account} cannotBe="disabled" />
  const lines = disabled ? ENABLING : disabling(account)
  return (
    <>
      <ul className="mb-5 list-disc space-y-1.5 pl-5 text-sm text-ink-2">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <AccessForm userId={userId} disabled={disabled} />
    </>
  )
}

const ENABLING = [
  'The person can sign in again, with the same password as before.',
  'Reminders and the calendar go on, and the person counts in the figures of their cohorts again.',
]

function disabling({ isViewer, sessions, openInvitations, instructs }: AccountState): string[] {
  const alone = instructs.filter(({ hasOther }) => !hasOther).map(({ name }) => `“${name}”`)
  return [
    ...(isViewer
      ? [
          'This is your own account: you are signed out at once, and only another administrator or the command line can enable it again.',
        ]
      : []),
    sessions === 0
      ? 'Nobody can sign in to this account until it is enabled again.'
      : `Its ${count(sessions, 'sign-in session ends', 'sign-in sessions end')} at once, and nobody can sign in to it until it is enabled again.`,
    'Reminders, the calendar address and a link for a new password stop working.',
    'Answers, schedule and certificates are kept. Figures of cohorts leave the person out.',
    ...(openInvitations > 0
      ? [
          `${count(openInvitations, 'open invitation link that they made is', 'open invitation links that they made are')} revoked.`,
        ]
      : []),
    ...(alone.length > 0
      ? [`No other instructor who can sign in remains for ${alone.join(', ')}.`]
      : []),
  ]
}
