import 'server-only'
import { createTransport } from 'nodemailer'
import { type Delivery, deliveryOf } from './delivery'

type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Null for a mail in plain text alone. */
  readonly html: string | null
  /**
   * The id without angle brackets. It is the same for the same message, so that a mail program can
   * recognise a repeat.
   */
  readonly messageId: string
  /**
   * The address where these mails can be turned off, which mail programs show. Null for a mail that
   * somebody asked for.
   */
  readonly unsubscribeUrl: string | null
}

export type MailServer = {
  /** Why no mail can be sent now, or null if it can. Sends nothing. */
  readonly fault: () => Promise<string | null>
  /** Never rejects. */
  readonly send: (mail: Mail) => Promise<Delivery>
}

const PATIENCE_MS = 20_000

/**
 * `url` is `smtp://user:password@host:587` or `smtps://…`. `from` is an address with or without a
 * name.
 */
export function mailServer({ url, from }: { url: string; from: string }): MailServer {
  const transport = createTransport({
    url,
    // There is no connection pool: a pool sends again on its own when a connection ends, and could
    // send twice.
    pool: false,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  })
  return {
    fault: async () => {
      try {
        await transport.verify()
        return null
      } catch (error) {
        return error instanceof Error ? error.message : String(error)
      }
    },
    send: async ({ to, subject, text, html, messageId, unsubscribeUrl }) => {
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          ...(html !== null && { html }),
          messageId: `<${messageId}>`,
          ...(unsubscribeUrl !== null && {
            list: { unsubscribe: { url: unsubscribeUrl, comment: 'Settings' } },
          }),
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { kind: 'accepted' }
      } catch (error) {
        return deliveryOf(error)
      }
    },
  }
}
