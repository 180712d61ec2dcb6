'use client'

import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { readPress } from '@/app/_keys/read-press'
import { characterOf, type KeyPress, typedCharacter } from '@/lib/keyboard/key-press'

/** While the focus is on the timeline, `+` `-` `[` `]` `0` press the link with that key. */
export function ZoomKeys({ children }: { children: ReactNode }) {
  const group = useRef<HTMLFieldSetElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const press = readPress(event, event.nativeEvent.isComposing)
    const links = [...(group.current?.querySelectorAll<HTMLAnchorElement>('a[data-key]') ?? [])]
    const link = keysOf(press)
      .map((key) => links.find((one) => one.dataset.key === key))
      .find((found) => found !== undefined)
    if (!link) return
    event.preventDefault()
    link.click()
  }
  return (
    <fieldset ref={group} onKeyDown={onKeyDown} className="min-w-0">
      <legend className="sr-only">Timeline</legend>
      {children}
    </fieldset>
  )
}

const BRACKETS: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']' }

/** What a press may stand for: what it types first, then what its place stands for. */
function keysOf(press: KeyPress | null): readonly (string | null)[] {
  if (press === null) return []
  const typed = typedCharacter(press.key)
  return [typed === '=' ? '+' : typed, characterOf(press), BRACKETS[press.code] ?? null]
}
