import { createElement, Suspense } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { later } from '@/app/_study/later'

const Answer = ({ text }: { text: string }) => createElement('p', null, text)

const shown = (part: ReturnType<typeof later<{ text: string }>>) =>
  renderToStaticMarkup(
    createElement(Suspense, { fallback: 'waits' }, createElement(part.Part, { text: 'Astana' })),
  )

const inBrowser = () => vi.stubGlobal('window', {})
afterEach(() => void vi.unstubAllGlobals())

test('a part whose code was loaded is shown at once, without a moment of nothing', async () => {
  inBrowser()
  const part = later(async () => Answer)
  await part.load()
  expect(shown(part)).toBe('<p>Astana</p>')
})

test('a browser loads the code of a part when it is first shown, and waits for it', () => {
  inBrowser()
  const from = vi.fn(async () => Answer)
  const part = later(from)
  expect(from).not.toHaveBeenCalled()
  expect(shown(part)).toContain('waits')
  expect(from).toHaveBeenCalledOnce()
})

test('a server has the code before anybody asks for a page', async () => {
  const part = later(async () => Answer)
  await new Promise(setImmediate)
  expect(shown(part)).toBe('<p>Astana</p>')
})
