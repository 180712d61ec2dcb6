import type { PictureGround } from '../../course/pictures/ground'
import { stands } from '../../course/support'
import type { Fact, Lesson, LessonBlock, Source } from '../../course/types'
import type { CourseImage } from '../../kernel/image'
import type { Draft, DraftLesson, LessonPart } from '../draft'
import { plainText } from '../lesson/lesson-text'
import { pictureText } from '../lesson/picture-text'
import { type CitationsOf, type IsStanding, renderHtml } from '../lesson/render-html'
import { lessonsInOrder } from './course-order'

/** The lessons as the catalogue stores them, in course order. */
export function buildLessons(
  draft: Draft,
  facts: readonly Fact[],
  sources: readonly Source[],
  images: readonly CourseImage[],
): readonly Lesson[] {
  const byFact = new Map<string, Fact>(facts.map((fact) => [fact.id, fact]))
  const bySource = new Map(sources.map((source) => [source.id, source]))
  const citationsOf: CitationsOf = (id) =>
    (byFact.get(id)?.cites ?? []).flatMap((cite) => {
      const from = bySource.get(cite.source)
      return from === undefined ? [] : [{ ...cite, from }]
    })
  const isStanding: IsStanding = (id) => {
    const fact = byFact.get(id)
    return fact === undefined || stands(fact, (source) => bySource.get(source))
  }
  const gone = new Set<string>(
    draft.questions.flatMap(({ value }) => (value.withdrawn === undefined ? [] : [value.id])),
  )
  const isAsked = (part: LessonPart) =>
    part.kind !== 'block' || part.block.kind !== 'recall' || !gone.has(part.block.question)
  const ground: PictureGround = {
    facts,
    sources,
    entities: draft.entities.map(({ value }) => value),
    ...(draft.pictures === null ? {} : { pictures: draft.pictures.value }),
  }
  const shown = new Map(images.map((image) => [image.id, image]))
  return lessonsInOrder(draft).map((lesson) => ({
    ...lesson.value,
    blocks: lesson.parts
      .filter(isAsked)
      .flatMap((part) => blockOf(part, { citationsOf, isStanding, shown }) ?? []),
    text: textOf(lesson, ground, shown),
    facts: [...new Set(lesson.facts.map(({ id }) => id))],
    recalls: lesson.recalls.map(({ id }) => id).filter((id) => !gone.has(id)),
  }))
}

type Shown = ReadonlyMap<string, CourseImage>

function blockOf(
  part: LessonPart,
  {
    citationsOf,
    isStanding,
    shown,
  }: { citationsOf: CitationsOf; isStanding: IsStanding; shown: Shown },
): LessonBlock | null {
  if (part.kind === 'markdown') {
    return { kind: 'html', html: renderHtml(part.nodes, citationsOf, isStanding) }
  }
  const { block } = part
  if (block.kind !== 'image') return block
  const image = shown.get(block.id)
  return image === undefined ? null : { kind: 'image', image }
}

function textOf(lesson: DraftLesson, ground: PictureGround, shown: Shown): string {
  const texts = lesson.parts.map((part) => {
    if (part.kind === 'markdown') return plainText(part.nodes)
    switch (part.block.kind) {
      case 'recall':
        return ''
      case 'image': {
        const image = shown.get(part.block.id)
        return [image?.alt, image?.caption].filter(Boolean).join('\n')
      }
      default:
        return pictureText(part.block, ground)
    }
  })
  return texts.filter((text) => text !== '').join('\n\n')
}
