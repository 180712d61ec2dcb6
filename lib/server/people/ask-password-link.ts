import 'server-only'
import { uuidv7 } from 'uuidv7'
import { countAttempts } from '../../db/connection/throttle'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { findLogin } from '../../db/people/users'
import { mailServer } from '../../mail/mail-server'
import { html, plainText } from '../../reminder/message'
import { passwordLinkMessage } from '../../reminder/password-link'
import { mailSettings } from '../mail-settings'
import { LINK_HOURS, storeLink } from './make-password-link'
import { refuseAfter } from './refuse-after'

/** Whether people can ask for a link themselves: it comes by mail and in no other way. */
export const canAskForPasswordLink = (): boolean => mailSettings().kind === 'smtp'

/**
 * Counts a request for a link, whether or not there is an account with this address (in lower
 * case). Throws too_many_attempts after three within an hour.
 */
export async function countPasswordRequest({
  email,
  from = null,
}: {
  email: string
  /** The address of the client. */
  from?: string | null
}): Promise<void> {
  const byClient = from === null ? [] : [['new-password-from', from] as const]
  const budgets = [['new-password', email] as const, ...byClient]
  const waitS = await countAttempts(budgets)
  await refuseAfter(budgets, waitS, 'A link was asked for several times within an hour.')
}

/**
 * Sends a link for a new password to this address, if an account has it, has a password and is not
 * disabled. Whoever has none signs in at the provider, which may keep them out tomorrow: only an
 * administrator gives them a first password. Call this after the answer to the request: how long it takes would tell who has an account. Logs a
 * failure, because there is nobody to tell.
 */
export async function sendPasswordLink({
  email,
  now,
}: {
  email: string
  now: number
}): Promise<void> {
  const settings = mailSettings()
  const login = await findLogin(email)
  if (settings.kind !== 'smtp' || !login || login.user.disabled) return
  if (login.passwordHash === null) return
  const { id, name } = login.user
  const { code } = await together(async () => {
    await recordAudit({ at: now, actorId: null, kind: 'password_link_asked', detail: { user: id } })
    return storeLink(id, null, now)
  })
  const message = passwordLinkMessage({ name, path: `/reset/${code}`, hours: LINK_HOURS })
  const letterhead = { url: settings.appUrl, settingsPath: null }
  const delivery = await mailServer(settings).send({
    to: email,
    subject: message.subject,
    text: plainText(message, letterhead),
    html: html(message, letterhead),
    messageId: `new-password.${uuidv7()}@${new URL(settings.appUrl).hostname}`,
    unsubscribeUrl: null,
  })
  if (delivery.kind === 'accepted') return
  console.error(
    `The mail with a link for a new password to ${email} was not sent (${delivery.kind}): ${delivery.why}`,
  )
}
