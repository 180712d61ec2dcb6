import 'server-only'
import { uuidv7 } from 'uuidv7'
import { countAttempt } from '../../db/connection/throttle'
import { recordAudit } from '../../db/people/audit'
import { findLogin } from '../../db/people/users'
import { mailServer } from '../../mail/mail-server'
import { html, plainText } from '../../reminder/message'
import { passwordLinkMessage } from '../../reminder/password-link'
import { mailSettings } from '../mail-settings'
import { tooMany } from './assert-may-try'
import { LINK_HOURS, storeLink } from './make-password-link'

/** Whether people can ask for a link themselves: it comes by mail and in no other way. */
export const canAskForPasswordLink = (): boolean => mailSettings().kind === 'smtp'

/**
 * Counts a request for a link, whether or not there is an account with this address (in lower
 * case). Throws too_many_attempts after three within an hour.
 */
export async function countPasswordRequest({ email }: { email: string }): Promise<void> {
  const waitS = await countAttempt('new-password', email)
  if (waitS > 0) {
    throw tooMany('A link for this address was asked for several times within an hour.', waitS)
  }
}

/**
 * Sends a link for a new password to this address, if an account has it and is not disabled. Call
 * this after the answer to the request: how long it takes would tell who has an account. Logs a
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
  const { id, name } = login.user
  const { code } = await storeLink(id, null, now)
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
  if (delivery.kind === 'accepted') {
    await recordAudit({ at: now, actorId: null, kind: 'password_link_asked', detail: { user: id } })
    return
  }
  console.error(
    `The mail with a link for a new password to ${email} was not sent (${delivery.kind}): ${delivery.why}`,
  )
}
