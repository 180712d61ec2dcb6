import type { Check } from '../draft'
import { fault } from '../fault'

const RECALLS = { least: 4, most: 8 }
const LAST_HEADING = 'What remains uncertain'

/**
 * A lesson must have a picture and four to eight recall prompts, and must end with what remains
 * uncertain.
 */
export const lessonParts: Check = (draft) =>
  draft.lessons.flatMap((lesson) => {
    const name = `lesson \`${lesson.value.id}\``
    const missing = (message: string) => [fault(lesson.at(), 'lesson-parts', message)]
    const pictures = lesson.pictures.length + lesson.images.length + lesson.tables
    const recalls = lesson.recalls.length
    const last = lesson.headings.filter(({ depth }) => depth <= 2).at(-1)
    return [
      ...(pictures > 0 ? [] : missing(`${name} has no picture: a table, ::map or ::timeline`)),
      ...(recalls >= RECALLS.least && recalls <= RECALLS.most
        ? []
        : missing(`${name} has ${recalls} recall prompts; it needs four to eight`)),
      ...(last?.depth === 2 && last.text === LAST_HEADING
        ? []
        : missing(`${name} does not end with the section "## ${LAST_HEADING}"`)),
    ]
  })
