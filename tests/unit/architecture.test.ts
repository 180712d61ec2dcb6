import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const checkout = process.cwd()

/** One wrong import of each kind: the file that has it, what it imports, and the rule it breaks. */
const WRONG: readonly (readonly [file: string, imported: string, rule: string])[] = [
  ['lib/kernel/clock.ts', 'lib/memory/card/card', 'kernel-imports'],
  ['lib/server/study/load-today.ts', 'lib/server/cohort/cohort-scene', 'server-room-study-imports'],
  ['lib/server/scope.ts', 'lib/server/study/load-today', 'server-ground-imports'],
  ['lib/server/mail/letters.ts', 'lib/kernel/brand', 'server-room-not-in-table'],
  ['lib/server/study/load-cram.ts', 'lib/server/whole-scope', 'whole-scope-is-not-for-requests'],
  ['app/today/page.ts', 'lib/db/users', 'app-imports'],
  ['app/today/actions.ts', 'app/course/_components/deck', 'private-app/course/_components'],
  ['app/course/page.ts', 'tests/support/scene', 'nobody-imports-folders-outside-the-house'],
  ['lib/course/look-up.ts', 'lib/kinds/grade', 'course-knows-kinds-by-their-types'],
  ['lib/kinds/choice/types.ts', 'lib/course/look-up', 'types-of-kinds-stand-on-the-kernel'],
  ['lib/review/queue.ts', 'lib/kinds/files', 'no-schemas-in-browsers'],
  ['lib/misc/helpers.ts', 'lib/kernel/brand', 'lib-folder-not-in-table'],
  ['lib/review/now.ts', 'node:fs', 'pure-folders-touch-nothing-outside'],
  ['lib/exam/first.ts', 'lib/exam/second', 'no-circles'],
  ['bin/tool.mjs', 'lib/kernel/brand', 'bin-imports'],
  ['bin/support/process/lock.mjs', 'bin/support/checkout/build.mjs', 'bin-room-process-imports'],
  ['bin/support/server/serve.mjs', 'bin/support/postgres/claim.mjs', 'supervisor-has-one-door'],
]

let tree: string
beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'steppe-architecture-'))
  for (const name of ['architecture.cjs', 'tsconfig.json', 'node_modules']) {
    symlinkSync(join(checkout, name), join(tree, name))
  }
  const imports = new Map<string, string[]>([['lib/exam/second', ['lib/exam/first']]])
  for (const [file, imported] of WRONG) {
    imports.set(file, [imported])
    if (!imported.startsWith('node:') && !imports.has(imported)) imports.set(imported, [])
  }
  for (const [file, targets] of imports) {
    const path = join(tree, /\.m?ts$|\.mjs$/.test(file) ? file : `${file}.ts`)
    mkdirSync(dirname(path), { recursive: true })
    const lines = targets.map((target) => `import '${specifier(dirname(path), target)}'\n`)
    writeFileSync(path, `${lines.join('')}export {}\n`, { flag: 'a' })
  }
})
afterAll(() => rmSync(tree, { recursive: true }))

const specifier = (from: string, target: string): string =>
  target.startsWith('node:') ? target : `./${relative(from, join(tree, target))}`

test('a wrong import of each kind breaks the rule that is meant for it', () => {
  const broken = cruise()
  const missed = WRONG.filter(([file, , rule]) => !broken.has(`${rule} ${file}`))
  expect(missed).toEqual([])
})

/** `RULE FILE` for each violation. */
function cruise(): ReadonlySet<string> {
  const program = join(checkout, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [program, '--config', 'architecture.cjs', '-T', 'json', 'app', 'lib', 'bin']
  const report: { summary: { violations: { rule: { name: string }; from: string }[] } } =
    JSON.parse(execFileSync(process.execPath, args, { cwd: tree, encoding: 'utf8' }))
  return new Set(report.summary.violations.map(({ rule, from }) => `${rule.name} ${from}`))
}
