import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const sources = ['app', 'lib'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('generated'))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
)

test('only lib/account judges addresses: no schema, regular expression or browser does beside it', () => {
  const others = sources
    .filter(({ path }) => !path.startsWith(join('lib', 'account')))
    .filter(({ text }) =>
      /z\.email\(|\.email\(\)|type="email"|(?:email|address|answer)(?:\.trim\(\))?\.toLowerCase\(\)/i.test(
        text,
      ),
    )
    .map(({ path }) => path)
  expect(others).toEqual([])
})
