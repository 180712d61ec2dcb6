import { expect, test } from 'vitest'
import { download, fileWord } from '@/app/_http/download'

test('a file’s name is made of what every disk and header takes', () => {
  expect(fileWord('Autumn intake')).toBe('autumn-intake')
  expect(fileWord('Été "2026" / B\r\nX: y')).toBe('ete-2026-b-x-y')
  expect(fileWord('Осень')).toBe('cohort')
})

test('texts are sent as they come, and none is made that nobody fetches', async () => {
  const made: number[] = []
  let ended = false
  async function* texts() {
    try {
      for (let n = 1; n <= 100; n += 1) {
        made.push(n)
        yield `é${n}`
      }
    } finally {
      ended = true
    }
  }
  const response = download(texts(), { name: 'a.csv', type: 'text/csv' })
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="a.csv"')
  const reader = response.body?.getReader()
  const first = await reader?.read()
  expect(new TextDecoder().decode(first?.value)).toBe('é1')
  await reader?.cancel()
  expect(ended).toBe(true)
  expect(made.length).toBeLessThan(5)
})
