'use client'

import { inputName } from '@/app/_authoring/field-name'
import { Field } from '@/app/_components/field'
import { SelectField } from '@/app/_components/select-field'
import { TextField } from '@/app/_components/text-field'
import { type FieldSpec, isLookedFor, type Picks } from '@/lib/authoring/forms/field-spec'
import { YES } from '@/lib/authoring/forms/form-values'
import type { FormGround } from './form-ground'
import { ImageField } from './image-field'
import { PickField } from './pick-field'
import { RowsField } from './rows-field'

type Props = { spec: FieldSpec; ground: FormGround }

/** The input for one field, by the shape that it has in its file. */
export function ThingField({ spec, ground }: Props) {
  const { label, hint, shape, picks } = spec
  const { draftId, course, userId, onFill } = ground
  const value = ground.values[spec.name] ?? ''
  const name = inputName(spec.name)
  const shared = { label, name, hint, error: ground.faultOf(spec.name), defaultValue: value }
  switch (shape) {
    case 'line':
      if (isLookedFor(picks)) {
        return <PickField {...shared} what={picks} isOne {...{ draftId, course, userId, onFill }} />
      }
      return <Field {...shared} />
    case 'numbers':
      return <Field {...shared} />
    case 'number':
      return <Field {...shared} inputMode="decimal" />
    case 'flag':
      return (
        <SelectField {...shared}>
          <option value="">No</option>
          <option value={YES}>Yes</option>
        </SelectField>
      )
    case 'choice':
      return <ChoiceField spec={spec} ground={ground} />
    case 'lines':
      if (isLookedFor(picks)) {
        return (
          <PickField
            {...shared}
            what={picks}
            isOne={false}
            {...{ draftId, course, userId, onFill }}
          />
        )
      }
      return <TextField {...shared} rows={rowsOf(value, 4)} />
    case 'pairs':
    case 'notes':
    case 'sections':
      return <TextField {...shared} rows={rowsOf(value, 4)} />
    case 'rows':
      return (
        <RowsField
          spec={spec}
          ground={ground}
          field={(column) => <ThingField spec={column} ground={ground} />}
        />
      )
    case 'image':
      return <ImageField spec={spec} ground={ground} />
    case 'text':
      return <TextField {...shared} rows={rowsOf(value, 3)} />
    case 'markdown':
      return <TextField {...shared} rows={28} className="font-mono text-sm" />
  }
}

const NOTHING: Partial<Record<Picks, string>> = { topics: 'As its file says' }

function ChoiceField({ spec, ground }: Props) {
  const { name, label, hint, picks } = spec
  const value = ground.values[name] ?? ''
  const options = spec.options ?? (picks === undefined ? undefined : ground.options[picks]) ?? []
  return (
    <SelectField
      label={label}
      name={inputName(name)}
      hint={hint}
      error={ground.faultOf(name)}
      defaultValue={value}
    >
      <option value="">{(picks && NOTHING[picks]) ?? 'Choose'}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
      {/* What the file says stays, be it that the course has no such thing. */}
      {value === '' || options.some((option) => option.value === value) ? null : (
        <option value={value}>{value}</option>
      )}
    </SelectField>
  )
}

const rowsOf = (value: string, least: number): number =>
  Math.min(12, Math.max(least, value.split('\n').length + 1))
