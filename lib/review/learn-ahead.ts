import { MINUTE_MS } from '../kernel/duration'

/** How much too early (ms) a learning card may come when nothing else is left: Anki's 20 minutes. */
export const LEARN_AHEAD_MS = 20 * MINUTE_MS
