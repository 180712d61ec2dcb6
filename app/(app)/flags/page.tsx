import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { SendWhenShown } from '@/app/_components/send-when-shown'
import { Tag } from '@/app/_components/tag'
import { formatDate } from '@/app/_format/format-date'
import { requireLearner } from '@/lib/auth/scopes'
import { keyMapOf } from '@/lib/review/keys'
import { loadOwnFlags, type OwnFlag } from '@/lib/server/study/load-own-flags'
import { noteSeen } from './actions'

export const metadata: Metadata = { title: 'Flags' }

export default async function FlagsPage() {
  const scope = await requireLearner('/flags')
  const { flag: flagKey } = keyMapOf(scope.user.settings.keys)
  const flags = await loadOwnFlags(scope)
  const unseen = flags.flatMap(({ fresh, repliedAt }) => (fresh ? (repliedAt ?? []) : []))
  const hint = `During a review, ${flagKey === null ? 'use the menu “More”' : `press ${flagKey}`} to flag the question and say what is wrong with it.`
  return (
    <>
      <PageHeader
        title="Flags"
        lead="Questions you flagged during reviews, and the replies of your instructors."
      />
      {unseen.length === 0 ? null : (
        <SendWhenShown action={noteSeen}>
          <input type="hidden" name="until" value={Math.max(...unseen)} />
        </SendWhenShown>
      )}
      {flags.length === 0 ? (
        <EmptyState>No flags yet. {hint}</EmptyState>
      ) : (
        <>
          <ul className="divide-y divide-rule border-y border-rule">
            {flags.map((flag) => (
              <li key={flag.id} className="py-5">
                <OneFlag flag={flag} zone={scope.user.clock.zone} />
              </li>
            ))}
          </ul>
          <p className="mt-6 text-sm text-ink-2">{hint}</p>
        </>
      )}
    </>
  )
}

function OneFlag({ flag, zone }: { flag: OwnFlag; zone: string }) {
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm text-ink-2">
        {formatDate(flag.raisedAt, zone)}
        <Tag tone={flag.solvedAt === null ? 'plain' : 'good'}>
          {flag.solvedAt === null ? 'open' : 'solved'}
        </Tag>
        {flag.fresh ? <Tag tone="accent">new reply</Tag> : null}
      </p>
      <p className="mt-1 max-w-measure">
        {flag.prompt === null ? (
          'This question is no longer in the course'
        ) : (
          <Link className="link" href={`/questions/${flag.questionId}`}>
            {flag.prompt}
          </Link>
        )}
      </p>
      <p className="mt-2 max-w-measure font-serif text-lg wrap-break-word whitespace-pre-line">
        {flag.comment}
      </p>
      {flag.reply === null ? null : (
        <div className="mt-3 max-w-measure border-l-2 border-accent pl-4">
          <p className="wrap-break-word whitespace-pre-line">{flag.reply}</p>
          <p className="mt-1 text-label text-ink-2">
            {flag.repliedBy}
            {flag.repliedAt === null ? '' : `, ${formatDate(flag.repliedAt, zone)}`}
          </p>
        </div>
      )}
      {flag.mendedBy === null ? null : (
        <p className="mt-2 text-sm text-ink-2">
          Corrected in revision {flag.mendedBy}
          {flag.change === null ? '' : `: ${flag.change}`}
        </p>
      )}
    </>
  )
}
