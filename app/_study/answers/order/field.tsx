'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { FieldProps } from '../kind-interface'
import { ArrowDownIcon, ArrowUpIcon } from './arrow-icons'

/** Items are moved by their two buttons, or by Alt and an arrow while one of them has the focus. */
export function OrderField({ promptId, asked, answer, onChange }: FieldProps<'order'>) {
  const { items } = answer
  const list = useRef<HTMLOListElement>(null)
  const [moved, setMoved] = useState<{ item: string; direction: -1 | 1 } | null>(null)

  // Moving a row in the document takes the focus from it: give it back.
  useEffect(() => {
    if (moved === null) return
    const row = list.current?.children[items.indexOf(moved.item)]
    const [up, down] = row?.querySelectorAll('button') ?? []
    const wanted = moved.direction === -1 ? [up, down] : [down, up]
    wanted.find((button) => button?.ariaDisabled !== 'true')?.focus()
  }, [moved, items])

  const move = (index: number, direction: -1 | 1) => {
    const item = items[index]
    const other = items[index + direction]
    if (item === undefined || other === undefined) return
    const next = [...items]
    next[index] = other
    next[index + direction] = item
    setMoved({ item, direction })
    onChange({ kind: 'order', items: next })
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(index, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <fieldset aria-labelledby={promptId}>
      <p className="mb-2 text-sm text-ink-2">
        Put in order, {asked.scale}.{' '}
        <span className="max-sm:hidden">
          Tab to an item; <kbd>Alt</kbd> with an arrow moves it, <kbd>Esc</kbd> ends.
        </span>
      </p>
      <ol ref={list}>
        {items.map((item, index) => (
          <li
            key={item}
            onKeyDown={(event) => onKeyDown(event, index)}
            className="flex min-h-12 items-center gap-3 border-t border-rule py-1 pl-2 last:border-b focus-within:bg-accent-wash"
          >
            <span aria-hidden="true" className="w-5 text-sm text-ink-2 tabular-nums">
              {index + 1}
            </span>
            <span className="min-w-0 flex-1 py-1">{item}</span>
            <MoveButton
              label={`Move up: ${item}`}
              disabled={index === 0}
              onClick={() => move(index, -1)}
            >
              <ArrowUpIcon />
            </MoveButton>
            <MoveButton
              label={`Move down: ${item}`}
              disabled={index === items.length - 1}
              onClick={() => move(index, 1)}
            >
              <ArrowDownIcon />
            </MoveButton>
          </li>
        ))}
      </ol>
      <p aria-live="polite" className="sr-only">
        {moved ? `${moved.item}: now ${items.indexOf(moved.item) + 1} of ${items.length}` : ''}
      </p>
    </fieldset>
  )
}

type MoveProps = {
  label: string
  disabled: boolean
  onClick: () => void
  children: ReactNode
}

/** aria-disabled keeps the focus on an item that has reached the end. */
function MoveButton({ label, disabled, onClick, children }: MoveProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={disabled}
      onClick={onClick}
      className="flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-md text-ink-2 hover:bg-sunk hover:text-ink aria-disabled:cursor-default aria-disabled:opacity-30"
    >
      {children}
    </button>
  )
}
