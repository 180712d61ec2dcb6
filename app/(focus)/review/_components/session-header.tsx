import { Suspense } from 'react'
import { Button } from '@/app/_components/button'
import type { Outbox } from '@/app/_study/outbox/outbox'
import { KeyHint } from '@/app/_study/session/key-hint'
import { SaveState } from '@/app/_study/session/save-state'
import { MINUTE_MS } from '@/lib/kernel/duration'
import { ariaKey } from '@/lib/review/keys'
import type { Counts } from '@/lib/review/queue'
import type { Session } from '@/lib/review/session'
import { undoControl } from './last-done-later'

type Props = {
  session: Session
  left: Counts
  outbox: Outbox | null
  undoKey: string | null
  /** Null when there is nothing to undo. */
  onUndo: (() => void) | null
  /** No dialog is above it. */
  isOnTop: boolean
  onStop: () => void
  helpKey: string | null
  onKeys: () => void
}

/** How many cards are left, how long the session has taken, and whether all answers are saved. */
export function SessionHeader(props: Props) {
  const { session, left, outbox, undoKey, onUndo, isOnTop, onStop, helpKey, onKeys } = props
  const isCram = session.context === 'cram'
  const total = left.learning + left.review + left.new
  const answered = session.done.filter(({ what }) => what.kind === 'grade').length
  const spentMs = session.done.reduce((sum, { durationMs }) => sum + durationMs, 0)
  return (
    <header className="mb-4">
      <h1 className="sr-only">{isCram ? 'Cram' : 'Review'}</h1>
      <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-1 pb-2">
        <p className="text-sm text-ink-2 tabular-nums">
          <strong className="font-semibold text-ink">{total} left</strong>
          {isCram
            ? ' (cram; your schedule does not change)'
            : `: ${left.learning} learning, ${left.review} review, ${left.new} new`}
          {spentMs >= MINUTE_MS ? `, ${Math.round(spentMs / MINUTE_MS)} min` : ''}
        </p>
        <div className="flex items-center gap-x-2 max-sm:w-full max-sm:justify-between">
          {isCram ? null : <SaveState outbox={outbox} />}
          {onUndo === null ? null : (
            <Suspense>
              <undoControl.Part undoKey={undoKey} onUndo={onUndo} isOnTop={isOnTop} />
            </Suspense>
          )}
          <Button
            kind="quiet"
            size="small"
            aria-keyshortcuts={ariaKey(helpKey)}
            onClick={onKeys}
            className="max-sm:hidden"
          >
            Keys <KeyHint of={helpKey} />
          </Button>
          <Button kind="quiet" size="small" onClick={onStop}>
            Stop
          </Button>
        </div>
      </div>
      <progress
        className="session-progress"
        value={answered}
        max={Math.max(1, answered + total)}
        aria-label={`${answered} answered, ${total} left`}
      />
    </header>
  )
}
