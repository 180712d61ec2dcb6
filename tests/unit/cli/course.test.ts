import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
let folder = ''
let broken = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steppe-course-'))
  broken = join(folder, 'broken')
  await cp(join(root, 'tests/fixtures/course'), broken, { recursive: true })
  const facts = join(broken, 'facts/growth.yaml')
  const text = await readFile(facts, 'utf8')
  await writeFile(facts, text.replace('tide-report#5', 'tide-report#50'))
})

afterAll(() => rm(folder, { recursive: true }))

function steppe(...args: readonly string[]) {
  const command = ['--conditions=react-server', '--import', 'tsx', 'lib/cli/main.ts', 'course']
  const run = spawnSync(process.execPath, [...command, ...args], { cwd: root, encoding: 'utf8' })
  return { code: run.status, out: run.stdout.trim(), err: run.stderr.trim() }
}

describe('steppe course', { timeout: 60_000 }, () => {
  test('check says that a sound course is sound', () => {
    const { code, out } = steppe('check', '--course', 'tests/fixtures/course')
    expect(code).toBe(0)
    expect(out).toContain(
      'The course is sound: 2 modules, 2 lessons, 10 questions, 7 facts, 2 sources.',
    )
    expect(out).toMatch(/^module +lessons +questions +flash +cloze/)
    expect(out).toMatch(/^growth +1 +\d+/m)
    expect(out).toMatch(/^Coverage: \d+ of 10 paragraphs: \d+ taught and tested/m)
  })

  test('check ends with 1 and names file and line of a fault, as text and as JSON', () => {
    const text = steppe('check', '--course', broken)
    expect(text.code).toBe(1)
    expect(text.out).toContain(`${broken}/facts/growth.yaml:29  paragraph-range  tide-report#50`)
    const json = steppe('check', '--json', '--course', broken)
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out)).toMatchObject({
      ok: false,
      faults: [{ file: 'facts/growth.yaml', line: 29, rule: 'paragraph-range' }],
    })
  })

  test('a missing folder or file is said in one sentence', () => {
    const check = steppe('check', '--course', join(folder, 'nowhere'))
    expect([check.code, check.err]).toEqual([
      1,
      `Cannot read the course folder ${join(folder, 'nowhere')}: there is no such file or folder.`,
    ])
    const verify = steppe('verify', '--sources', folder, '--course', 'tests/fixtures/course')
    expect([verify.code, verify.err]).toEqual([
      1,
      `Cannot read ${join(folder, 'sources.json')}: there is no such file or folder.`,
    ])
  })

  test('export writes a sound course and nothing of a faulty one', async () => {
    const file = join(folder, 'new/export.json')
    expect(steppe('export', file, '--course', 'tests/fixtures/course').code).toBe(0)
    expect(JSON.parse(await readFile(file, 'utf8'))).toHaveProperty('questions')
    const faulty = join(folder, 'faulty.json')
    const run = steppe('export', faulty, '--course', broken)
    expect(run.code).toBe(1)
    expect(run.err).toContain('growth.yaml:29')
    await expect(readFile(faulty)).rejects.toThrow('ENOENT')
  })

  test('coverage prints every paragraph', () => {
    const { code, out } = steppe('coverage', '--course', 'tests/fixtures/course')
    expect(code).toBe(0)
    expect(out).toContain('6 paragraphs: 5 covered, 1 left out')
    expect(out).toContain('¶4  open      Body')
  })
})
