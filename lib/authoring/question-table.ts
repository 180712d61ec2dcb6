import { KIND_NAMES } from '../kinds/kinds'
import type { QuestionKind } from '../kinds/types'
import type { FieldSpec } from './forms/field-spec'
import type { FormValues } from './forms/form-values'
import { questionFields } from './forms/question-fields'

/** A line of a table, with its cells. `line` counts from 1. */
export type TableLine = { readonly line: number; readonly cells: readonly string[] }

/** A question as one line of a table says it. */
export type TableQuestion = {
  readonly line: number
  readonly kind: QuestionKind
  readonly form: FormValues
  /** The head of the column in which each field stands, to say where a fault is. */
  readonly columns: Readonly<Record<string, string>>
}

export type TableFault = {
  readonly line: number
  readonly column: string | null
  readonly message: string
}

export type QuestionTable = {
  readonly questions: readonly TableQuestion[]
  readonly faults: readonly TableFault[]
}

const MOST_QUESTIONS = 200

/** Other heads that people write for a field. */
const HEADS: Readonly<Record<string, string>> = {
  question: 'prompt',
  sentence: 'text',
  wrong: 'distractors',
  'wrong options': 'distractors',
  'wrong answers': 'distractors',
  'right options': 'answers',
  'right answers': 'answers',
  order: 'items',
  'sorted by': 'scale',
  'also right': 'accept',
  'near misses': 'near',
  fact: 'facts',
  paragraphs: 'cites',
  citations: 'cites',
  'as of': 'asOf',
  'asks for': 'asks',
}

/**
 * Questions from a table whose first line has the heads. A cell holds a list with a | or a line break
 * between its entries; a pair has = between its sides. Several columns with the same head are one list.
 * A line without a kind has the one that its columns tell.
 */
export function questionTable(lines: readonly TableLine[]): QuestionTable {
  const [head, ...rows] = lines
  if (head === undefined) return { questions: [], faults: [] }
  const fields = head.cells.map(fieldOf)
  const faults: TableFault[] = fields.flatMap((field, i) => {
    const name = head.cells[i]?.trim() ?? ''
    const message = `There is no field “${name}”. Remove the column, or give it another head.`
    return field === null && name !== '' ? [{ line: head.line, column: name, message }] : []
  })
  if (rows.length > MOST_QUESTIONS) {
    const message = `There are ${rows.length} lines, and at most ${MOST_QUESTIONS} are imported at once. Divide the table.`
    return { questions: [], faults: [...faults, { line: head.line, column: null, message }] }
  }
  const questions: TableQuestion[] = []
  for (const row of rows) {
    const cells = new Map<string, string>()
    const columns: Record<string, string> = {}
    fields.forEach((field, i) => {
      const cell = row.cells[i]?.trim() ?? ''
      if (field === null || cell === '') return
      const before = cells.get(field)
      cells.set(field, before === undefined ? cell : `${before}\n${cell}`)
      columns[field] = head.cells[i]?.trim() ?? field
    })
    const kind = kindOf(cells)
    if (kind === null) {
      const message = `There is no kind “${cells.get('kind') ?? ''}”. The kinds are ${KIND_NAMES.join(', ')}.`
      faults.push({ line: row.line, column: columns.kind ?? null, message })
      continue
    }
    const specs = questionFields(kind)
    const strange = [...cells.keys()].filter(
      (field) => field !== 'id' && field !== 'kind' && !specs.some(({ name }) => name === field),
    )
    for (const field of strange) {
      const message = `A question of the kind ${kind} has no such field. Empty the cell.`
      faults.push({ line: row.line, column: columns[field] ?? null, message })
    }
    const form = specs.map(
      (spec) => [spec.name, inputOf(spec, cells.get(spec.name) ?? '')] as const,
    )
    const id = cells.get('id') ?? ''
    questions.push({
      line: row.line,
      kind,
      form: { ...Object.fromEntries(form), id },
      columns,
    })
  }
  return { questions, faults }
}

const KNOWN: ReadonlySet<string> = new Set([
  'id',
  'kind',
  ...['flash', 'cloze', 'text', 'choice', 'multi', 'order', 'match', 'number', 'map']
    .filter(isKind)
    .flatMap((kind) => questionFields(kind).map(({ name }) => name)),
])

function fieldOf(head: string): string | null {
  const name = head
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/ ?\d+$/, '')
  const field = HEADS[name] ?? [...KNOWN].find((known) => known.toLowerCase() === name)
  return field ?? null
}

function kindOf(cells: ReadonlyMap<string, string>): QuestionKind | null {
  const named = cells.get('kind')?.toLowerCase()
  if (named !== undefined) return isKind(named) ? named : null
  if (cells.has('pairs')) return 'match'
  if (cells.has('items')) return 'order'
  if (cells.has('unit')) return 'number'
  if (cells.has('candidates')) return 'map'
  if (cells.has('text')) return 'cloze'
  if (cells.has('answers')) return 'multi'
  if (cells.has('distractors')) return 'choice'
  return cells.has('accept') || cells.has('near') ? 'text' : 'flash'
}

function isKind(name: string): name is QuestionKind {
  return KIND_NAMES.includes(name)
}

/** A cell as the input of a form has it. */
function inputOf({ shape }: FieldSpec, cell: string): string {
  switch (shape) {
    case 'lines':
      return entriesOf(cell).join('\n')
    case 'pairs':
    case 'notes':
    case 'sections':
      return entriesOf(cell)
        .map((entry) => entry.replace(/\s*=\s*/, ' | '))
        .join('\n')
    default:
      return cell
  }
}

const entriesOf = (cell: string): readonly string[] =>
  cell
    .split(/\s*[|\n]\s*/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
