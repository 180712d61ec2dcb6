'use client'

import { inputName } from '@/app/_authoring/field-name'
import { Field } from '@/app/_components/field'
import { SelectField } from '@/app/_components/select-field'
import { TextField } from '@/app/_components/text-field'
import type { FieldSpec, Option } from '@/lib/authoring/forms/field-spec'
import { PickField } from './pick-field'

type Props = {
  spec: FieldSpec
  draftId: string
  course: string
  userId: string
  options: readonly Option[]
  value: string
  error: string | undefined
  /** Called when something was put into the field that nobody typed. */
  onFill: () => void
}

/** The input for one field, by the shape that it has in its file. */
export function ThingField(props: Props) {
  const { spec, draftId, course, userId, options, value, error, onFill } = props
  const { label, hint, shape, picks } = spec
  const name = inputName(spec.name)
  const shared = { label, name, hint, error, defaultValue: value }
  switch (shape) {
    case 'line':
      return <Field {...shared} />
    case 'number':
      return <Field {...shared} inputMode="decimal" />
    case 'choice':
      return (
        <SelectField {...shared}>
          <option value="">{picks === 'topics' ? 'As its file says' : 'Choose'}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </SelectField>
      )
    case 'lines':
      if (picks === 'facts' || picks === 'citations' || picks === 'states') {
        return <PickField {...shared} what={picks} {...{ draftId, course, userId, onFill }} />
      }
      return <TextField {...shared} rows={rowsOf(value, 4)} />
    case 'pairs':
    case 'notes':
    case 'sections':
      return <TextField {...shared} rows={rowsOf(value, 4)} />
    case 'text':
      return <TextField {...shared} rows={rowsOf(value, 3)} />
    case 'markdown':
      return <TextField {...shared} rows={28} className="font-mono text-sm" />
  }
}

const rowsOf = (value: string, least: number): number =>
  Math.min(12, Math.max(least, value.split('\n').length + 1))
