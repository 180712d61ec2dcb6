import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { registerServer } from '../../../bin/support/checkout/checkout-state.mjs'
import { root } from '../../../bin/support/paths.mjs'

test('a server replaces the note of a killed one that had its process id', () => {
  const note = join(root, '.steppe-servers', `${process.pid}.json`)
  mkdirSync(join(root, '.steppe-servers'), { recursive: true })
  writeFileSync(note, JSON.stringify({ pid: process.pid, startedAt: null, key: 'old', url: 'old' }))

  const server = registerServer({ url: 'http://localhost:3000' })
  const { url } = JSON.parse(readFileSync(note, 'utf8'))
  server.release()

  expect(url).toBe('http://localhost:3000')
  expect(existsSync(note)).toBe(false)
})
