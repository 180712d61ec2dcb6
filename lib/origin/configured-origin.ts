type Environment = Readonly<Record<string, string | undefined>>

/**
 * The public origin that the person who runs Steppe has set, for what no request leads to, such as
 * mails; null when there is none. The start has checked it and written it into STEPPE_URL
 * (bin/support/origin/configured-origin.mjs).
 */
export function configuredOrigin(environment: Environment): string | null {
  const given = environment.STEPPE_URL
  if (!given || !URL.canParse(given)) return null
  const { protocol, origin } = new URL(given)
  return protocol === 'http:' || protocol === 'https:' ? origin : null
}
