import { Button } from '@/app/_components/button'
import type { Counts } from '@/lib/review/queue'
import type { OutboxStatus } from '../_outbox/outbox'
import { SaveState } from './save-state'

type Props = { left: Counts; status: OutboxStatus; onStop: () => void; onKeys: () => void }

export function SessionHeader({ left, status, onStop, onKeys }: Props) {
  return (
    <header className="mb-4 flex flex-wrap items-center justify-between gap-x-5 gap-y-1 border-b border-rule pb-2">
      <h1 className="sr-only">Review</h1>
      <p className="text-sm text-ink-2 tabular-nums">
        <strong className="font-semibold text-ink">
          {left.learning + left.review + left.new} left
        </strong>
        {': '}
        {left.learning} learning, {left.review} review, {left.new} new
      </p>
      <div className="flex items-center gap-x-2 max-sm:w-full max-sm:justify-between">
        <SaveState status={status} />
        <Button kind="quiet" size="small" onClick={onKeys} className="max-sm:hidden">
          Keys
        </Button>
        <Button kind="quiet" size="small" onClick={onStop}>
          Stop
        </Button>
      </div>
    </header>
  )
}
