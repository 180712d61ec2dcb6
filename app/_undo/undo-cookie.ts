import 'server-only'
import { ownCookie, setOwnCookie } from '@/lib/auth/visitor'
import type { UserId } from '@/lib/kernel/ids'
import { readUndoNote, UNDO_TAKEN_MS, type UndoNote, undoNote } from '@/lib/server/undo-note'

const secret = (): string => process.env.AUTH_SECRET ?? ''

/** Says on the next page what was done, with a button that undoes it. For actions. */
export const tellUndo = (by: UserId, told: UndoNote): Promise<void> =>
  setOwnCookie('undo', undoNote(by, told, secret()), UNDO_TAKEN_MS / 1000)

export const toldUndo = async (
  by: UserId,
  { now, longestMs }: { readonly now: number; readonly longestMs: number },
): Promise<UndoNote | null> =>
  readUndoNote(await ownCookie('undo'), { by, now, longestMs, secret: secret() })
