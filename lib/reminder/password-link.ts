import type { Message } from './message'

/** For somebody who forgot their password. `path` is secret. */
export function passwordLinkMessage({
  name,
  path,
  hours,
}: {
  readonly name: string
  readonly path: string
  readonly hours: number
}): Message {
  return {
    subject: 'A new password for Steppe',
    parts: [
      { kind: 'text', text: `Hello ${name},` },
      {
        kind: 'text',
        text: `Somebody, probably you, asked for a new password for your account at Steppe. Set it with this link, which works once and within ${hours} hours.`,
      },
      {
        kind: 'text',
        text: 'If you did not ask for it, ignore this mail. Your password stays as it is.',
      },
    ],
    action: { label: 'Set a new password', path },
  }
}
