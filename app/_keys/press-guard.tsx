'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { isOfInputMethod } from '@/lib/keyboard/key-press'
import { useScreen } from './use-screen'
import { takePress } from './window-presses'

/**
 * Stops what is left of a press that began before the present screen, and keeps a held key from
 * pressing a button again and again. It listens before everything else and for every page, so no
 * button, link or form has to think of it.
 */
export function PressGuard() {
  useScreen(usePathname())
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    const on = <K extends keyof WindowEventMap>(
      name: K,
      hear: (event: WindowEventMap[K]) => void,
    ) => window.addEventListener(name, hear, { capture: true, passive: false, signal })
    let isMouse = false

    on('keydown', onKeyDown)
    on('keyup', onKeyUp)
    on('pointerdown', (event) => {
      isMouse = event.pointerType === 'mouse'
      // For a mouse the browser counts the clicks, and says so in the event that follows.
      if (!isMouse) takePress({ ...pressedAt(event), clicks: null })
    })
    on('mousedown', (event) => {
      if (isMouse) takePress({ ...pressedAt(event), clicks: event.detail })
    })
    on('pointerup', () => void takePress({ type: 'pointerup' }))
    on('click', (event) => {
      // A keyboard's click has no count; its key was looked at already.
      if (event.detail > 0 && takePress({ type: 'click' }) === 'stale') stop(event)
    })
    on('blur', (event) => {
      if (event.target === window) takePress({ type: 'away' })
    })
    return () => listening.abort()
  }, [])
  return null
}

const pressedAt = ({ timeStamp, clientX, clientY }: MouseEvent) =>
  ({ type: 'pointerdown', at: timeStamp, x: clientX, y: clientY }) as const

const placeOf = ({ code, key }: KeyboardEvent) => code || key

function onKeyDown(event: KeyboardEvent): void {
  if (isOfInputMethod(event)) return
  const standing = takePress({ type: 'keydown', code: placeOf(event), repeat: event.repeat })
  switch (standing) {
    case 'new':
      // Ctrl, Alt or Meta with Enter or Space is a shortcut, and presses no button.
      if ((event.ctrlKey || event.altKey || event.metaKey) && presses(event, 'button')) stop(event)
      return
    case 'repeat':
      if (presses(event, PRESSABLE)) stop(event)
      return
    case 'stale':
      // Arrows and the like only move, so they may go on.
      if (event.key === 'Enter' || [...event.key].length === 1) stop(event)
  }
}

function onKeyUp(event: KeyboardEvent): void {
  const standing = takePress({ type: 'keyup', code: placeOf(event) })
  if (standing === 'stale' && isPressing(event)) stop(event)
}

const isPressing = ({ key }: KeyboardEvent) => key === 'Enter' || key === ' '

const TEXT_FIELD = 'input:not([type=radio], [type=checkbox], [type=button], [type=submit])'
const PRESSABLE = 'button, a[href], summary, input, [role=button], [role=option]'

/** Whether the key would press what has the focus, if it fits `selector`, or send its form. */
function presses(event: KeyboardEvent, selector: string): boolean {
  const target = event.target instanceof Element ? event.target : null
  if (!isPressing(event) || !target?.matches(selector)) return false
  // A held Space types blanks in a text field.
  return event.key === 'Enter' || !target.matches(TEXT_FIELD)
}

function stop(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}
