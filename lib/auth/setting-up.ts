import 'server-only'
import { headers } from 'next/headers'
import { type SettingUp, settingUpScope } from '../server/people/second-factor'
import { sessionClaim } from './session-claim'

/** Somebody who has given the password and must set up a second factor before anything else. */
export async function currentSettingUp(): Promise<SettingUp | null> {
  const claim = await sessionClaim(await headers())
  return claim && settingUpScope({ sessionId: claim.sessionId, now: Date.now() })
}
