import { expect, test } from 'vitest'
import { backupWarnings } from '@/lib/backup/warnings'
import { DAY_MS } from '@/lib/kernel/duration'

const NOW = Date.UTC(2026, 10, 29, 12)
const WELL = {
  now: NOW,
  settings: 'on',
  newestGood: NOW - DAY_MS / 2,
  everTried: true,
  failed: null,
  trialFailed: null,
} as const
const kinds = (over: Partial<Parameters<typeof backupWarnings>[0]>) =>
  backupWarnings({ ...WELL, ...over }).map(({ kind }) => kind)

test('nothing is said when a good backup is young and one was restored for trial', () => {
  expect(kinds({})).toEqual([])
})

test('what is missing, old or failed is said, the most urgent first', () => {
  expect(kinds({ newestGood: null, everTried: false, settings: 'off' })).toEqual([
    'none',
    'not-scheduled',
  ])
  expect(kinds({ newestGood: NOW - 3 * DAY_MS })).toEqual(['old'])
  expect(kinds({ everTried: false })).toEqual(['never-tried'])
  const failure = { at: NOW, why: 'The disk is full.' }
  expect(kinds({ failed: failure, trialFailed: failure })).toEqual(['failed', 'trial-failed'])
  expect(kinds({ settings: { wrong: 'It is no time.' } })).toEqual(['wrong-settings'])
})
