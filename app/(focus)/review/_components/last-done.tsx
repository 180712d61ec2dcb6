import { Button } from '@/app/_components/button'
import { KeyHint } from '@/app/_study/session/key-hint'
import { useUndoChord } from '@/app/_study/session/use-undo-chord'
import { isSetAside } from '@/lib/memory/card/due'
import { isLeech } from '@/lib/memory/schedule/leech'
import { ariaKey } from '@/lib/review/keys'
import type { Session } from '@/lib/review/session'

/**
 * Reports what the last action did where this is easily overlooked. The header above undoes it. Shows
 * nothing after a plain grade.
 */
export function LastDone({ session }: { session: Session }) {
  const words = wordsOf(session)
  return words === null ? null : <p className="mb-3 text-sm text-ink-2">{words}</p>
}

function wordsOf({ done, cards, model, today }: Session): string | null {
  const last = done.at(-1)
  if (last === undefined) return null
  const card = cards[last.questionId]?.card
  // The action was undone meanwhile, here or on another device.
  if (card === undefined || !isSetAside(card, today)) return null
  switch (last.what.kind) {
    case 'bury':
      return 'The last question is buried until tomorrow.'
    case 'suspend':
      return 'The last question is suspended.'
    case 'grade': {
      if (last.before.card.suspended) return null
      const lapses = card.state.phase === 'new' ? 0 : card.state.lapses
      return isLeech(card.state, model.leech)
        ? `The last question is set aside because you have forgotten it ${lapses} times. Your instructors can see this.`
        : null
    }
  }
}

type UndoProps = { undoKey: string | null; onUndo: () => void; isOnTop: boolean }

/** The button, and Ctrl+Z while no dialog is above it. Loaded once there is something to undo. */
export function UndoControl({ undoKey, onUndo, isOnTop }: UndoProps) {
  useUndoChord(isOnTop ? onUndo : null)
  return (
    <Button
      kind="quiet"
      size="small"
      aria-keyshortcuts={`${ariaKey(undoKey) ?? ''} Control+Z`.trim()}
      onClick={onUndo}
    >
      Undo <KeyHint of={undoKey} />
    </Button>
  )
}
