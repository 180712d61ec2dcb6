import 'server-only'
import { cache } from 'react'
import { type Look, lookIn, lookText, USUAL_LOOK } from '../account/display'
import type { UserId } from '../kernel/ids'
import { chosenLook } from '../server/settings/choose-look'
import { ownCookie, setOwnCookie } from './visitor'

/** The longest that browsers keep a cookie. */
const KEPT_S = 400 * 24 * 60 * 60

/**
 * How pages look in this browser. It stands in a cookie, so that the first paint is right, also before
 * anybody has signed in.
 */
export const currentLook = cache(
  async (): Promise<Look> => lookIn((await ownCookie('look')) ?? '') ?? USUAL_LOOK,
)

/** Call this from an action or a route handler. */
export const wearLook = (look: Look): Promise<void> => setOwnCookie('look', lookText(look), KEPT_S)

/** Whoever signs in finds pages as they chose them elsewhere. */
export async function wearLookOf(userId: UserId): Promise<void> {
  const look = await chosenLook(userId)
  if (look !== null) await wearLook(look)
}
