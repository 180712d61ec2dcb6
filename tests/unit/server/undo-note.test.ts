import { expect, test } from 'vitest'
import { asCohortId, asUserId } from '@/lib/kernel/ids'
import { readUndoNote, UNDO_TAKEN_MS, undoNote } from '@/lib/server/undo-note'

const ids = ['0', '1', '2'].map((n) => `01890000-0000-7000-8000-00000000000${n}`)
const [own = '', other = '', cohort = ''] = ids
const secret = 'a secret of this installation'
const member = { userId: asUserId(other), role: 'learner', joinedAt: 5 } as const
const undo = { kind: 'removed', cohort: asCohortId(cohort), member } as const
const told = { at: 1000, said: 'Kim is removed.', undo }
const value = undoNote(asUserId(own), told, secret)
const asked = { by: asUserId(own), now: 1000, longestMs: UNDO_TAKEN_MS, secret }

test('an undo is read by who acted, for a minute', () => {
  expect(readUndoNote(value, asked)).toEqual(told)
  expect(readUndoNote(value, { ...asked, now: 1000 + UNDO_TAKEN_MS })).toEqual(told)
  expect(readUndoNote(value, { ...asked, now: 1001 + UNDO_TAKEN_MS })).toBeNull()
})

test('an undo of somebody else, or one that was not made here, is none', () => {
  expect(readUndoNote(value, { ...asked, by: asUserId(other) })).toBeNull()
  expect(readUndoNote(undoNote(asUserId(own), told, 'another secret'), asked)).toBeNull()
  expect(readUndoNote(`${value}x`, asked)).toBeNull()
  expect(readUndoNote(null, asked)).toBeNull()
})

test('an undo of an act on several analysts fits into a cookie, however many they were', () => {
  const several = { kind: 'several', cohort: asCohortId(cohort), act: other } as const
  const said = 'The due date of 2,000 analysts is moved to 31 Jan 2030.'
  const note = undoNote(asUserId(own), { at: 1000, said, undo: several }, secret)
  expect(readUndoNote(note, asked)?.undo).toEqual(several)
  expect(note.length).toBeLessThan(1000)
})
