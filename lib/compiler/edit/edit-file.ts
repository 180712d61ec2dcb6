import { parseDocument } from 'yaml'
import { AppError } from '../../kernel/app-error'
import { bytesOf, contentName, isImagePath } from '../images/image-file'
import { sameValue } from './same-value'
import { BODY, CONTENT, type Fields, type Target } from './target'
import { type Entry, entriesOf, withEntry, withNewEntries, withoutEntry } from './yaml-list'
import { changedMap, inOrder, placeOfMap } from './yaml-map'
import { mapText } from './yaml-text'

/** What a file says of one thing; null when it says nothing of it, or cannot be read. */
export function readTarget(text: string | undefined, target: Target): Fields | null {
  if (text === undefined) return null
  if (target.list !== null) {
    return entriesOf(text, target.list)?.find(({ id }) => id === target.id)?.fields ?? null
  }
  if (isImagePath(target.path)) {
    return { [CONTENT]: contentName(target.path, bytesOf({ path: target.path, text })) }
  }
  return isLesson(target) ? readLesson(text) : readMap(text)
}

/**
 * The files when they say of each of these things what `after` makes of it, and nothing of it for null.
 * Whatever they say of other things stays byte for byte. Each file is read twice, however many of its
 * things are written. `contents`: the texts of image files by their names. Throws invalid_input for a file
 * that is written so that this cannot be done, and for an image whose content is not there.
 */
export function writeTargets<T extends Target>(
  files: ReadonlyMap<string, string>,
  targets: readonly T[],
  after: (target: T, before: Fields | null) => Fields | null,
  contents: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const written = new Map(files)
  for (const [first, ...others] of byPlace(targets)) {
    const text = written.get(first.path)
    const now =
      first.list === null
        ? writeWhole(text, first, after(first, readTarget(text, first)), contents)
        : writeEntries(text, first.list, [first, ...others], after)
    if (now === null) written.delete(first.path)
    else written.set(first.path, now)
  }
  return written
}

/** Those of one list of a file together, in their order. */
function byPlace<T extends Target>(targets: readonly T[]): readonly (readonly [T, ...T[]])[] {
  const places = new Map<string, [T, ...T[]]>()
  for (const target of targets) {
    const place = `${target.path} ${target.list ?? ''}`
    const others = places.get(place)
    if (others === undefined) places.set(place, [target])
    else others.push(target)
  }
  return [...places.values()]
}

function writeEntries<T extends Target>(
  text: string | undefined,
  list: string,
  targets: readonly T[],
  after: (target: T, before: Fields | null) => Fields | null,
): string | null {
  const known = byId(text, list)
  const wanted = targets.map((target) => {
    const entry = known.get(target.id)
    return { target, entry, fields: after(target, entry?.fields ?? null) }
  })
  // From the end, so that the places of what is still to be done stay true.
  const edited = wanted
    .flatMap(({ entry, fields }) => (entry === undefined ? [] : [{ entry, fields }]))
    .toSorted((a, b) => b.entry.from - a.entry.from)
    .reduce(
      (whole, { entry, fields }) =>
        fields === null ? withoutEntry(whole, entry) : withEntry(whole, entry, fields),
      text ?? '',
    )
  const fresh = wanted.flatMap(({ entry, fields }) =>
    entry === undefined && fields !== null ? [fields] : [],
  )
  const written = fresh.length === 0 ? edited : withNewEntries(edited, list, fresh)
  const read = byId(written, list)
  for (const { target, fields } of wanted) {
    assertWritten(target, read.get(target.id)?.fields ?? null, fields)
  }
  return text === undefined && fresh.length === 0 ? null : written
}

/** Of several entries with one id, the first. */
function byId(text: string | undefined, list: string): ReadonlyMap<string, Entry> {
  const entries = text === undefined ? [] : (entriesOf(text, list) ?? [])
  return new Map(entries.toReversed().map((entry) => [entry.id, entry]))
}

function writeWhole(
  text: string | undefined,
  target: Target,
  after: Fields | null,
  contents: ReadonlyMap<string, string>,
): string | null {
  if (after === null) return null
  if (isImagePath(target.path)) {
    if (sameValue(readTarget(text, target), after)) return text ?? null
    const content = contents.get(String(after[CONTENT]))
    if (content !== undefined) return content
    throw new AppError(
      'invalid_input',
      `The file of the image ${target.id} is not here any more. Nothing was changed. Choose it again.`,
    )
  }
  const written = isLesson(target) ? lessonText(text, after) : wholeText(text, after)
  assertWritten(target, readTarget(written, target), after)
  return written
}

function assertWritten({ id, path }: Target, read: Fields | null, wanted: Fields | null): void {
  if (sameValue(read, withoutGaps(wanted))) return
  throw new AppError(
    'invalid_input',
    `\`${id}\` cannot be edited here, because of how ${path} is written. Nothing was changed. Edit the file itself, and publish the course from its folder.`,
  )
}

const withoutGaps = (fields: Fields | null): Fields | null =>
  fields === null
    ? null
    : Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const isLesson = ({ path }: Target): boolean => path.endsWith('.md')

function readMap(text: string): Fields | null {
  const document = parseDocument(text, { prettyErrors: false })
  const value: unknown = document.errors.length > 0 ? null : document.toJS()
  return isFields(value) ? value : null
}

function wholeText(text: string | undefined, after: Fields): string {
  const place = text === undefined ? null : placeOfMap(text, parseDocument(text).contents)
  const before = text === undefined ? null : readMap(text)
  if (text === undefined || place === null || before === null) {
    return `${mapText(inOrder(after), 0)}\n`
  }
  return changedMap(text, place, before, after)
}

/** Front matter between its two lines. */
export const FRONT = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/

function readLesson(text: string): Fields | null {
  const front = FRONT.exec(text)
  const fields = front === null ? null : readMap(front[1] ?? '')
  return front === null || fields === null
    ? null
    : { ...fields, [BODY]: text.slice(front[0].length) }
}

function lessonText(text: string | undefined, after: Fields): string {
  const { [BODY]: given, ...fields } = after
  const body = typeof given === 'string' ? given : ''
  const front = text === undefined ? null : FRONT.exec(text)
  if (text === undefined || front === null)
    return `---\n${mapText(inOrder(fields), 0)}\n---\n${body}`
  const written = front[1] ?? ''
  const at = text.indexOf('\n') + 1
  return `${text.slice(0, at)}${wholeText(written, fields)}${text.slice(at + written.length, front[0].length)}${body}`
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
