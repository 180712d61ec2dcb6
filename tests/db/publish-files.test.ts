import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InputFile } from '@/lib/compiler/draft'
import { readCourse } from '@/lib/compiler/read'
import { database } from '@/lib/db/connection/client'
import { findFiles, listVersions } from '@/lib/db/course/course-versions'
import { describeDifference, describeVersions } from '@/lib/server/course/describe-versions'
import { exportFiles } from '@/lib/server/course/export-files'
import { loadVersion, loadVersions } from '@/lib/server/course/load-versions'
import { publishCourse } from '@/lib/server/course/publish-course'
import { publishFiles } from '@/lib/server/course/publish-files'
import { publishAgain, publishFolder } from '@/lib/server/course/publish-folder'
import { requireCourse } from '@/lib/server/current-course'
import type { InstructorScope } from '@/lib/server/scope'
import { wholeScope } from '@/lib/server/whole-scope'
import { edit } from '../support/course-fixture'
import { FIXTURE_COURSE, instructing, NOON, openScene, somebody } from '../support/scene'

const whole = wholeScope()
const scratch = mkdtempSync(join(tmpdir(), 'steppe-publish-'))
/** The folder that every start looks at. */
const served = join(scratch, 'served')
let scene: { close: () => Promise<void> }
let instructor: InstructorScope
beforeAll(async () => {
  cpSync(FIXTURE_COURSE, served, { recursive: true })
  scene = await openScene(served)
  instructor = await instructing(await somebody('instructor'))
})
afterAll(async () => {
  await scene.close()
  rmSync(scratch, { recursive: true })
})

const start = () => publishCourse(whole, { folder: served, compiled: null, now: NOON })
const newest = async () => {
  const [version] = await listVersions()
  if (!version) throw new Error('Nothing is published')
  return version
}

let changes = 0
/** The files with one sentence of a lesson changed, which needs no revision. */
function changed(files: readonly InputFile[]): readonly InputFile[] {
  changes += 1
  return files.map(({ path, text }) =>
    path === 'lessons/rivals/lean-years.md'
      ? { path, text: `${text.trimEnd()} Change ${changes}.\n` }
      : { path, text },
  )
}

