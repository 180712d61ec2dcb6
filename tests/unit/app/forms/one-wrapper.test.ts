import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Every source file of the interface, with its text. */
const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join('app', name), 'utf8') }))

const serverActions = new Set(
  files
    .filter(({ text }) => text.startsWith("'use server'"))
    .flatMap(({ text }) =>
      [...text.matchAll(/export async function (\w+)/g)].map(([, name]) => name),
    ),
)

const where = (found: (file: (typeof files)[number]) => boolean): string[] =>
  files.filter(found).map(({ name }) => name)

test('requests are sent only by app/_http, so that each has a time-out and says why it failed', () => {
  const others = where(
    ({ name, text }) =>
      !name.startsWith('_http/') && /(?<![\w.])fetch\(|XMLHttpRequest|sendBeacon/.test(text),
  )
  expect(others).toEqual([])
})

test('forms with a server action are all an ActionForm, so that a failure leaves what was typed', () => {
  const others = where(
    ({ name, text }) =>
      name !== '_components/action-form.tsx' &&
      (/useActionState|useFormState|formAction/.test(text) || /<form[^>]*\baction=\{/.test(text)),
  )
  expect(others).toEqual([])
})

test('no component calls a server action by itself', () => {
  expect(serverActions.size).toBeGreaterThan(20)
  const calls = files.flatMap(({ name, text }) =>
    text.startsWith("'use server'")
      ? []
      : [...serverActions]
          .filter((action) => {
            const isImported = new RegExp(
              `import [^;]*\\b${action}\\b[^;]*from '[^']*(actions|sign-out)'`,
            )
            return isImported.test(text) && new RegExp(`\\b${action}\\(`).test(text)
          })
          .map((action) => `${name}: ${action}()`),
  )
  expect(calls).toEqual([])
})
