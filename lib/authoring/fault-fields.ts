import { fieldAt } from '../compiler/edit/field-at'
import type { Target } from '../compiler/edit/target'
import type { Fault } from '../compiler/fault'
import type { CourseFiles } from './apply-changes'
import type { FieldSpec } from './forms/field-spec'

/** What is wrong with the thing in a form. `field` null: with none of its inputs in particular. */
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
  specs: readonly FieldSpec[],
): SortedFaults {
  const here: FormFault[] = []
  const elsewhere: Fault[] = []
  const text = files.get(target.path)
  for (const fault of faults) {
    const at =
      text === undefined || fault.file !== target.path ? null : fieldAt(text, target, fault.line)
    if (at === null) {
      elsewhere.push(fault)
      continue
    }
    const field = inputOf(named(fault, at.field), specs)
    const line = at.line === null ? '' : `Line ${at.line}: `
    here.push({ field, message: sentence(`${line}${fault.message}`) })
  }
  return { here, elsewhere }
}

/** A field that is missing has no line: its name stands at the head of the message. */
const named = ({ rule, message }: Fault, field: string | null): string | null =>
  rule === 'schema' ? (/^`([a-zA-Z]+(?:\.[a-zA-Z]+)?)/.exec(message)?.[1] ?? field) : field

function inputOf(field: string | null, specs: readonly FieldSpec[]): string | null {
  if (field === null) return null
  const found =
    specs.find(({ name }) => name === field) ??
    specs.find(({ name }) => name.split('.')[0] === field.split('.')[0])
  if (found !== undefined) return found.name
  return field === 'revision' || field === 'changes' ? 'note' : null
}

const sentence = (message: string): string => {
  const text = message.charAt(0).toUpperCase() + message.slice(1)
  return /[.?!]$/.test(text) ? text : `${text}.`
}