function write(folder: string, files: readonly InputFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const inBrowser = async (files: readonly InputFile[], expectedVersion: number) =>
  publishFiles(instructor, {
    files,
    origin: 'browser',
    note: 'By hand.',
    expectedVersion,
    now: NOON,
  })

describe('a published version', () => {
  test('keeps the files that made it, and where it came from', async () => {
    const { version, origin, publishedById, filesHash } = await newest()
    expect({ version, origin, publishedById }).toEqual({
      version: 1,
      origin: 'folder',
      publishedById: null,
    })
    expect(filesHash).toMatch(/^[0-9a-f]{64}$/)
    const files = await readCourse(served)
    expect(await findFiles(version)).toEqual(
      Object.fromEntries(files.map(({ path, text }) => [`harbours/${path}`, text])),
    )
  })

  test('of an earlier release is given its files by the next start, and stays the newest', async () => {
    const before = await newest()
    await database().$executeRaw`UPDATE "PublishedCourse" SET "files" = NULL, "filesHash" = NULL`
    await expect(
      exportFiles(whole, { folder: join(scratch, 'none'), version: null, course: null }),
    ).rejects.toThrow('did not keep its files')
    expect(await start()).toMatchObject({ outcome: 'unchanged', version: before.version })
    expect(await newest()).toEqual(before)
    expect(await findFiles(before.version)).not.toBeNull()
  })

  test('is not made again by files that are the same', async () => {
    expect(await start()).toMatchObject({ outcome: 'unchanged', version: 1 })
    const files = await readCourse(served)
    expect(await inBrowser(files, 1)).toMatchObject({ outcome: 'unchanged', version: 1 })
    expect(await listVersions()).toHaveLength(1)
  })

  test('is refused with faults, each with its place, and nothing of it is kept', async () => {
    const files = await readCourse(served)
    const broken: readonly (readonly [readonly InputFile[], string, string])[] = [
      [
        files.map(({ path, text }) => ({
          path,
          text: path === 'facts/growth.yaml' ? `${text}  - [: {` : text,
        })),
        'harbours/facts/growth.yaml',
        'yaml',
      ],
      [
        edit(
          files,
          'lessons/rivals/lean-years.md',
          'Which count is right.',
          '<script>alert(1)</script>',
        ),
        'harbours/lessons/rivals/lean-years.md',
        'markdown',
      ],
      [[{ path: 'notes.txt', text: 'No course.' }], 'notes.txt', 'file'],
    ]
    for (const [input, file, rule] of broken) {
      const made = await inBrowser(input, 1)
      if (made.outcome !== 'faulty') return expect.unreachable(made.outcome)
      expect(made.version).toBe(1)
      const found = made.faults.find((each) => each.file === file && each.rule === rule)
      expect(found?.line).toBeGreaterThanOrEqual(1)
    }
    expect(await listVersions()).toHaveLength(1)
  })

  test('made twice at once is made once: the second one is told, and nothing of it is lost', async () => {
    const files = await readCourse(served)
    const outcomes = await Promise.all([
      inBrowser(changed(files), 1),
      inBrowser(changed(files), 1),
      inBrowser(changed(files), 1),
    ])
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
      'outdated',
      'outdated',
      'published',
    ])
    expect(await listVersions()).toHaveLength(2)
    expect((await requireCourse()).version).toBe(2)
    expect(await inBrowser(changed(files), 1)).toEqual({ outcome: 'outdated', version: 2 })
    expect(await newest()).toMatchObject({
      origin: 'browser',
      publishedById: instructor.user.id,
      note: 'By hand.',
    })
  })
})

