import { isSetAside } from '@/lib/memory/card/due'
import { isLeech } from '@/lib/memory/schedule/leech'
import type { Session } from '@/lib/review/session'

/**
 * Reports what the last action did where this is easily overlooked, and offers to undo it. Shows
 * nothing after a plain grade.
 */
export function LastDone({ session, onUndo }: { session: Session; onUndo: () => void }) {
  const words = wordsOf(session)
  if (words === null) return null
  return (
    <p className="mb-3 flex flex-wrap items-baseline gap-x-3 text-sm text-ink-2">
      <span>{words}</span>
      <button type="button" onClick={onUndo} className="link min-h-6 cursor-pointer font-semibold">
        Undo
      </button>
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
