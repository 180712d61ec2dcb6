/** A line of a page, with its height and the place of its foot, which grows upwards. */
export type PdfLine = { readonly text: string; readonly y: number; readonly height: number }

/** A gap larger than this many lines parts two paragraphs. */
const GAP = 1.6

/**
 * The text of a PDF, with blank lines between its paragraphs. A PDF has no paragraphs, only lines at
 * places: a larger gap parts two, and the end of a page only where a sentence ends. The author sees the
 * result and corrects it.
 */
export function textOfPages(pages: readonly (readonly PdfLine[])[]): string {
  const paragraphs: string[] = []
  let open = ''
  const close = () => {
    if (open.trim() !== '') paragraphs.push(open.trim())
    open = ''
  }
  const seen = pages.map((page) => page.filter(({ text }) => text.trim() !== ''))
  // Of the whole document, because a page may have nothing but a few headings.
  const usual = medianOf(
    seen.flatMap((lines) => lines.flatMap(({ y }, i) => gapBefore(lines, i, y))),
  )
  for (const lines of seen) {
    lines.forEach(({ text, y, height }, i) => {
      const [gap] = gapBefore(lines, i, y)
      const apart = gap === undefined ? endsSentence(open) : gap > GAP * (usual || height || gap)
      if (apart) close()
      open = joinedLines(open, text.trim())
    })
  }
  close()
  return paragraphs.join('\n\n')
}

/** Empty for the first line of a page or of a column. */
function gapBefore(lines: readonly PdfLine[], i: number, y: number): readonly number[] {
  const before = lines[i - 1]
  const gap = before === undefined ? -1 : before.y - y
  return gap > 0 ? [gap] : []
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

const endsSentence = (text: string): boolean => /[.!?:…]["”’»)\]]*$/.test(text.trim())

/** A word that was divided at the end of a line is put together again. */
function joinedLines(before: string, line: string): string {
  if (before === '') return line
  if (/\p{Ll}[-\u00ad]$/u.test(before) && /^\p{Ll}/u.test(line)) return before.slice(0, -1) + line
  return `${before} ${line}`
}
