'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/app/_components/button'
import { Field } from '@/app/_components/field'
import { TextField } from '@/app/_components/text-field'
import { getJson } from '@/app/_http/get-json'
import type { LookedFor, Option } from '@/lib/authoring/forms/field-spec'

type Props = {
  label: string
  name: string
  hint?: ReactNode
  error: string | undefined
  defaultValue: string
  what: LookedFor
  /** It names one thing, and not a list. */
  isOne: boolean
  draftId: string
  course: string
  userId: string
  onFill: () => void
}

const PATIENCE_MS = 15_000
const PAUSE_MS = 300

const SEARCH: Readonly<Record<LookedFor, string>> = {
  facts: 'Find a fact',
  citations: 'Find a paragraph',
  states: 'Find a state',
  places: 'Find a place',
}

/** An id or a list of ids, with a search below it whose results are put in by a button. */
export function PickField({ what, isOne, draftId, course, userId, onFill, ...field }: Props) {
  const list = useRef<HTMLTextAreaElement>(null)
  const one = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState<string | null>(null)
  const [found, setFound] = useState<readonly Option[] | null>(null)
  useEffect(() => {
    if (query === null) return
    const request = new AbortController()
    const timer = setTimeout(() => {
      const asked = new URLSearchParams({ draft: draftId, course, what, query })
      void getJson<readonly Option[]>(userId, `/api/authoring/picks?${asked}`, PATIENCE_MS, {
        signal: request.signal,
      }).then((options) => {
        if (!request.signal.aborted) setFound(options)
      })
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      request.abort()
    }
  }, [query, draftId, course, userId, what])
  const put = (value: string) => {
    if (one.current !== null) one.current.value = value
    if (list.current !== null) {
      const lines = list.current.value.split('\n').filter((line) => line.trim() !== '')
      if (!lines.includes(value)) list.current.value = [...lines, value].join('\n')
    }
    onFill()
  }
  return (
    <div>
      {isOne ? (
        <Field {...field} ref={one} />
      ) : (
        <TextField
          {...field}
          ref={list}
          rows={Math.max(2, field.defaultValue.split('\n').length + 1)}
        />
      )}
      <details
        className="mt-2 noscript:hidden"
        onToggle={(event) => {
          if (event.currentTarget.open) setQuery((before) => before ?? '')
        }}
      >
        <summary className="link inline-block cursor-pointer py-1 text-sm">{SEARCH[what]}</summary>
        <div className="mt-2 border-l border-rule pl-4">
          <Field
            label="Words"
            // Not of this form: it only looks.
            form="none"
            name="query"
            value={query ?? ''}
            onChange={(event) => {
              event.stopPropagation()
              setQuery(event.target.value)
            }}
          />
          <p role="status" className="sr-only">
            {found === null ? '' : `${found.length} found`}
          </p>
          <ul className="mt-2 divide-y divide-rule">
            {(found ?? []).map(({ value, label }) => (
              <li key={value} className="flex items-start justify-between gap-4 py-2 text-sm">
                <span className="min-w-0 wrap-anywhere">
                  <span className="block text-ink-2">{value}</span>
                  {label}
                </span>
                <Button size="small" kind="secondary" onClick={() => put(value)}>
                  {isOne ? 'Take' : 'Add'} <span className="sr-only">{value}</span>
                </Button>
              </li>
            ))}
          </ul>
        </div>
      </details>
    </div>
  )
}
