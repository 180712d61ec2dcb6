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

describe('what a start does with its folder', () => {
  test('publishes it when nothing was, and when the folder made the newest version', () => {
    expect(folderTurn([], 'a')).toBe('publish')
    expect(folderTurn(published(['folder', 'a']), 'b')).toBe('publish')
    // Going back to what it held before is a change like any other.
    expect(folderTurn(published(['folder', 'a'], ['folder', 'b']), 'a')).toBe('publish')
    // What an earlier release published kept no files.
    expect(folderTurn(published(['folder', null]), 'a')).toBe('publish')
  })

  test('keeps what others published when the folder has not changed since its own last time', () => {
    const versions = published(['folder', 'a'], ['browser', 'b'], ['browser', 'c'])
    expect(folderTurn(versions, 'a')).toBe('keep')
    expect(folderTurn(versions, 'c')).toBe('keep')
    expect(folderTurn(published(['folder', 'a'], ['command', 'b'], ['browser', 'c']), 'b')).toBe(
      'keep',
    )
  })

  test('holds the folder back when both have changed', () => {
    for (const origin of ['browser', 'command', 'stored'] as const) {
      expect(folderTurn(published(['folder', 'a'], [origin, 'b']), 'c')).toBe('hold-back')
    }
    expect(folderTurn(published(['folder', null], ['browser', 'b']), 'a')).toBe('hold-back')
  })

  test('goes on by itself once the merged folder was published', () => {
    const versions = published(['folder', 'a'], ['browser', 'b'], ['folder', 'merged'])
    expect(folderTurn(versions, 'later')).toBe('publish')
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
