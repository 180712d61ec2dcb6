import type { Metadata } from 'next'
import { PageHeader } from '@/app/_components/page-header'
import { formatDate } from '@/app/_format/format-date'
import { SetUpForms } from '@/app/_second-factor/set-up-forms'
import { requireLearner } from '@/lib/auth/scopes'
import { count } from '@/lib/kernel/count'
import { secondFactorOf } from '@/lib/server/people/second-factor'
import { RemoveForm } from './_components/remove-form'
import { begin, confirm } from './actions'

export const metadata: Metadata = { title: 'Second factor' }

export default async function SecondFactorPage() {
  const scope = await requireLearner('/settings/second-factor')
  const factor = await secondFactorOf(scope)
  return (
    <>
      <PageHeader
        title="Second factor"
        lead="With it, signing in needs your password and a code of an app on your phone."
      />
      <div className="max-w-measure">
        {factor ? (
          <>
            <p className="mb-6 text-sm text-ink-2">
              It is on since {formatDate(factor.since, scope.user.clock.zone)}.{' '}
              {count(factor.codesLeft, 'recovery code is', 'recovery codes are')} left. For new
              ones, remove the second factor and set it up again.
            </p>
            <RemoveForm />
          </>
        ) : (
          <SetUpForms begin={begin} confirm={confirm} asksPassword next="/settings" />
        )}
      </div>
    </>
  )
}
