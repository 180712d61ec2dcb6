import type { LessonBlock } from '../../course/types'

export type LessonPart = { readonly id: string; readonly title: string }

/**
 * The parts of a lesson, by its headings of the second level, and its blocks with an id at each of them,
 * so that the contents can lead there.
 */
export function lessonContents(blocks: readonly LessonBlock[]): {
  readonly parts: readonly LessonPart[]
  readonly blocks: readonly LessonBlock[]
} {
  const parts: LessonPart[] = []
  const marked = blocks.map((block) => {
    if (block.kind !== 'html') return block
    const html = block.html.replaceAll(/<h2>(.*?)<\/h2>/gs, (_, inner: string) => {
      const title = plainText(inner)
      const id = freeId(title, parts)
      parts.push({ id, title })
      return `<h2 id="${id}">${inner}</h2>`
    })
    return { ...block, html }
  })
  return { parts, blocks: marked }
}

/** `part-who-fears-what`. The prefix keeps it apart from other ids of the page. */
function freeId(title: string, taken: readonly LessonPart[]): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const wanted = `part-${words?.join('-') ?? 'x'}`
  let id = wanted
  for (let n = 2; taken.some((part) => part.id === id); n += 1) id = `${wanted}-${n}`
  return id
}

const plainText = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim()
