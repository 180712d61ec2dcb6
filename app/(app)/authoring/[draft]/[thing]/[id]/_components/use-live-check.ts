import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { fieldsIn, isOfField } from '@/app/_authoring/field-name'
import { askJson } from '@/app/_http/ask-json'
import type { Checked } from '@/lib/server/authoring/check-thing'

/** Somebody who types is not told after each letter. */
const PAUSE_MS = 600

export type LiveCheck = {
  /** What holds the form. */
  readonly place: RefObject<HTMLDivElement | null>
  readonly changed: () => void
  /** Null before the first answer. */
  readonly checked: Checked | null
  readonly state: 'waiting' | 'checked' | 'failed'
  /** Why it was not checked. */
  readonly refusal: string | null
}

/**
 * Asks the compiler about the form as it is, once at first and after each change. Of an empty form nothing is
 * said before somebody has written in it.
 */
export function useLiveCheck(userId: string, key: object, isEmpty: boolean): LiveCheck {
  const place = useRef<HTMLDivElement>(null)
  const [tick, setTick] = useState(0)
  const [shown, setShown] = useState<Omit<LiveCheck, 'place' | 'changed'>>({
    checked: null,
    state: isEmpty ? 'checked' : 'waiting',
    refusal: null,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each tick and each page is a new question
  useEffect(() => {
    if (isEmpty && tick === 0) return
    const request = new AbortController()
    const timer = setTimeout(
      async () => {
        const form = place.current?.querySelector('form')
        if (!form) return
        const asked = await askJson<Checked>(
          userId,
          '/api/authoring/check',
          bodyOf(form),
          request.signal,
        )
        if (request.signal.aborted) return
        setShown(({ checked }) =>
          asked.kind === 'answered'
            ? { checked: asked.answer, state: 'checked', refusal: null }
            : {
                checked,
                state: 'failed',
                refusal: asked.kind === 'refused' ? asked.message : null,
              },
        )
      },
      tick === 0 ? 0 : PAUSE_MS,
    )
    return () => {
      clearTimeout(timer)
      request.abort()
    }
  }, [userId, tick, key])
  const changed = useCallback(() => {
    setShown((before) => ({ ...before, state: 'waiting' }))
    setTick((before) => before + 1)
  }, [])
  return { place, changed, ...shown }
}

function bodyOf(form: HTMLFormElement) {
  const inputs = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'),
  )
  const own = inputs.filter(([name]) => !isOfField(name))
  return { ...Object.fromEntries(own), form: fieldsIn(inputs) }
}
