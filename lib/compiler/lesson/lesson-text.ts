import type { RootContent } from 'mdast'
import { toString as wordsOf } from 'mdast-util-to-string'

/**
 * Plain text of Markdown blocks. Paragraphs are separated by a blank line; list items and table
 * rows have a line each.
 */
export const plainText = (nodes: readonly RootContent[]): string =>
  nodes
    .map(blockText)
    .filter((part) => part !== '')
    .join('\n\n')

function blockText(node: RootContent): string {
  switch (node.type) {
    case 'list':
      return node.children
        .map((item, i) => {
          const mark = node.ordered ? `${(node.start ?? 1) + i}.` : '-'
          return `${mark} ${item.children.map(blockText).join('\n  ')}`
        })
        .join('\n')
    case 'table':
      return node.children
        .map((row) => row.children.map((cell) => oneLine(wordsOf(cell))).join(' | '))
        .join('\n')
    case 'blockquote':
      return node.children.map(blockText).join('\n')
    case 'thematicBreak':
      return ''
    case 'code':
      return node.value
    default:
      return oneLine(wordsOf(node))
  }
}

const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim()
