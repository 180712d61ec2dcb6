import { expect, test } from 'vitest'
import { asStudyDay } from '@/lib/kernel/study-day'
import { type Day, digest } from '@/lib/reminder/digest'
import { html, plainText } from '@/lib/reminder/message'
import { type CohortWeek, weeklySummary } from '@/lib/reminder/weekly-summary'

const letterhead = { url: 'https://steppe.example', settingsPath: '/settings/reminders' }
const TODAY = asStudyDay(20_781)
const day = (over: Partial<Day> = {}): Day => ({
  today: TODAY,
  reviews: 34,
  fresh: 0,
  minutes: 9,
  assignments: [],
  replies: 0,
  ...over,
})
const cohort = (over: Partial<CohortWeek> = {}): CohortWeek => ({
  name: 'Autumn',
  path: '/cohorts/1',
  analysts: 12,
  active: 9,
  reviews: 1410,
  atRisk: [],
  openFlags: 0,
  passed: [],
  ...over,
})

test('a digest says how many, how long, what is due soon and what was answered', () => {
  const assignments = [
    { title: 'Later', dueDay: asStudyDay(TODAY + 8) },
    { title: 'Membership', dueDay: asStudyDay(TODAY + 1) },
    { title: 'Past', dueDay: asStudyDay(TODAY - 1) },
  ]
  const made = digest(day({ fresh: 12, assignments, replies: 1 }))
  expect(made?.subject).toBe('34 reviews due today')
  const text = made ? plainText(made, letterhead) : ''
  expect(text).toContain('34 reviews are due, and 12 new questions can be started: about 9 minutes')
  expect(text).toContain('- Membership: tomorrow, 25 November 2026')
  expect(text).not.toMatch(/Later|Past/)
  expect(text).toContain('1 question that you flagged has a new reply.')
  expect(text).toContain('https://steppe.example/review')
  expect(text).toContain('To stop: https://steppe.example/settings/reminders')
})

test('there is no digest when nothing is due', () => {
  expect(digest(day({ reviews: 0, fresh: 20, replies: 3 }))).toBeNull()
})

test('a summary names each cohort with who is at risk and why', () => {
  const atRisk = [{ name: 'Dov', reasons: ['120 reviews are overdue.', 'Their recall falls.'] }]
  const made = weeklySummary(asStudyDay(20_780), [
    cohort({ atRisk, openFlags: 2, passed: [{ name: 'Amina', exam: 'Sign-off' }] }),
    cohort({ name: 'Empty', analysts: 0 }),
  ])
  const text = made ? plainText(made, letterhead) : ''
  expect(made?.subject).toBe('Your cohort last week: 1 analyst at risk')
  expect(text).toContain('From 16 November 2026 to 22 November 2026.')
  expect(text).toContain('9 of 12 analysts studied, with 1,410 reviews in total. 2 open flags')
  expect(text).toContain('- Dov. 120 reviews are overdue. Their recall falls.')
  expect(text).toContain('- Amina: Sign-off')
  expect(text).not.toContain('Empty')
  expect(text).toContain('https://steppe.example/cohorts/1')
})

test('an instructor without analysts gets no summary', () => {
  expect(weeklySummary(TODAY, [cohort({ analysts: 0 })])).toBeNull()
})

test('what people typed is text in the HTML too', () => {
  const made = weeklySummary(TODAY, [cohort({ name: '<script>"&\'</script>' })])
  expect(made ? html(made, letterhead) : '').toContain(
    '&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;',
  )
})
