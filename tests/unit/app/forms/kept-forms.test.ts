import { expect, test } from 'vitest'
import { keptForms } from '@/app/_forms/kept-forms'
import { memoryStorage } from '@/tests/support/memory-storage'

const NOTE = [{ name: 'text', at: 0, value: 'A long note', checked: null }]
const NOW = Date.UTC(2026, 9, 1)
const HOUR_MS = 3_600_000

test('what was typed comes back once, for the same account and the same form', () => {
  const storage = memoryStorage()
  const forms = keptForms(() => storage)
  forms.keep('noor', '/cohorts/1 text 0', NOTE, NOW)
  expect(forms.take('noor', '/cohorts/2 text 0', NOW)).toBeNull()
  expect(forms.take('noor', '/cohorts/1 text 0', NOW)).toEqual(NOTE)
  expect(forms.take('noor', '/cohorts/1 text 0', NOW)).toBeNull()
})

test('another account in the same tab finds nothing, and deletes what was left', () => {
  const storage = memoryStorage()
  const forms = keptForms(() => storage)
  forms.keep('noor', 'note', NOTE, NOW)
  expect(forms.take('kim', 'note', NOW)).toBeNull()
  expect(storage.length).toBe(0)
})

test('the sign-in page on the way deletes nothing', () => {
  const storage = memoryStorage()
  const forms = keptForms(() => storage)
  forms.keep('noor', 'note', NOTE, NOW)
  forms.take('', 'sign-in', NOW)
  expect(forms.take('noor', 'note', NOW)).toEqual(NOTE)
})

test('after half a day, and once it is saved, nothing comes back', () => {
  const storage = memoryStorage()
  const forms = keptForms(() => storage)
  forms.keep('noor', 'note', NOTE, NOW)
  expect(forms.take('noor', 'note', NOW + 13 * HOUR_MS)).toBeNull()
  forms.keep('noor', 'note', NOTE, NOW)
  forms.drop('noor', 'note')
  expect(forms.take('noor', 'note', NOW)).toBeNull()
})

test('a browser that forbids or has no more storage keeps nothing, and nothing breaks', () => {
  const forbidden = keptForms(() => {
    throw new DOMException('', 'SecurityError')
  })
  const full = keptForms(() => ({
    ...memoryStorage(),
    setItem: () => {
      throw new DOMException('', 'QuotaExceededError')
    },
  }))
  for (const forms of [forbidden, full]) {
    forms.keep('noor', 'note', NOTE, NOW)
    forms.drop('noor', 'note')
    expect(forms.take('noor', 'note', NOW)).toBeNull()
  }
})
