import 'server-only'
import { compileCourse } from '../../compiler/compile'
import { type Fault, sortFaults } from '../../compiler/fault'
import { readCourse } from '../../compiler/read'
import { faultsText, plural } from '../../compiler/report/report'
import { readDocuments } from '../../compiler/verify/read-documents'
import { verifyFiles } from '../../compiler/verify/verify-files'

export type CourseVerification = {
  readonly ok: boolean
  readonly faults: readonly Fault[]
  readonly text: string
}

/**
 * Holds a course folder against the documents in `documents/sources.json`; the faults that
 * `course check` finds come with it. Throws not_found, invalid_input.
 */
export async function verifyCourse(input: {
  readonly folder: string
  readonly documents: string
}): Promise<CourseVerification> {
  const [files, documents] = await Promise.all([
    readCourse(input.folder),
    readDocuments(input.documents),
  ])
  const { faults: unsound } = compileCourse(files, { previous: null })
  const verified = verifyFiles(files, documents)
  const faults = sortFaults([...unsound, ...verified.faults])
  const sound = `Verified: the key terms of ${plural(verified.facts, 'fact')} occur in the ${plural(verified.paragraphs, 'paragraph')} they cite.`
  return {
    ok: faults.length === 0,
    faults,
    text: faults.length === 0 ? sound : faultsText(faults, input.folder),
  }
}
