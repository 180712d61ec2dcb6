import 'server-only'
import {
  type Change,
  type CourseDraft,
  changeOf,
  keyOf,
  rewritten,
  withChange,
} from '../../authoring/draft'
import type { FieldSpec } from '../../authoring/forms/field-spec'
import { type FormValues, fieldWords, formOf, valueAt } from '../../authoring/forms/form-values'
import { type Collision, merge } from '../../authoring/merge'
import { THING_NAMES, type Thing } from '../../authoring/thing'
import { sameValue } from '../../compiler/edit/same-value'
import type { Fields, Target } from '../../compiler/edit/target'
import { changeDraft } from '../../db/authoring/drafts'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { AppError } from '../../kernel/app-error'
import type { InstructorScope } from '../scope'
import { fieldsIn, openDraft, publishedFields, type Workspace, workspaceOf } from './draft-of'
import { publishedFiles } from './published-files'
import {
  asksForSeverity,
  type Placed,
  placedThing,
  revised,
  type Written,
  withWrites,
  writesOf,
} from './written-thing'

/** A field that somebody else changed too since the form was opened, in both ways. */
export type FieldCollision = {
  readonly field: string
  readonly label: string
  readonly theirs: string
  readonly mine: string
}

export type Saved =
  | { readonly kind: 'saved'; readonly id: string }
  /**
   * Nothing was saved. `form` has what others changed meanwhile, and one's own words where both did;
   * saving it with this `loaded` is the choice.
   */
  | {
      readonly kind: 'collided'
      readonly collisions: readonly FieldCollision[]
      readonly form: FormValues
      readonly loaded: Fields | null
    }

type Input = {
  readonly draftId: string
  readonly written: Written
  /** The thing as it was published when the form was opened; null for one that was not. */
  readonly seen: Fields | null
  readonly now: number
}

/**
 * Puts one thing into a draft. What somebody else wrote meanwhile is merged by field. Throws not_found,
 * not_allowed, invalid_input, course_not_published.
 */
export async function saveThing(scope: InstructorScope, input: Input): Promise<Saved> {
  const published = await publishedFiles()
  return together(async () => {
    const draft = await openDraft(input.draftId)
    const work = workspaceOf(published, draft)
    return save(scope, draft, work, input)
  })
}

async function save(
  { user }: InstructorScope,
  draft: CourseDraft,
  work: Workspace,
  { written, seen, now }: Input,
): Promise<Saved> {
  const placed = placedThing(work, draft, written)
  if (placed.isNew && fieldsIn(work, placed.target) !== null) throw taken(placed.target)
  const current = written.id === null ? null : fieldsIn(work, placeBefore(draft, placed))
  const merged = merge(
    withoutRevision(written.loaded),
    withoutRevision(current),
    withoutRevision(placed.fields),
  )
  if (merged.kind !== 'merged') return collidedForm(placed.specs, merged, current)
  const whole: Placed = { ...placed, fields: merged.fields ?? placed.fields }
  assertTold(work, whole, written)
  const fields = revised(work, whole, written.told)
  const changes = changesWith(work, draft, { ...whole, fields }, seen)
  await changeDraft(draft.id, rewritten(draft, changes, user.id), now)
  const detail = {
    draft: draft.id,
    title: draft.title,
    what: `${nameOf(written.thing)} ${placed.target.id}`,
  }
  await recordAudit({ at: now, actorId: user.id, kind: 'draft_changed', detail })
  return { kind: 'saved', id: placed.target.id }
}

const nameOf = (thing: Thing) => THING_NAMES[thing]

/** A lesson that is new in this draft may have stood in another module before. */
function placeBefore(draft: CourseDraft, { target }: Placed): Target {
  const moved = draft.changes.find(
    (change) => change.id === target.id && change.list === null && target.list === null,
  )
  return moved ?? target
}

/** The changes of the draft with this thing, and what goes with it. */
export function changesWith(
  work: Workspace,
  draft: CourseDraft,
  thing: Pick<Placed, 'target' | 'fields' | 'beside'>,
  seen: Fields | null,
): readonly Change[] {
  const { target } = thing
  const stale = draft.changes.filter(
    (change) =>
      change.base === null &&
      change.list === null &&
      target.list === null &&
      change.id === target.id &&
      keyOf(change) !== keyOf(target),
  )
  const writes = writesOf(work.files, thing)
  // Refuses what the files cannot hold, before anything is stored.
  withWrites(work, writes)
  return writes.reduce<readonly Change[]>(
    (changes, [place, mine]) => {
      const earlier = changeOf(draft.changes, place)
      const now = publishedFields(work, place)
      // What was published while the form was open has not been seen by whoever filled it in.
      const isUnseen = place === target && !sameValue(now, seen)
      const base = isUnseen && earlier !== null ? earlier.base : isUnseen ? seen : now
      return sameValue(base, mine)
        ? changes.filter((one) => keyOf(one) !== keyOf(place))
        : withChange(changes, { ...place, base, mine })
    },
    draft.changes.filter((change) => !stale.includes(change)),
  )
}

const withoutRevision = (fields: Fields | null): Fields | null => {
  if (fields === null) return null
  const { revision: _, changes: __, ...rest } = fields
  return 'prompt' in rest || 'text' in rest ? rest : fields
}

function assertTold(work: Workspace, placed: Placed, { told }: Written): void {
  if (!asksForSeverity(work, placed)) return
  if (told.severity !== null && told.note.trim() !== '') return
  throw new AppError(
    'invalid_input',
    'People may have learned this question. Nothing was saved. Say below how much the change matters, and why it is made.',
  )
}

const taken = ({ id }: Target) =>
  new AppError('invalid_input', `\`${id}\` is taken already. Nothing was saved. Choose another id.`)

function collidedForm(
  specs: readonly FieldSpec[],
  merged: Exclude<ReturnType<typeof merge>, { kind: 'merged' }>,
  current: Fields | null,
): Saved {
  if (merged.kind === 'whole') {
    throw new AppError(
      'not_allowed',
      'Somebody took this out of the draft while you were writing. Nothing was saved. Copy what you wrote, and begin it anew.',
    )
  }
  return {
    kind: 'collided',
    collisions: collisionsOf(specs, merged.collisions),
    form: formOf(specs, merged.fields),
    loaded: current,
  }
}

export const collisionsOf = (
  specs: readonly FieldSpec[],
  collisions: readonly Collision[],
): readonly FieldCollision[] =>
  collisions.map(({ field, theirs, mine }) => {
    const spec = specs.find(({ name }) => name.split('.')[0] === field)
    const shown = (value: unknown) =>
      spec === undefined ? wordsOf(value) : fieldWords(spec, valueAt({ [field]: value }, spec.name))
    return { field, label: spec?.label ?? field, theirs: shown(theirs), mine: shown(mine) }
  })

const wordsOf = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
