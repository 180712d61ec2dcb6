import { LinkButton } from '@/app/_components/link-button'
import { count } from '@/lib/kernel/count'
import { MINUTE_MS } from '@/lib/kernel/duration'
import type { TodayView } from '@/lib/review/view/today'
import { StartLink } from './start-link'

/**
 * What a review session would contain now, and the link that starts it. The link has the focus if it is
 * the `first` thing to do.
 */
export function Waiting({ today, first }: { today: TodayView; first: boolean }) {
  const { learning, review, new: fresh } = today.counts
  const parts = [
    { count: review, text: 'to review' },
    { count: learning, text: 'in learning' },
    { count: fresh, text: 'new' },
  ].filter((part) => part.count > 0)
  const words = today.doneToday.reviews > 0 ? 'Continue' : 'Start'
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-6">
      <div>
        <h1 className="text-3xl">{count(learning + review + fresh, 'question')} to answer</h1>
        <p className="mt-3 font-serif text-lg text-ink-2">
          {parts.map((part) => `${part.count} ${part.text}`).join(', ')}. About{' '}
          {count(today.estimatedMinutes, 'minute')}.
        </p>
        <DoneToday done={today.doneToday} />
      </div>
      {first ? (
        <StartLink href="/review">{words}</StartLink>
      ) : (
        <LinkButton href="/review" kind="secondary">
          {words}
        </LinkButton>
      )}
    </div>
  )
}

export function DoneToday({ done }: { done: TodayView['doneToday'] }) {
  if (done.reviews === 0) return null
  const minutes = Math.max(1, Math.round(done.durationMs / MINUTE_MS))
  return (
    <p className="mt-1 text-sm text-ink-2">
      Done today: {count(done.reviews, 'answer')} in {count(minutes, 'minute')}.
    </p>
  )
}
