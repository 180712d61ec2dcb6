'use client'

import { useLayoutEffect } from 'react'
import { takePress } from './window-presses'

/**
 * Tells the press guard that something else is shown, when this component comes, when it goes, and
 * whenever `name` changes. What is left of a press that began before then does nothing.
 */
export function useScreen(name: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new name is a new screen
  useLayoutEffect(() => {
    takePress({ type: 'screen' })
    return () => void takePress({ type: 'screen' })
  }, [name])
}
