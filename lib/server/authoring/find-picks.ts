import 'server-only'
import type { Option } from '../../authoring/forms/field-spec'
import { matching } from '../../authoring/matching'
import { ownDocumentsOf } from '../../db/authoring/own-documents'
import type { InstructorScope } from '../scope'
import { draftOf, workspaceOf } from './draft-of'
import { draftIn, readFiles } from './examined'
import { publishedFiles } from './published-files'

/** What a form can look for in the course. */
export const LOOKED_FOR = ['facts', 'citations', 'states'] as const
export type LookedFor = (typeof LOOKED_FOR)[number]

const MOST = 12
const EXCERPT = 240

/**
 * Facts, paragraphs or states of a course with a draft in it, by words that stand in them. Throws
 * not_found, course_not_published.
 */
export async function findPicks(
  _: InstructorScope,
  input: {
    readonly draftId: string
    /** The course of what is being written. */
    readonly course: string
    readonly what: LookedFor
    readonly query: string
  },
): Promise<readonly Option[]> {
  const { files } = workspaceOf(await publishedFiles(), await draftOf(input.draftId))
  const draft = draftIn(readFiles(files), input.course)
  if (draft === undefined) return []
  switch (input.what) {
    case 'facts':
      return matching(
        draft.facts.map(({ value }) => ({ value: value.id, label: value.statement })),
        input.query,
        MOST,
      )
    case 'states':
      return matching(
        draft.entities
          .filter(({ value }) => value.kind === 'state')
          .map(({ value }) => ({ value: value.id, label: value.name })),
        input.query,
        MOST,
      )
    case 'citations': {
      const own = await ownDocumentsOf(draft.sources.map(({ value }) => value.id))
      const paragraphs = draft.sources.flatMap(({ value }) =>
        Array.from({ length: value.paragraphs }, (__, i) => {
          const number = i + 1
          const section = value.sections.find(({ from, to }) => from <= number && number <= to)
          const text = own.get(value.id)?.[i]?.slice(0, EXCERPT) ?? ''
          const parts = [`${value.title}, paragraph ${number}`, section?.title ?? '', text]
          return {
            value: `${value.id}#${number}`,
            label: parts.filter((part) => part !== '').join(' · '),
          }
        }),
      )
      return matching(paragraphs, input.query, MOST)
    }
  }
}
