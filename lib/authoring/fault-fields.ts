import { fieldAt } from '../compiler/edit/field-at'
import type { Target } from '../compiler/edit/target'
import type { Fault } from '../compiler/fault'
import type { CourseFiles } from './apply-changes'
import type { FieldSpec } from './forms/field-spec'
import { type FormValues, filledRows } from './forms/form-values'

/**
 * What is wrong with the thing in a form. `field` is the name of an input, or `changes.0` for a whole row;
 * null: with none of them in particular.
 */
export type FormFault = { readonly field: string | null; readonly message: string }

export type SortedFaults = {
  readonly here: readonly FormFault[]
  /** Faults of other things, which this change may have caused. */
  readonly elsewhere: readonly Fault[]
}

/** The faults of a course as they concern one thing and its form. */
export function faultsOfForm(
  faults: readonly Fault[],
  files: CourseFiles,
  target: Target,
  { specs, form }: { readonly specs: readonly FieldSpec[]; readonly form: FormValues },
): SortedFaults {
  const here: FormFault[] = []
  const elsewhere: Fault[] = []
  const text = files.get(target.path)
  for (const fault of faults) {
    const at =
      text === undefined || fault.file !== target.path ? null : fieldAt(text, target, fault)
    if (at === null) {
      elsewhere.push(fault)
      continue
    }
    const field = inputOf(named(fault, at.field), specs, form)
    const line = at.line === null ? '' : `Line ${at.line}: `
    const message = field === null ? fault.message : withoutName(fault)
    here.push({ field, message: sentence(`${line}${message}`) })
  }
  return { here, elsewhere }
}

/** A field that is missing has no place: its name stands at the head of the message. */
function named({ rule, message }: Fault, field: readonly string[]): readonly string[] {
  const name =
    rule === 'schema' ? /^`([a-zA-Z]+(?:\[\d+\]|\.[a-zA-Z]+)*)/.exec(message)?.[1] : undefined
  return name?.split(/[.[\]]+/).filter((step) => step !== '') ?? field
}

function inputOf(
  [outer, ...within]: readonly string[],
  specs: readonly FieldSpec[],
  form: FormValues,
): string | null {
  if (outer === undefined) return null
  const [inner] = within
  const found =
    specs.find(({ name }) => name === `${outer}.${inner}`) ??
    specs.find(({ name }) => name.split('.')[0] === outer)
  if (found?.shape === 'rows') return inputInRow(found, within, form)
  if (found !== undefined) return found.name
  return outer === 'revision' || outer === 'changes' ? 'note' : null
}

/** The file has no row for those that were left empty. */
function inputInRow(
  { name, columns = [] }: FieldSpec,
  [row, ...within]: readonly string[],
  form: FormValues,
): string {
  const at = row === undefined ? undefined : filledRows(form, name)[Number(row)]
  if (at === undefined) return name
  const input = inputOf(within, columns, {})
  return input === null ? `${name}.${at}` : `${name}.${at}.${input}`
}

/** The input has a label, which says more than the name in the file. */
const withoutName = ({ rule, message }: Fault): string =>
  rule === 'schema'
    ? message.replace(/^`[a-zA-Z0-9.[\]]+`(: )?/, (_, colon: string | undefined) =>
        colon === undefined ? 'this' : '',
      )
    : message

const sentence = (message: string): string => {
  const text = message.charAt(0).toUpperCase() + message.slice(1)
  return /[.?!]$/.test(text) ? text : `${text}.`
}
