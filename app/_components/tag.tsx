import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type TagTone = 'plain' | 'accent' | 'good' | 'hard' | 'again'

const tones: Record<TagTone, string> = {
  plain: 'border-rule-2 text-ink-2',
  accent: 'border-accent text-accent',
  good: 'border-good text-good',
  hard: 'border-hard text-hard',
  again: 'border-again text-again',
}

/** A word about a thing, such as its state or kind. The colour only repeats what the word says. */
export function Tag({ tone = 'plain', children }: { tone?: TagTone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-block rounded-sm border px-1.5 text-label font-semibold whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  )
}
