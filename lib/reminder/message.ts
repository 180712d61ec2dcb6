/** A message to one person. `path` leads to the page where they can act on it. */
export type Message = {
  readonly subject: string
  readonly parts: readonly Part[]
  readonly action: { readonly label: string; readonly path: string }
}

export type Part =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/**
 * The address of this server, and the path of the page where reminders can be turned off; null for
 * a mail that is no reminder.
 */
export type Letterhead = {
  readonly url: string
  readonly settingsPath: string | null
  /** Why somebody gets a mail that is no reminder, as a sentence. */
  readonly because?: string | undefined
}

/**
 * The text only, for a notification in the app. Blank lines separate the parts, headings are
 * underlined, and items start with `- `.
 */
export const bodyText = ({ parts }: Message): string => parts.map(partText).join('\n\n')

export function plainText(message: Message, { url, settingsPath, because }: Letterhead): string {
  const { label, path } = message.action
  return [
    bodyText(message),
    `${label}: ${url}${path}`,
    settingsPath === null
      ? `-- \nSent by Steppe.${because === undefined ? '' : ` ${because}`}`
      : `-- \nSent by Steppe because your settings ask for it. To stop: ${url}${settingsPath}`,
    '',
  ].join('\n\n')
}

export function html(message: Message, { url, settingsPath }: Letterhead): string {
  const { label, path } = message.action
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8">',
    `<title>${escaped(message.subject)}</title>`,
    '<body style="font:16px/1.5 Georgia,serif;max-width:36em">',
    ...message.parts.map(partHtml),
    `<p><a href="${escaped(url + path)}">${escaped(label)}</a></p>`,
    settingsPath === null
      ? '<p style="font-size:13px">Sent by Steppe.</p>'
      : `<p style="font-size:13px">Sent by Steppe because your settings ask for it. <a href="${escaped(url + settingsPath)}">Stop or change this</a></p>`,
    '</body></html>\n',
  ].join('\n')
}

function partText(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return `${part.text}\n${'-'.repeat(part.text.length)}`
    case 'text':
      return part.text
    case 'list':
      return part.items.map((item) => `- ${item}`).join('\n')
  }
}

function partHtml(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return `<h2 style="font-size:18px">${escaped(part.text)}</h2>`
    case 'text':
      return `<p>${escaped(part.text)}</p>`
    case 'list':
      return `<ul>${part.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
