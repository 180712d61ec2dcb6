import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { filesOf } from '../../../bin/support/checkout/bundle.mjs'

const base = mkdtempSync(join(tmpdir(), 'steppe-bundle-files-'))
afterAll(() => rmSync(base, { recursive: true }))

test('a bundle takes the examples of deploy, and never the keys that somebody filled in', () => {
  const there = ['docker/.env', 'docker/.env.production', 'docker/example.env', 'nginx/steppe.conf']
  for (const path of there.map((name) => join(base, 'deploy', name))) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, 'AUTH_SECRET=something')
  }
  expect(filesOf('deploy', base)).toEqual(['deploy/docker/example.env', 'deploy/nginx/steppe.conf'])
})
