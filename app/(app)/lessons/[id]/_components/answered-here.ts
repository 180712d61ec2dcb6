import type { SessionCard } from '@/lib/review/wire'

/** Prompts answered since the page was loaded, by question: coming back to the lesson keeps them answered. */
export const answeredHere = new Map<string, SessionCard>()
