import { expect, test } from 'vitest'
import { PAGE_ROWS, paged } from '@/lib/table/paging'
import { upTo } from '../cohort/build'

test('a page has its rows, and a page beyond either end is the nearest one', () => {
  const all = upTo(2 * PAGE_ROWS + 1)
  expect(paged(all, 1)).toEqual({ rows: all.slice(0, PAGE_ROWS), page: 1, pages: 3 })
  expect(paged(all, 3)).toEqual({ rows: [2 * PAGE_ROWS], page: 3, pages: 3 })
  expect(paged(all, 9)).toEqual(paged(all, 3))
  expect(paged(all, -1)).toEqual(paged(all, 1))
})

test('rows that fill a page exactly need no second one', () => {
  expect(paged(upTo(PAGE_ROWS), 1).pages).toBe(1)
})

test('no rows are one empty page', () => {
  expect(paged([], 1)).toEqual({ rows: [], page: 1, pages: 1 })
})

test('without a page all rows come at once', () => {
  const all = upTo(3 * PAGE_ROWS)
  expect(paged(all, null)).toEqual({ rows: all, page: 1, pages: 1 })
})
