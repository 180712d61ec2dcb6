'use client'

import { useEffect } from 'react'
import { INTERFACES, interfaceOf } from '@/app/_study/answers/kinds'
import type { QuestionKind } from '@/lib/kinds/types'
import { confidenceBar, cramBar, ratingBar } from './answer-bar'
import { cardMenuItems } from './card-menu'
import { cardBack } from './current-card'
import { lastDone } from './last-done-later'
import { loadConvergence } from './use-convergence'

const QUIET_MS = 800

const sessionHints = () => import('@/app/_hints/session-hints')

/** Code that the first card does not need but a session without a network may need. */
const LATER = [
  ...Object.values(INTERFACES).flatMap(({ later }) => later.code),
  confidenceBar.load,
  cramBar.load,
  lastDone.load,
  loadConvergence,
  cardMenuItems.load,
  () => import('./between-cards'),
  () => import('./keys-sheet'),
  () => import('./card-info'),
  () => import('./flag-dialog'),
  sessionHints,
]

/**
 * Loads this code once the page has settled, so that no key press waits for it and none fails
 * offline. What the first card needs for its answer is loaded at once.
 */
export function useWarmUp(first: QuestionKind | null, hasHints: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: later cards find their code loaded
  useEffect(() => {
    const now = first === null ? [] : interfaceOf(first).later.code
    // It speaks when the network goes, and then it is too late to load it.
    const voice = () => import('./outbox-voice')
    // A hint that came after the answer would move the buttons below it.
    const hints = hasHints ? [sessionHints] : []
    for (const load of [cardBack.load, ratingBar.load, voice, ...hints, ...now]) {
      load().catch(() => {})
    }
    let gone = false
    const timer = setTimeout(async () => {
      for (const load of LATER) {
        await idle()
        if (gone) return
        load().catch(() => {})
      }
    }, QUIET_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [])
}

/** Asking for all at once takes a slow phone a third of a second, in which no key would be heard. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 100 })
    else setTimeout(resolve, 10)
  })
