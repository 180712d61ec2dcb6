import 'server-only'
import { MINUTE_MS } from '../../kernel/duration'
import type { Delivery } from '../../mail/delivery'
import { type MailServer, mailServer } from '../../mail/mail-server'
import { backOffMs } from '../../reminder/back-off'
import { html, type Message, plainText } from '../../reminder/message'
import { mailSettings } from '../mail-settings'

const SETTINGS_PATH = '/settings/reminders'

export type OutgoingMail = {
  /** Identifies person and period, because the same message is sent only once. */
  readonly key: string
  readonly to: string
  readonly message: Message
  /** Plain text alone, for a mail of a few lines. */
  readonly textOnly?: boolean
  /** For a mail that no setting asks for: its last line, in place of how to stop them. */
  readonly because?: string
}

/** Sends mail to people. */
export type Mailer = {
  /**
   * Whether the mail server can be used at `now` (ms). One that has failed is not used for a while.
   */
  readonly isOpen: (now: number) => Promise<boolean>
  readonly deliver: (letter: OutgoingMail) => Promise<Delivery>
}

/** Configured by the environment. Null if all messages are shown inside the app. */
export function mailerFromEnvironment(): Mailer | null {
  const settings = mailSettings()
  switch (settings.kind) {
    case 'none':
      return null
    case 'incomplete':
      console.error(
        `STEPPE_SMTP_URL is set, but mail also needs ${settings.missing.join(' and ')}. Reminders are shown inside Steppe instead.`,
      )
      return null
    case 'smtp':
      return openMailer(mailServer(settings), settings.appUrl)
  }
}

function openMailer(server: MailServer, appUrl: string): Mailer {
  const host = new URL(appUrl).hostname
  let failures = 0
  let asked = { at: Number.NEGATIVE_INFINITY, until: Number.NEGATIVE_INFINITY }
  const failed = (why: string) => {
    failures += 1
    asked = { ...asked, until: asked.at + backOffMs(failures) }
    const minutes = backOffMs(failures) / MINUTE_MS
    console.error(`The mail server failed (${why}); Steppe tries it again in ${minutes} minutes.`)
  }
  return {
    isOpen: async (now) => {
      if (now < asked.until) return false
      // Checked once in each run and not before every mail.
      if (now === asked.at) return true
      asked = { at: now, until: now }
      const fault = await server.fault()
      if (fault !== null) failed(fault)
      return fault === null
    },
    deliver: async ({ key, to, message, textOnly = false, because }) => {
      const settingsPath = because === undefined ? SETTINGS_PATH : null
      const letterhead = { url: appUrl, settingsPath, because }
      const delivery = await server.send({
        to,
        subject: message.subject,
        text: plainText(message, letterhead),
        html: textOnly ? null : html(message, letterhead),
        messageId: `${key.replaceAll('/', '.')}@${host}`,
        unsubscribeUrl: settingsPath === null ? null : `${appUrl}${settingsPath}`,
      })
      if (delivery.kind === 'accepted') failures = 0
      if (delivery.kind === 'down' || delivery.kind === 'unknown') failed(delivery.why)
      return delivery
    },
  }
}
