import { requireViewer } from '@/lib/auth/scopes'
import { UNDO_OFFERED_MS } from '@/lib/server/undo-note'
import { toldUndo } from './undo-cookie'
import { UndoNotice } from './undo-notice'

/**
 * Where a page says what was just done, and offers to undo it. It is always there, so that a screen
 * reader hears what comes into it.
 */
export async function UndoPlace() {
  const { scope } = await requireViewer()
  const told = await toldUndo(scope.user.id, { now: Date.now(), longestMs: UNDO_OFFERED_MS })
  return (
    <div role="status">
      {told === null ? null : (
        <UndoNotice
          key={told.at}
          said={told.said}
          canUndo={told.undo !== null}
          shownMs={UNDO_OFFERED_MS}
        />
      )}
    </div>
  )
}
