import { expect, test } from 'vitest'
import { windowText } from '@/app/(app)/cohorts/[id]/exams/_components/window-text'

const at = (iso: string) => Date.parse(iso)
const now = at('2026-11-29T10:00:00Z')
const almatyDay = {
  opensAt: at('2026-12-01T00:00:00+05:00'),
  closesAt: at('2026-12-06T00:00:00+05:00'),
}

test.each([
  [
    'whole days, in the zone in which they are days',
    almatyDay,
    'Asia/Almaty',
    'Open from 1 December 2026 (Almaty, UTC+5) to the end of 5 December 2026 (Almaty, UTC+5)',
  ],
  [
    'times of day, in the zone of another reader',
    almatyDay,
    'Europe/Berlin',
    'Open from 30 November 2026, 20:00 (Berlin, UTC+1) to 5 December 2026, 20:00 (Berlin, UTC+1)',
  ],
  [
    'the last day',
    { ...almatyDay, opensAt: null },
    'Asia/Almaty',
    'Open until the end of 5 December 2026 (Almaty, UTC+5)',
  ],
  [
    'the first day',
    { ...almatyDay, closesAt: null },
    'UTC',
    'Opens on 30 November 2026, 19:00 (UTC)',
  ],
  [
    'what is over',
    { opensAt: null, closesAt: at('2026-11-29T00:00:00Z') },
    'UTC',
    'Closed since 29 November 2026 (UTC)',
  ],
  ['no limit', { opensAt: null, closesAt: null }, 'UTC', 'Open now'],
])('a window is told as %s', (_, window, zone, text) => {
  expect(windowText(window, now, zone)).toBe(text)
})
