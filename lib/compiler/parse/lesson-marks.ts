import type { Nodes, RootContent } from 'mdast'
import { toString as wordsOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { factDirective } from '../../course/schema/lesson-front'
import type { FactId } from '../../kernel/ids'
import type { Mark } from '../draft'
import type { Fault, Place } from '../fault'
import { fault } from '../fault'
import { PICTURE_NAMES } from './read-directives'
import { understand } from './understand'

/**
 * A directive that Markdown read as plain text, because it is not alone on its line or its braces
 * are wrong.
 */
const UNREAD = new RegExp(`:(recall|image|fact|${PICTURE_NAMES.join('|')})\\b[[{]?`)

/**
 * The facts that the text teaches, its tables, and every construct that a lesson must not contain.
 */
export function collectMarks(
  file: string,
  body: readonly RootContent[],
): { facts: readonly Mark<FactId>[]; tables: number; faults: readonly Fault[] } {
  const facts: Mark<FactId>[] = []
  const faults: Fault[] = []
  let tables = 0
  for (const root of body) {
    visit(root, (node) => {
      const place: Place = { file, line: node.position?.start.line ?? 1 }
      if (node.type === 'table') tables += 1
      if (node.type === 'textDirective' && node.name === 'fact') {
        const raw = { value: node.attributes ?? {}, at: () => place }
        const read = understand(factDirective, raw)
        faults.push(...read.faults)
        if (read.entry !== null) facts.push({ id: read.entry.value.id, place })
        if (wordsOf(node).trim() === '') {
          faults.push(
            fault(place, 'directive', 'a :fact must contain the words that teach the fact'),
          )
        }
      }
      const refusal = refused(node, node === root)
      if (refusal !== null) faults.push(fault(place, refusal.rule, refusal.message))
    })
  }
  return { facts, tables, faults }
}

function refused(node: Nodes, top: boolean): { rule: string; message: string } | null {
  const markdown = (message: string) => ({ rule: 'markdown', message })
  const directive = (message: string) => ({ rule: 'directive', message })
  switch (node.type) {
    case 'html':
      return markdown('a lesson must not contain raw HTML')
    case 'link':
    case 'linkReference':
    case 'definition':
      return markdown('a lesson must not contain links: cite sources with :fact')
    case 'image':
    case 'imageReference':
      return markdown(
        'a lesson must not contain images of Markdown: use ::image, a table, ::map or ::timeline',
      )
    case 'footnoteDefinition':
    case 'footnoteReference':
      return markdown('a lesson must not contain footnotes: cite sources with :fact')
    case 'textDirective':
      if (node.name === 'fact') return null
      return directive(
        `there is no directive \`:${node.name}\` within a line; use :fact[words]{id=}`,
      )
    case 'containerDirective':
      return directive(`there is no directive \`:::${node.name}\``)
    case 'leafDirective':
      return top ? null : directive(`\`::${node.name}\` must be outside lists and quotations`)
    case 'text': {
      const unread = UNREAD.exec(node.value)
      return unread && directive(`\`:${unread[1]}\` is not on a line of its own, or is malformed`)
    }
    default:
      return null
  }
}
