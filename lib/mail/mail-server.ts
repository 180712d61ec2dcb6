import 'server-only'
import { createTransport } from 'nodemailer'
import { type Delivery, deliveryOf } from './delivery'

type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Without angle brackets; the same for the same message, so that a program can tell a repeat. */
  readonly messageId: string
  /** Where it can be stopped: shown by mail programs. */
  readonly unsubscribeUrl: string
}

export type MailServer = {
  /** Why no mail can be handed over now; null when one can. Sends nothing. */
  readonly fault: () => Promise<string | null>
  /** Never rejects. */
  readonly send: (mail: Mail) => Promise<Delivery>
}

const PATIENCE_MS = 20_000

/** `url`: `smtp://user:password@host:587` or `smtps://…`; `from`: an address, with a name or without. */
export function mailServer({ url, from }: { url: string; from: string }): MailServer {
  const transport = createTransport({
    url,
    // No pool: it sends again by itself when a connection ends, and could send twice.
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
          html,
          messageId: `<${messageId}>`,
          list: { unsubscribe: { url: unsubscribeUrl, comment: 'Settings' } },
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { kind: 'accepted' }
      } catch (error) {
        return deliveryOf(error)
      }
    },
  }
}
