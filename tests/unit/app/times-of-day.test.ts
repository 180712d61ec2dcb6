import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))

test('a time of day is written in one place, which names its zone', () => {
  const files = ['app', 'lib']
    .flatMap((folder) =>
      readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' }).map(
        (file) => `${folder}/${file}`,
      ),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/^(lib\/db\/generated|app\/_format)\//.test(file))
  const own = files.filter((file) =>
    /hour: '|timeStyle|toLocaleTimeString|toLocaleString\(\[?'en-GB'?\]?, \{[^}]*(hour|time)/.test(
      readFileSync(`${root}/${file}`, 'utf8'),
    ),
  )
  expect(own).toEqual([])
  expect(files.length).toBeGreaterThan(500)
})
