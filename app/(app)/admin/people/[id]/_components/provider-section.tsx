import { formatDate, formatLastSeen } from '@/app/_format/format-date'
import type { UserId } from '@/lib/kernel/ids'
import type { DayClock } from '@/lib/kernel/study-day'
import type { SignInWays } from '@/lib/server/people/sign-in-ways'
import { LinkIdentityForm, UnlinkIdentityForm } from './provider-forms'

type Props = { userId: UserId; ways: SignInWays; now: number; clock: DayClock }

/** Who this person is at the sign-in provider. Nothing where there is none. */
export function ProviderSection({ userId, ways: { provider, hasPassword }, now, clock }: Props) {
  if (!provider) return null
  const { name, linked } = provider
  return (
    <div className="mt-8">
      {linked ? (
        <>
          <p className="text-sm text-ink-2 wrap-anywhere">
            Linked to {name} since {formatDate(linked.since, clock.zone)}, last used{' '}
            {formatLastSeen(linked.lastUsedAt, now, clock)}. The identifier there is{' '}
            <span className="font-mono">{linked.subject}</span>
            {linked.email === null ? '' : ` (${linked.email})`}.
          </p>
          {hasPassword ? (
            <UnlinkIdentityForm userId={userId} name={name} />
          ) : (
            <p className="mt-3 text-sm text-ink-2">
              This account has no password. Before the link can be ended, make a link for a new
              password.
            </p>
          )}
        </>
      ) : (
        <LinkIdentityForm userId={userId} name={name} />
      )}
    </div>
  )
}
