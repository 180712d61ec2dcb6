import type { Session } from '@/lib/review/session'
import type { SessionPayload } from '@/lib/review/wire'

/**
 * A session as it is stored beside the outbox: plain data, with the model and load it was scheduled
 * with.
 */
export type KeptSession = {
  /** '' stands for all due cards. */
  readonly scope: string
  readonly tab: string
  /** The build that stored it. Other builds may not read it. */
  readonly build: string
  readonly session: Session
  readonly ground: Pick<SessionPayload, 'clock' | 'model' | 'load'>
  /** The server's time (ms), as estimated by this browser. */
  readonly savedAt: number
  /** The server's time minus this browser's clock, in ms. */
  readonly offsetMs: number
}

export const BUILD = process.env.STEPPE_BUILD ?? 'development'

const TAB_KEY = 'steppe-tab'
let tab: string | null = null

/** Identifies this tab, also after a reload. */
export function thisTab(): string {
  tab ??= rememberedTab()
  return tab
}

function rememberedTab(): string {
  const fresh = Math.random().toString(36).slice(2)
  try {
    const known = sessionStorage.getItem(TAB_KEY)
    if (known === null) sessionStorage.setItem(TAB_KEY, fresh)
    return known ?? fresh
  } catch {
    return fresh
  }
}

/** The session to resume: this tab's own, otherwise the newest. */
export function bestOf(kept: readonly KeptSession[]): KeptSession | null {
  const readable = kept.filter(({ build }) => build === BUILD)
  const own = readable.find((each) => each.tab === thisTab())
  return own ?? readable.sort((a, b) => b.savedAt - a.savedAt)[0] ?? null
}
