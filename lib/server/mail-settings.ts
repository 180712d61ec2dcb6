import 'server-only'
import { configuredOrigin } from '../origin/configured-origin'

export type MailSettings =
  /** No mail server: everything is said inside the app. */
  | { readonly kind: 'none' }
  /** A mail server without what a mail needs. */
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  | { readonly kind: 'smtp'; readonly url: string; readonly from: string; readonly appUrl: string }

type Environment = Readonly<Record<string, string | undefined>>

/** STEPPE_SMTP_URL, STEPPE_MAIL_FROM and STEPPE_URL; a mail leads back here, so it needs the last. */
export function mailSettings(environment: Environment = process.env): MailSettings {
  const url = environment.STEPPE_SMTP_URL
  if (!url) return { kind: 'none' }
  const from = environment.STEPPE_MAIL_FROM
  const appUrl = configuredOrigin(environment)
  if (from && appUrl) return { kind: 'smtp', url, from, appUrl }
  const missing = [...(from ? [] : ['STEPPE_MAIL_FROM']), ...(appUrl ? [] : ['STEPPE_URL'])]
  return { kind: 'incomplete', missing }
}
