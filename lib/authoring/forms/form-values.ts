import { sameValue } from '../../compiler/edit/same-value'
import type { Fields } from '../../compiler/edit/target'
import type { FieldSpec, Shape } from './field-spec'

/** The inputs of a form by their names, as a browser sends them. */
export type FormValues = Readonly<Record<string, string>>

/**
 * The form of a thing as its file says it. A thing that is new has empty inputs. Each row has an input for
 * each column, `changes.0.date`, and `changes` itself says that the form has rows, were they all taken out.
 */
export const formOf = (specs: readonly FieldSpec[], fields: Fields): FormValues =>
  Object.fromEntries(
    specs.flatMap((spec) => [
      [spec.name, spec.shape === 'rows' ? '' : written(spec.shape, valueAt(fields, spec.name))],
      ...rowInputs(spec, valueAt(fields, spec.name)),
    ]),
  )

function rowInputs({ name, columns = [] }: FieldSpec, value: unknown) {
  return mapsIn(columns.length === 0 ? undefined : value).flatMap((row, i) =>
    Object.entries(formOf(columns, row)).map(
      ([column, input]) => [`${name}.${i}.${column}`, input] as const,
    ),
  )
}

/** What a field says, for somebody who reads it: of rows, a line for each. */
export function fieldWords(spec: FieldSpec, value: unknown): string {
  if (spec.shape !== 'rows') return written(spec.shape, value)
  const { columns = [] } = spec
  return mapsIn(value)
    .map((row) =>
      columns
        .map((column) => fieldWords(column, valueAt(row, column.name)).replaceAll('\n', ', '))
        .filter((words) => words !== '')
        .join(' | '),
    )
    .join('\n')
}

/**
 * What a form says of a thing. Fields that the form does not show stay as they are in `before`. What
 * cannot be read as it should be, such as a number in words, is kept as text: the compiler says what is
 * wrong with it. A field left empty is not there, so that the compiler says what is missing.
 */
export function fieldsOf(specs: readonly FieldSpec[], form: FormValues, before: Fields): Fields {
  const fields: Record<string, unknown> = { ...before }
  for (const spec of specs) {
    const { name, shape } = spec
    const given = form[name]
    if (given === undefined) continue
    const was = valueAt(before, name)
    if (shape === 'rows') {
      const rows = rowsOf(spec, form, was)
      if (!sameValue(rows, mapsIn(was))) put(fields, name, rows.length === 0 ? undefined : rows)
      continue
    }
    // Nothing was changed: a text keeps the line breaks that its file has.
    if (given === written(shape, was)) continue
    put(fields, name, read(shape, given))
  }
  return fields
}

function rowsOf(spec: FieldSpec, form: FormValues, was: unknown): readonly Fields[] {
  const before = mapsIn(was)
  return filledRows(form, spec.name).map((i) =>
    fieldsOf(spec.columns ?? [], rowOf(form, spec.name, i), before[i] ?? {}),
  )
}

/** The inputs of one row by the names of its columns. */
const rowOf = (form: FormValues, name: string, i: number): FormValues =>
  Object.fromEntries(
    Object.entries(form).flatMap(([input, value]) =>
      input.startsWith(`${name}.${i}.`) ? [[input.slice(`${name}.${i}.`.length), value]] : [],
    ),
  )

/** The numbers of the rows of which a form has inputs, in their order. */
export const rowNumbers = (form: FormValues, name: string): readonly number[] => [
  ...new Set(
    Object.keys(form)
      .flatMap((input) => {
        const rest = input.startsWith(`${name}.`) ? input.slice(name.length + 1) : ''
        return /^\d+\./.test(rest) ? [Number.parseInt(rest, 10)] : []
      })
      .toSorted((a, b) => a - b),
  ),
]

/** Those in which something stands. A row that is left empty is none. */
export const filledRows = (form: FormValues, name: string): readonly number[] =>
  rowNumbers(form, name).filter((i) =>
    Object.values(rowOf(form, name, i)).some((value) => value.trim() !== ''),
  )

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
    case 'numbers':
      return listOf(value).map(String).join(', ')
    case 'flag':
      return value === true ? YES : ''
    case 'rows':
      return ''
    case 'line':
    case 'text':
    case 'markdown':
    case 'number':
    case 'choice':
    case 'image':
      return String(value)
  }
}

/** What a flag that is set has in a form. */
export const YES = 'yes'

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
      return numberOr(text)
    case 'numbers':
      return text
        .split(/[,;\s]+/)
        .filter((one) => one !== '')
        .map(numberOr)
    case 'flag':
      return text === YES ? true : text
    case 'rows':
      return undefined
    case 'line':
    case 'text':
      return text.replace(/\s+/g, ' ')
    case 'markdown':
    case 'choice':
    case 'image':
      return text
  }
}

const numberOr = (text: string): unknown =>
  /^[-−]?\d+(\.\d+)?$/.test(text) ? Number(text.replace('−', '-')) : text

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')

const mapsIn = (value: unknown): readonly Fields[] =>
  (Array.isArray(value) ? value : []).filter(isMap)

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

export function valueAt(fields: Fields, name: string): unknown {
  const [outer = '', inner] = name.split('.')
  const value = fields[outer]
  if (inner === undefined) return value
  if (Array.isArray(value)) return value[Number(inner)]
  return isMap(value) ? value[inner] : undefined
}

function put(fields: Record<string, unknown>, name: string, value: unknown): void {
  const [outer = '', inner] = name.split('.')
  const held = fields[outer]
  if (inner === undefined) set(fields, outer, value)
  else if (/^\d+$/.test(inner)) set(fields, outer, withItem(held, Number(inner), value))
  else {
    const within: Record<string, unknown> = isMap(held) ? { ...held } : {}
    set(within, inner, value)
    set(fields, outer, Object.keys(within).length === 0 ? undefined : within)
  }
}

/** A list that has a fixed place for each entry. One that is missing is null in the file. */
function withItem(held: unknown, at: number, value: unknown): unknown {
  const list: unknown[] = Array.isArray(held) ? [...held] : []
  while (list.length <= at) list.push(null)
  list[at] = value ?? null
  return list.every((one) => one === null) ? undefined : list
}

function set(fields: Record<string, unknown>, name: string, value: unknown): void {
  if (value === undefined) delete fields[name]
  else fields[name] = value
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
