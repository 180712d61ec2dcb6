import type { Reach } from '@/lib/course/reach'

/** As it stands alone, and what it holds. */
export const DEPTH_NAMES: Readonly<Record<Reach, string>> = {
  core: 'Core',
  full: 'Full',
  all: 'Everything',
}

export const DEPTH_HINTS: Readonly<Record<Reach, string>> = {
  core: 'what to have ready',
  full: 'also what may be examined',
  all: 'also source craft',
}

/** Within a sentence. */
export const depthName = (reach: Reach): string => DEPTH_NAMES[reach].toLowerCase()
