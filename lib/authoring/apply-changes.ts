import { writeTargets } from '../compiler/edit/edit-file'
import type { Fields, Target } from '../compiler/edit/target'
import { type Change, keyOf } from './draft'
import { type Merged, merge } from './merge'
import { mergeQuestion } from './merge-question'

/** The files of a course: path -> text. */
export type CourseFiles = ReadonlyMap<string, string>

export type Collided = {
  readonly target: Target
  readonly merged: Exclude<Merged, { kind: 'merged' }>
}

/**
 * A published course with the changes of a draft in it, each merged with what was published since.
 * Where they collide, the files have the draft's own value, and nothing may be published yet. `images`: the
 * texts of the image files that came with the draft, by their names.
 */
export function applyChanges(
  files: CourseFiles,
  changes: readonly Change[],
  images: ReadonlyMap<string, string>,
): { readonly files: CourseFiles; readonly collided: readonly Collided[] } {
  const collided: Collided[] = []
  const write = (change: Change, theirs: Fields | null) => {
    const merged = mergedChange(change, theirs)
    if (merged.kind !== 'merged') collided.push({ target: change, merged })
    return merged.kind === 'whole' ? merged.mine : merged.fields
  }
  const applied = writeTargets(files, changes, write, images)
  return { files: applied, collided }
}

const mergedChange = ({ list, base, mine }: Change, theirs: Fields | null): Merged =>
  (list === 'questions' ? mergeQuestion : merge)(base, theirs, mine)

export const collisionOf = (collided: readonly Collided[], target: Target): Collided | null =>
  collided.find((one) => keyOf(one.target) === keyOf(target)) ?? null