describe('the folder of a start', () => {
  test('does not overwrite what was published in the browser, and says nothing while it is as it was', async () => {
    expect(await start()).toEqual({ outcome: 'kept', version: 2, heldBack: null })
    expect((await loadVersions(instructor)).heldBack).toBeNull()
  })

  test('is held back when it has changed too, in words on the console and to instructors', async () => {
    write(served, changed(await readCourse(served)))
    const kept = await start()
    const words = expect.stringMatching(
      /edited in the browser since \(version 2\).*course export --files DIR.*course publish DIR --over 2/,
    )
    expect(kept).toEqual({ outcome: 'kept', version: 2, heldBack: words })
    expect((await loadVersions(instructor)).heldBack).toEqual(words)
    expect((await requireCourse()).version).toBe(2)
  })

  const publish = (folder: string, over: number | null, dryRun = false) =>
    publishFolder(whole, {
      folder,
      isServed: folder === served,
      note: null,
      over,
      dryRun,
      now: NOON,
    })

  test('is published by a command only over the version that it was merged with', async () => {
    await expect(publish(served, null)).rejects.toThrow(/since \(version 2\).*\n.*--over 2/)
    await expect(publish(served, 1)).rejects.toThrow('The newest version is 2 now.')
    expect(await publish(served, 2, true)).toContain('nothing was published')
    expect(await listVersions()).toHaveLength(2)
    expect(await publish(served, 2)).toContain('Published as version 3.')
    expect(await newest()).toMatchObject({ origin: 'folder', version: 3 })
    // From here on, starts go on by themselves.
    expect(await start()).toMatchObject({ outcome: 'unchanged', version: 3 })
    write(served, changed(await readCourse(served)))
    expect(await start()).toMatchObject({ outcome: 'published', version: 4 })
    expect((await loadVersions(instructor)).heldBack).toBeNull()
  })

  test('goes round: what is exported is what is published, and is exported the same again', async () => {
    await inBrowser(changed(await readCourse(served)), 4)
    const [once, twice] = [join(scratch, 'once'), join(scratch, 'twice')]
    expect(await exportFiles(whole, { folder: once, version: null, course: null })).toContain(
      'of version 5 to',
    )
    expect(await publish(once, null)).toBe(
      'Unchanged: version 5 holds just this. Nothing was published.',
    )
    await exportFiles(whole, { folder: twice, version: 5, course: null })
    expect(bytesIn(twice)).toEqual(bytesIn(once))
    await expect(exportFiles(whole, { folder: once, version: null, course: null })).rejects.toThrow(
      'is not empty',
    )
  })

  test('that differs only in a comment is a version too, so that nothing is lost on the way round', async () => {
    const folder = join(scratch, 'once')
    const path = join(folder, 'harbours', 'facts', 'growth.yaml')
    writeFileSync(path, `${readFileSync(path, 'utf8')}# Checked by hand.\n`)
    expect(await publish(folder, 5)).toContain('Nothing that is taught or asked differs.')
    const { version, hash, origin } = await newest()
    expect({ version, origin }).toEqual({ version: 6, origin: 'command' })
    expect((await listVersions())[1]?.hash).toBe(hash)
    const stored = await findFiles(6)
    expect(stored?.['harbours/facts/growth.yaml']).toMatch(/# Checked by hand\.\n$/)
  })

  test('with faults is refused with file and line', async () => {
    const folder = join(scratch, 'faulty')
    cpSync(served, folder, { recursive: true })
    writeFileSync(join(folder, 'entities.yaml'), 'states: [')
    await expect(publish(folder, null)).rejects.toThrow(
      /faulty\/entities\.yaml:1 {2}yaml .*\n[\s\S]*Nothing was published\. Version 6 stays in use\./,
    )
    await expect(publish(join(scratch, 'missing'), null)).rejects.toThrow(
      'there is no such file or folder',
    )
  })
})

describe('the versions', () => {
  test('are listed with where each came from, and compared', async () => {
    const { versions } = await loadVersions(instructor)
    expect(versions.map(({ version, origin, by }) => [version, origin, by])).toEqual([
      [6, 'command', null],
      [5, 'browser', instructor.user.name],
      [4, 'folder', null],
      [3, 'folder', null],
      [2, 'browser', instructor.user.name],
      [1, 'folder', null],
    ])
    const text = await describeVersions(whole)
    expect(text.split('\n')).toHaveLength(7)
    const second = await loadVersion(instructor, { version: 2 })
    expect(second).toMatchObject({ before: 1, after: 3, summary: '1 lesson changed.' })
    expect(second.difference.lessons.changed[0]?.fields[0]?.after).toContain('Change')
    expect(await describeDifference(whole, { from: '1', to: '2' })).toContain('1 lesson changed.')
    expect(await describeDifference(whole, { from: null, to: served })).toContain('lesson')
  })

  test('that do not exist are refused in words', async () => {
    await expect(loadVersion(instructor, { version: 99 })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(describeDifference(whole, { from: '1', to: '99' })).rejects.toThrow(
      'There is no version 99. The newest is 6.',
    )
    await expect(
      exportFiles(whole, { folder: join(scratch, 'x'), version: 99, course: null }),
    ).rejects.toThrow('There is no version 99.')
    const again = { version: 99, note: null, dryRun: false, now: NOON }
    await expect(publishAgain(whole, again)).rejects.toThrow('There is no version 99.')
  })

  test('can be published once more', async () => {
    const said = await publishAgain(whole, { version: 1, note: null, dryRun: false, now: NOON })
    expect(said).toContain('Published as version 7.')
    expect(await newest()).toMatchObject({ origin: 'stored', note: 'Version 1 once more.' })
    expect((await newest()).filesHash).toBe((await listVersions()).at(-1)?.filesHash)
  })
})

/** Every file of a folder with its bytes. */
const bytesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length), readFileSync(path).toString('base64')])
    .sort()
