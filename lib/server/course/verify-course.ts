import 'server-only'
import { type Fault, sortFaults } from '../../compiler/fault'
import { compileLibrary } from '../../compiler/library/compile-library'
import { coursesIn } from '../../compiler/library/library-files'
import { plural } from '../../compiler/report/report'
import { readDocuments } from '../../compiler/verify/read-documents'
import { verifyFiles } from '../../compiler/verify/verify-files'
import { readLibrary } from './read-library'

export type CourseVerification = {
  readonly ok: boolean
  readonly faults: readonly Fault[]
  readonly text: string
}

/**
 * Holds the folder of one course or of all of them against the documents in `documents/sources.json`; the faults that
 * `course check` finds come with it. Throws not_found, invalid_input.
 */
export async function verifyCourse(input: {
  readonly folder: string
  readonly documents: string
}): Promise<CourseVerification> {
  const [{ files, tell, placed }, documents] = await Promise.all([
    readLibrary(input.folder),
    readDocuments(input.documents),
  ])
  const { faults: unsound } = compileLibrary(files, { previous: null })
  const verified = [...coursesIn(files)].map(([course, own]) => {
    const { faults, ...counts } = verifyFiles(own, documents)
    return { ...counts, faults: faults.map((one) => ({ ...one, file: `${course}/${one.file}` })) }
  })
  const faults = sortFaults([...unsound, ...verified.flatMap((one) => one.faults)])
  const sum = (of: (one: (typeof verified)[number]) => number) =>
    verified.reduce((total, one) => total + of(one), 0)
  const facts = sum((one) => one.facts)
  const paragraphs = sum((one) => one.paragraphs)
  const sound = `Verified: the key terms of ${plural(facts, 'fact')} occur in the ${plural(paragraphs, 'paragraph')} they cite.`
  return {
    ok: faults.length === 0,
    faults: placed(faults),
    text: faults.length === 0 ? sound : tell(faults),
  }
}
