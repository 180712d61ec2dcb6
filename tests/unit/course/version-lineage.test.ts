import { describe, expect, test } from 'vitest'
import {
  folderTurn,
  heldBackWords,
  unmergedVersions,
  versionsSinceFolder,
} from '@/lib/course/version-lineage'

type Origin = 'folder' | 'command' | 'browser' | 'stored'

/** Versions as they were published, first to last; gives them newest first. */
const published = (...made: readonly (readonly [Origin, string | null])[]) =>
  made.map(([origin, filesHash], i) => ({ version: i + 1, origin, filesHash })).toReversed()

/** The hash of each course, as `a1 b2`: course `a` with the files 1, course `b` with the files 2. */
const courses = (text: string) =>
  new Map(text === '' ? [] : text.split(' ').map((one) => [one.slice(0, 1), one]))

const turn = (folder: string, newest: string, fromFolder: string, fromCommand = '') =>
  folderTurn(courses(folder), {
    newest: courses(newest),
    folder: courses(fromFolder),
    command: courses(fromCommand),
  })

describe('what a start does with its folder', () => {
  test('publishes it when nothing was, and when the folder made the newest version', () => {
    expect(turn('a1', '', '')).toBe('publish')
    expect(turn('a2', 'a1', 'a1')).toBe('publish')
  })

  test('keeps what others published when the folder has not changed since its own last time', () => {
    expect(turn('a1', 'a3', 'a1')).toBe('keep')
    expect(turn('a3', 'a3', 'a1')).toBe('keep')
    expect(turn('a2', 'a3', 'a1', 'a2')).toBe('keep')
  })

  test('holds the folder back when both have changed', () => {
    expect(turn('a3', 'a2', 'a1')).toBe('hold-back')
    expect(turn('a3', 'a2', '')).toBe('hold-back')
    expect(turn('a3', 'a2', 'a1', 'a2')).toBe('hold-back')
  })

  test('goes on with a course whatever others publish beside it', () => {
    expect(turn('a1', 'a1 b1', 'a1')).toBe('keep')
    expect(turn('a2', 'a1 b1', 'a1')).toBe('publish')
    expect(turn('a1 c1', 'a1 b1', 'a1')).toBe('publish')
  })

  test('publishes no course of the folder while another one of it has been changed by others', () => {
    // Otherwise the next start would take the course that others changed for one of the folder.
    expect(turn('a1 c1', 'a2 b1', 'a1')).toBe('hold-back')
    expect(turn('a1 c2', 'a2 c1', 'a1 c1')).toBe('hold-back')
  })
})

test('versions are unmerged until somebody publishes files over them', () => {
  const numbers = (versions: readonly { version: number }[]) => versions.map((one) => one.version)
  const versions = published(['folder', 'a'], ['command', 'b'], ['browser', 'c'], ['stored', 'd'])
  expect(numbers(unmergedVersions(versions))).toEqual([4, 3])
  expect(numbers(versionsSinceFolder(versions))).toEqual([4, 3, 2])
  expect(unmergedVersions(published(['folder', 'a'], ['browser', 'b'], ['command', 'c']))).toEqual(
    [],
  )
})

test('the words name the versions and the two commands', () => {
  const since = published(['folder', 'a'], ['browser', 'b'], ['browser', 'c'], ['stored', 'd'])
  expect(heldBackWords(versionsSinceFolder(since))).toBe(
    'The course was edited in the browser since (versions 2 to 4), and the folder of this server has changed too. Version 4 stays in use. `steppe course export --files DIR` writes what is published. Merge, then run `steppe course publish DIR --over 4`.',
  )
  expect(heldBackWords(published(['command', 'a']))).toContain(
    'published from another folder since (version 1)',
  )
})
