import { MINUTE_MS } from '../kernel/duration'

/**
 * How early (ms) a learning card may be shown when nothing else is left: 20 minutes, as in Anki.
 */
export const LEARN_AHEAD_MS = 20 * MINUTE_MS
