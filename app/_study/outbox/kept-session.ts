import type { Session } from '@/lib/review/session'
import type { SessionPayload } from '@/lib/review/wire'

/** A sitting as it is written down beside the outbox: plain data with the ground it stands on. */
export type KeptSession = {
  /** '' for all that is due. */
  readonly scope: string
  readonly tab: string
  /** The build that wrote it: another one may not read it. */
  readonly build: string
  readonly session: Session
  readonly ground: Pick<SessionPayload, 'clock' | 'model' | 'load'>
  /** Server's time (ms) as this browser reckoned it. */
  readonly savedAt: number
  /** Server's time less this browser's clock, ms. */
  readonly offsetMs: number
}

export const BUILD = process.env.STEPPE_BUILD ?? 'development'

const TAB_KEY = 'steppe-tab'
let tab: string | null = null

/** Names this tab, over reloads too. */
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

/** The one to take up again: this tab's own, else the newest. */
export function bestOf(kept: readonly KeptSession[]): KeptSession | null {
  const readable = kept.filter(({ build }) => build === BUILD)
  const own = readable.find((each) => each.tab === thisTab())
  return own ?? readable.sort((a, b) => b.savedAt - a.savedAt)[0] ?? null
}
