import { isLeech } from '@/lib/memory/leech'
import type { Session } from '@/lib/review/session'

/** What the last action did that is easily overlooked, with the way back; nothing for a plain grade. */
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

function wordsOf({ done, cards, model }: Session): string | null {
  const last = done.at(-1)
  if (last === undefined) return null
  switch (last.what.kind) {
    case 'bury':
      return 'The last question is buried until tomorrow.'
    case 'suspend':
      return 'The last question is suspended.'
    case 'grade': {
      const now = cards[last.questionId]?.card
      if (!now?.suspended || last.before.card.suspended) return null
      const lapses = now.state.phase === 'new' ? 0 : now.state.lapses
      return isLeech(now.state, model.leech)
        ? `The last question is set aside: forgotten ${lapses} times. Instructors see it.`
        : null
    }
  }
}
