import type { ReactNode } from 'react'
import type { LessonMemory } from '@/lib/review/lesson-memory'

type Memory = LessonMemory['memory']

/** In the order of the legend. */
export const MEMORIES = ['unread', 'learning', 'known', 'fading'] as const satisfies Memory[]

export const MEMORY_NAMES: Readonly<Record<Memory, string>> = {
  unread: 'Unread',
  learning: 'Learning',
  known: 'Known',
  fading: 'Fading',
}

/** What each state means, for the legend. */
export const MEMORY_MEANINGS: Readonly<Record<Memory, string>> = {
  unread: 'not finished yet',
  learning: 'finished, with questions that have not begun',
  known: 'nearly all its questions have begun and are remembered',
  fading: 'its questions are recalled less often than your target',
}

/** The ground and edge of a tile. The mark says the same without colour. */
export const MEMORY_CLASSES: Readonly<Record<Memory, string>> = {
  unread: 'border-rule-2 text-ink-2',
  learning: 'border-accent bg-accent-wash text-ink',
  known: 'border-accent bg-accent text-accent-ink forced-colors:border-2',
  fading: 'border-dashed border-hard text-hard',
}

/** An empty ring, a half-filled one, a full one with a check, and a falling arrow. */
export function MemoryMark({ of, className }: { of: Memory; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      width="14"
      height="14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      {PATHS[of]}
    </svg>
  )
}

const RING = <circle cx="8" cy="8" r="5.75" />

const PATHS: Readonly<Record<Memory, ReactNode>> = {
  unread: RING,
  learning: (
    <>
      {RING}
      <path d="M8 2.250a5.750 5.750 0 0 0 0 11.500z" fill="currentColor" />
    </>
  ),
  known: <path d="m2.500 8.500 3.500 3.500 7.500-8" />,
  fading: <path d="M8 3v10m-4-4 4 4 4-4" />,
}
