import type { Fields } from '../../compiler/edit/target'
import type { FieldSpec, Shape } from './field-spec'

/** The inputs of a form by their names, as a browser sends them. */
export type FormValues = Readonly<Record<string, string>>

/** The form of a thing as its file says it. A thing that is new has empty inputs. */
export const formOf = (specs: readonly FieldSpec[], fields: Fields): FormValues =>
  Object.fromEntries(specs.map(({ name, shape }) => [name, written(shape, valueAt(fields, name))]))

/**
 * What a form says of a thing. Fields that the form does not show stay as they are in `before`. What
 * cannot be read as it should be, such as a number in words, is kept as text: the compiler says what is
 * wrong with it. A field left empty is not there, so that the compiler says what is missing.
 */
export function fieldsOf(specs: readonly FieldSpec[], form: FormValues, before: Fields): Fields {
  const fields: Record<string, unknown> = { ...before }
  for (const { name, shape } of specs) {
    const given = form[name]
    if (given === undefined) continue
    const was = valueAt(before, name)
    // Nothing was changed: a text keeps the line breaks that its file has.
    if (given === written(shape, was)) continue
    put(fields, name, read(shape, given))
  }
  return fields
}

function written(shape: Shape, value: unknown): string {
  if (value === undefined || value === null) return ''
  switch (shape) {
    case 'lines':
      return listOf(value).map(String).join('\n')
    case 'pairs':
      return listOf(value)
        .map((one) => joined(one, 'left', 'right'))
        .join('\n')
    case 'notes':
      return listOf(value)
        .map((one) => joined(one, 'text', 'note'))
        .join('\n')
    case 'sections':
      return listOf(value)
        .map((one) => `${part(one, 'from')}-${part(one, 'to')} | ${part(one, 'title')}`)
        .join('\n')
    case 'line':
    case 'text':
    case 'markdown':
    case 'number':
    case 'choice':
      return String(value)
  }
}

function read(shape: Shape, given: string): unknown {
  const text = shape === 'markdown' ? given.replace(/\r\n?/g, '\n') : given.trim()
  if (text === '') return shape === 'markdown' ? text : undefined
  switch (shape) {
    case 'lines':
      return linesOf(text)
    case 'pairs':
      return linesOf(text).map((line) => parted(line, 'left', 'right'))
    case 'notes':
      return linesOf(text).map((line) => parted(line, 'text', 'note'))
    case 'sections':
      return linesOf(text).map(sectionOf)
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
    case 'line':
    case 'text':
      return text.replace(/\s+/g, ' ')
    case 'markdown':
    case 'choice':
      return text
  }
}

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

const part = (one: unknown, name: string): string => {
  const value = isMap(one) ? one[name] : undefined
  return value === undefined || value === null ? '' : String(value)
}

const joined = (one: unknown, first: string, second: string): string =>
  `${part(one, first)} | ${part(one, second)}`

/** A line without a | has no second part, and the compiler says so. */
function parted(line: string, first: string, second: string): Fields {
  const at = line.indexOf('|')
  return at === -1
    ? { [first]: line }
    : { [first]: line.slice(0, at).trim(), [second]: line.slice(at + 1).trim() }
}

function sectionOf(line: string): Fields {
  const [, from, to, title] = /^(\d+)\s*[-–]\s*(\d+)\s*\|\s*(.*)$/.exec(line) ?? []
  return from === undefined ? { title: line } : { title, from: Number(from), to: Number(to) }
}

function valueAt(fields: Fields, name: string): unknown {
  const [outer = '', inner] = name.split('.')
  const value = fields[outer]
  return inner === undefined ? value : isMap(value) ? value[inner] : undefined
}

function put(fields: Record<string, unknown>, name: string, value: unknown): void {
  const [outer = '', inner] = name.split('.')
  if (inner === undefined) {
    set(fields, outer, value)
    return
  }
  const held = fields[outer]
  const within: Record<string, unknown> = isMap(held) ? { ...held } : {}
  set(within, inner, value)
  set(fields, outer, Object.keys(within).length === 0 ? undefined : within)
}

function set(fields: Record<string, unknown>, name: string, value: unknown): void {
  if (value === undefined) delete fields[name]
  else fields[name] = value
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
