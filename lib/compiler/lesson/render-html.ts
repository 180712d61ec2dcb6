import type { Root as HtmlRoot } from 'hast'
import type { Root, RootContent } from 'mdast'
import type { Options as Schema } from 'rehype-sanitize'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { inlineCitationLabel, spokenCitationLabel } from '../../course/citation-label'
import type { Citation, Source } from '../../course/types'

/** What is shown after the words of a passage that teaches a fact. */
export type CitationsOf = (factId: string) => readonly (Citation & { readonly from: Source })[]

/** Whether a fact holds; a passage that teaches another is marked. */
export type IsStanding = (factId: string) => boolean

// GitHub's schema, but without links in the text. Only our citation mark-up is added.
const schema: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), 'span'],
  attributes: {
    ...defaultSchema.attributes,
    a: ['href', 'title', 'ariaLabel', ['className', 'cite']],
    span: [['className', 'fact'], 'dataFact'],
  },
}

const renderer = unified()
  .use(remarkGfm)
  .use(remarkRehype)
  .use(() => emptyHeadersAreCells)
  .use(rehypeSanitize, schema)
  .use(() => tablesTakeTheFocus)
  .use(rehypeStringify)

/**
 * Lesson Markdown as safe HTML. Each `:fact` becomes a span, followed by a link to every paragraph
 * that the fact cites.
 */
export function renderHtml(
  nodes: readonly RootContent[],
  citationsOf: CitationsOf,
  isStanding: IsStanding,
): string {
  const root: Root = { type: 'root', children: structuredClone([...nodes]) }
  visit(root, 'textDirective', (node, index, parent) => {
    if (node.name !== 'fact' || parent === undefined || index === undefined) return
    const id = node.attributes?.id ?? ''
    node.data = { hName: 'span', hProperties: { className: ['fact'], dataFact: id } }
    const links = citationsOf(id).flatMap((cite) => [
      { type: 'text' as const, value: NO_BREAK_SPACE },
      citationLink(cite),
    ])
    const marks = isStanding(id) ? [] : [WITHDRAWN]
    parent.children.splice(index + 1, 0, ...links, ...marks)
    return index + 1 + links.length + marks.length
  })
  const tree = renderer.runSync(root)
  return renderer.stringify(tree).trim()
}

/**
 * The corner cell above a column of row names is no header. An empty `th` would be read aloud as
 * one.
 */
function emptyHeadersAreCells(tree: HtmlRoot): void {
  visit(tree, 'element', (element) => {
    if (element.tagName === 'th' && element.children.length === 0) element.tagName = 'td'
  })
}

/** A table that is wider than a phone is scrolled within itself, which keys can do only in the focus. */
function tablesTakeTheFocus(tree: HtmlRoot): void {
  visit(tree, 'element', (element) => {
    if (element.tagName === 'table') element.properties.tabIndex = 0
  })
}

const NO_BREAK_SPACE = '\u00a0'

/** After a passage whose fact holds no more. */
const WITHDRAWN = {
  type: 'strong' as const,
  children: [{ type: 'text' as const, value: `${NO_BREAK_SPACE}[withdrawn]` }],
}

function citationLink(cite: Citation & { readonly from: Source }) {
  const label = inlineCitationLabel(cite.from, cite.paragraph)
  const full = spokenCitationLabel(cite.from, cite.paragraph)
  return {
    type: 'link' as const,
    url: `/sources/${cite.source}#p${cite.paragraph}`,
    title: full,
    children: [{ type: 'text' as const, value: label }],
    // The visible words come first, because speech control finds a link by what is visible (WCAG
    // 2.5.3).
    data: { hProperties: { className: ['cite'], ariaLabel: `${label}: ${full}` } },
  }
}
