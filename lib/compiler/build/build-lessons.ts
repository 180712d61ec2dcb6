import type { Fact, Lesson, LessonBlock, Source } from '../../course/types'
import type { EntityId } from '../../kernel/ids'
import type { Draft, DraftLesson, LessonPart } from '../draft'
import { plainText } from '../lesson/lesson-text'
import { pictureText } from '../lesson/picture-text'
import { type CitationsOf, renderHtml } from '../lesson/render-html'
import { lessonsInOrder } from './course-order'

/** The lessons as the catalogue stores them, in course order. */
export function buildLessons(
  draft: Draft,
  facts: readonly Fact[],
  sources: readonly Source[],
): readonly Lesson[] {
  const byFact = new Map<string, Fact>(facts.map((fact) => [fact.id, fact]))
  const bySource = new Map(sources.map((source) => [source.id, source]))
  const names = new Map(draft.entities.map(({ value }) => [value.id, value.name]))
  const nameOf = (id: EntityId) => names.get(id) ?? id
  const citationsOf: CitationsOf = (id) =>
    (byFact.get(id)?.cites ?? []).flatMap((cite) => {
      const from = bySource.get(cite.source)
      return from === undefined ? [] : [{ ...cite, from }]
    })
  return lessonsInOrder(draft).map((lesson) => ({
    ...lesson.value,
    blocks: lesson.parts.map((part) => blockOf(part, citationsOf)),
    text: textOf(lesson, facts, nameOf),
    facts: [...new Set(lesson.facts.map(({ id }) => id))],
    recalls: lesson.recalls.map(({ id }) => id),
  }))
}

const blockOf = (part: LessonPart, citationsOf: CitationsOf): LessonBlock =>
  part.kind === 'block' ? part.block : { kind: 'html', html: renderHtml(part.nodes, citationsOf) }

function textOf(
  lesson: DraftLesson,
  facts: readonly Fact[],
  nameOf: (id: EntityId) => string,
): string {
  const texts = lesson.parts.map((part) => {
    if (part.kind === 'markdown') return plainText(part.nodes)
    return part.block.kind === 'recall' ? '' : pictureText(part.block, facts, nameOf)
  })
  return texts.filter((text) => text !== '').join('\n\n')
}
