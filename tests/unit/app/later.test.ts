import { createElement, Suspense } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { later } from '@/app/_study/later'

const Answer = ({ text }: { text: string }) => createElement('p', null, text)

const shown = (part: ReturnType<typeof later<{ text: string }>>) =>
  renderToStaticMarkup(
    createElement(Suspense, { fallback: 'waits' }, createElement(part.Part, { text: 'Astana' })),
  )

test('a part whose code was loaded is shown at once, without a moment of nothing', async () => {
  const part = later(async () => Answer)
  await part.load()
  expect(shown(part)).toBe('<p>Astana</p>')
})

test('a part whose code is not there waits for it', () => {
  const from = vi.fn(async () => Answer)
  expect(shown(later(from))).toContain('waits')
  expect(from).toHaveBeenCalledOnce()
})
