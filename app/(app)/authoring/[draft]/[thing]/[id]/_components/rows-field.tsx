'use client'

import { type ReactNode, useId, useState } from 'react'
import { inputName } from '@/app/_authoring/field-name'
import { Button } from '@/app/_components/button'
import { WarningIcon } from '@/app/_components/icons'
import type { FieldSpec } from '@/lib/authoring/forms/field-spec'
import { rowNumbers } from '@/lib/authoring/forms/form-values'
import type { FormGround } from './form-ground'

type Props = {
  spec: FieldSpec
  ground: FormGround
  /** The input for one column of a row. */
  field: (column: FieldSpec) => ReactNode
}

/** Beyond every row that somebody adds: the empty one for browsers without JavaScript. */
const SPARE = 999

/** Entries that have inputs of their own, each in a group. Without JavaScript one can be added at a time. */
export function RowsField({ spec, ground, field }: Props) {
  const { name, label, hint, each = 'entry' } = spec
  const id = useId()
  const [rows, setRows] = useState(() => rowNumbers(ground.values, name).filter((i) => i !== SPARE))
  const changed = (next: readonly number[]) => {
    setRows([...next])
    ground.onFill()
  }
  const error = ground.faultOf(name)
  return (
    <fieldset aria-describedby={`${id}-hint ${id}-error`} className="min-w-0">
      <legend className="text-sm font-semibold">{label}</legend>
      <p id={`${id}-hint`} className="mt-1.5 text-label text-ink-2">
        {hint}
      </p>
      {/* It says that this form has rows, were they all taken out. */}
      <input type="hidden" name={inputName(name)} value="" />
      <ol className="mt-4 space-y-8">
        {rows.map((row, i) => (
          <li key={row}>
            <Row {...{ spec, ground, field, row }} title={titleOf(each, i)}>
              <Button
                size="small"
                kind="secondary"
                className="self-start noscript:hidden"
                onClick={() => changed(rows.filter((one) => one !== row))}
              >
                Take this {each} out
              </Button>
            </Row>
          </li>
        ))}
        <li className="hidden noscript:block">
          <Row {...{ spec, ground, field }} row={SPARE} title={`Another ${each}`} />
        </li>
      </ol>
      <p id={`${id}-error`} className="mt-2 text-label font-semibold text-again empty:hidden">
        {error}
      </p>
      <Button
        size="small"
        kind="secondary"
        className="mt-3 noscript:hidden"
        onClick={() => changed([...rows, Math.max(-1, ...rows) + 1])}
      >
        Add a {each}
      </Button>
    </fieldset>
  )
}

const isWide = ({ shape }: FieldSpec): boolean => shape === 'lines' || shape === 'text'

const titleOf = (each: string, i: number): string =>
  `${each.charAt(0).toUpperCase()}${each.slice(1)} ${i + 1}`

type RowProps = Props & { row: number; title: string; children?: ReactNode }

function Row({ spec, ground, field, row, title, children }: RowProps) {
  const { name, columns = [] } = spec
  const error = ground.faultOf(`${name}.${row}`)
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 border-l-2 border-rule pl-4">
      <legend className="float-left mb-1 w-full text-sm font-semibold">{title}</legend>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {columns.map((column) => (
          <div key={column.name} className={isWide(column) ? 'sm:col-span-2' : ''}>
            {field({ ...column, name: `${name}.${row}.${column.name}` })}
          </div>
        ))}
      </div>
      {error === undefined ? null : (
        <p className="flex gap-1.5 text-label font-semibold text-again">
          <WarningIcon className="mt-0.5 shrink-0" />
          {error}
        </p>
      )}
      {children}
    </fieldset>
  )
}
