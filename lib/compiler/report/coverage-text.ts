import type { ParagraphCoverage, SourceCoverage } from '../../course/coverage'

/**
 * The coverage of the sources as text for a terminal: a summary line for each source, then one line
 * for each paragraph.
 */
export const coverageText = (sources: readonly SourceCoverage[]): string =>
  sources.map(sourceText).join('\n\n')

function sourceText({ source, title, paragraphs }: SourceCoverage): string {
  const counts = STATUSES.map((status) => ({
    status,
    n: paragraphs.filter((paragraph) => paragraph.status === status).length,
  }))
  const summary = counts.filter(({ n }) => n > 0).map(({ status, n }) => `${n} ${status}`)
  const head = `${source}: ${title}\n  ${paragraphs.length} paragraphs: ${summary.join(', ')}`
  return [head, ...paragraphs.map(paragraphText)].join('\n')
}

const STATUSES = ['covered', 'taught', 'tested', 'left out', 'open'] as const

function paragraphText(paragraph: ParagraphCoverage): string {
  const { taught, tested, leftOut, status, section } = paragraph
  const details = [
    ...(taught.length > 0 ? [`taught in ${taught.join(', ')}`] : []),
    ...(tested.length > 0 ? [`tested by ${tested.join(', ')}`] : []),
    ...(leftOut === null ? [] : [leftOut]),
    ...(status === 'open' ? [section] : []),
  ]
  const number = `¶${paragraph.paragraph}`.padStart(5)
  return `${number}  ${status.padEnd(8)}  ${details.join('; ')}`
}
