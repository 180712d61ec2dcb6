import { KeyHint } from '@/app/_study/session/key-hint'
import { isSetAside } from '@/lib/memory/card/due'
import { isLeech } from '@/lib/memory/schedule/leech'
import { ariaKey } from '@/lib/review/keys'
import type { Session } from '@/lib/review/session'

type Props = { session: Session; undoKey: string | null; onUndo: () => void }

/**
 * Reports what the last action did where this is easily overlooked, and offers to undo it. Shows
 * nothing after a plain grade.
 */
export function LastDone({ session, undoKey, onUndo }: Props) {
  const words = wordsOf(session)
  if (words === null) return null
  return (
    <p className="mb-3 flex flex-wrap items-baseline gap-x-3 text-sm text-ink-2">
      <span>{words}</span>
      <button
        type="button"
        aria-keyshortcuts={ariaKey(undoKey)}
        onClick={onUndo}
        className="link min-h-6 cursor-pointer font-semibold"
      >
        Undo
      </button>
      <KeyHint of={undoKey} />
    </p>
  )
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
