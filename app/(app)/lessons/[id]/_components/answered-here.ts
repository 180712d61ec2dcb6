import type { SessionCard } from '@/lib/review/wire'

/**
 * Prompts answered since the page was loaded, by question. They stay answered when somebody returns
 * to the lesson.
 */
export const answeredHere = new Map<string, SessionCard>()
