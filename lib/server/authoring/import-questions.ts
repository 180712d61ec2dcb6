import 'server-only'
import type { CourseFiles } from '../../authoring/apply-changes'
import { type Change, type CourseDraft, rewritten, withChange } from '../../authoring/draft'
import { faultsOfForm } from '../../authoring/fault-fields'
import { questionTable, type TableFault, type TableQuestion } from '../../authoring/question-table'
import { changeDraft } from '../../db/authoring/drafts'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { readTable } from '../../interop/read-table'
import { AppError } from '../../kernel/app-error'
import type { InstructorScope } from '../scope'
import { assertSeen, draftOf, openDraft, type Workspace, workspaceOf } from './draft-of'
import { examined } from './examined'
import { publishedFiles } from './published-files'
import { type Placed, placedThing, withWrites, writesOf } from './written-thing'

const LONGEST = 900_000

/** A question of the table as it would stand in the draft. */
type ImportedQuestion = {
  readonly line: number
  readonly id: string
  readonly kind: string
  readonly prompt: string
}

export type TableCheck = {
  readonly questions: readonly ImportedQuestion[]
  readonly faults: readonly TableFault[]
}

type Read = TableCheck & { readonly placed: readonly Placed[] }

/** What a table says, and what is wrong with it, by line and column. Throws not_found, invalid_input. Changes nothing. */
export async function checkTable(
  _: InstructorScope,
  { draftId, text }: { readonly draftId: string; readonly text: string },
): Promise<TableCheck> {
  const draft = await draftOf(draftId)
  const { questions, faults } = read(workspaceOf(await publishedFiles(), draft), draft, text)
  return { questions, faults }
}

/**
 * Puts the questions of a table into a draft, all of them or none. Throws not_found, not_allowed, and
 * invalid_input while a line has a fault. Returns how many there are.
 */
export async function importQuestions(
  { user }: InstructorScope,
  { draftId, text, now }: { readonly draftId: string; readonly text: string; readonly now: number },
): Promise<number> {
  // The table is read and checked before anybody waits for the row of the draft.
  const [published, seen] = await Promise.all([publishedFiles(), draftOf(draftId)])
  const { placed, faults } = read(workspaceOf(published, seen), seen, text)
  if (faults.length > 0 || placed.length === 0) {
    throw new AppError(
      'invalid_input',
      'The table has faults. Nothing was imported. Check it again, and correct the lines that are named.',
    )
  }
  // Nothing published and nothing of the draft has the id of a line: each question is new.
  const changes = placed.reduce<readonly Change[]>(
    (before, { target, fields }) => withChange(before, { ...target, base: null, mine: fields }),
    seen.changes,
  )
  return together(async () => {
    const draft = await openDraft(draftId)
    assertSeen(draft, seen.revision)
    await changeDraft(draft.id, rewritten(draft, changes, user.id), now)
    const detail = {
      draft: draft.id,
      title: draft.title,
      what: `${placed.length} questions from a table`,
    }
    await recordAudit({ at: now, actorId: user.id, kind: 'draft_changed', detail })
    return placed.length
  })
}

function read(work: Workspace, draft: CourseDraft, text: string): Read {
  if (text.length > LONGEST) {
    throw new AppError(
      'invalid_input',
      'The table is too long. Nothing was imported. Divide it into several tables.',
    )
  }
  const cells = readTable(text)
  const table = questionTable(cells.lines)
  const faults: TableFault[] = [
    ...cells.faults.map(({ line, reason }) => ({ line, column: null, message: reason })),
    ...table.faults,
  ]
  const taken = new Set<string>()
  const placed: PlacedRow[] = []
  for (const row of table.questions) {
    try {
      const thing = placedRow(work, draft, row, taken)
      taken.add(thing.target.id)
      placed.push({ row, thing })
    } catch (error) {
      faults.push(faultOf(row, error))
    }
  }
  const { files, unwritten } = filesWith(work, placed)
  faults.push(...unwritten)
  const found = examined(files, work.published).faults
  for (const { row, thing } of placed) {
    const { here } = faultsOfForm(found, files, thing.target, {
      specs: thing.specs,
      form: row.form,
    })
    faults.push(
      ...here.map(({ field, message }) => ({
        line: row.line,
        column: field === null ? null : (row.columns[field] ?? field),
        message,
      })),
    )
  }
  return {
    placed: placed.map(({ thing }) => thing),
    questions: placed.map(({ row, thing }) => ({
      line: row.line,
      id: thing.target.id,
      kind: row.kind,
      prompt: row.form.prompt ?? row.form.text ?? '',
    })),
    faults: faults.toSorted((a, b) => a.line - b.line),
  }
}

type PlacedRow = { readonly row: TableQuestion; readonly thing: Placed }

/** The files with these questions in them, and the lines that they cannot hold. */
function filesWith(
  work: Workspace,
  placed: readonly PlacedRow[],
): { readonly files: CourseFiles; readonly unwritten: readonly TableFault[] } {
  const write = (before: CourseFiles, rows: readonly PlacedRow[]) =>
    withWrites(
      { ...work, files: before },
      rows.flatMap(({ thing }) => writesOf(before, thing)),
    )
  try {
    return { files: write(work.files, placed), unwritten: [] }
  } catch {
    // Written one by one, which takes longer, they tell which of them it is.
    const unwritten: TableFault[] = []
    let written = work.files
    for (const one of placed) {
      try {
        written = write(written, [one])
      } catch (error) {
        unwritten.push(faultOf(one.row, error))
      }
    }
    return { files: written, unwritten }
  }
}

/** Throws what is no refusal. */
function faultOf({ line, columns }: TableQuestion, error: unknown): TableFault {
  if (!(error instanceof AppError)) throw error
  return { line, column: columns.id ?? null, message: error.message }
}

/** A line of the table that has the id of an earlier one is refused, or gets an id of its own. */
function placedRow(
  work: Workspace,
  draft: CourseDraft,
  { kind, form }: TableQuestion,
  taken: ReadonlySet<string>,
): Placed {
  const written = {
    thing: 'questions' as const,
    id: null,
    kind,
    form,
    loaded: null,
    told: { severity: null, note: '' },
  }
  return placedThing(work, draft, written, (id) => taken.has(id))
}
