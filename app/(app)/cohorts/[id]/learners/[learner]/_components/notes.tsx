'use client'

import { ActionForm } from '@/app/_components/action-form'
import { ConfirmAct } from '@/app/_components/confirm-act'
import { SubmitButton } from '@/app/_components/submit-button'
import { TextField } from '@/app/_components/text-field'
import { formatDateTime } from '@/app/_format/format-date'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { count } from '@/lib/kernel/count'
import { addNote, dropNote } from '../../../actions'

type Note = { id: string; authorName: string; own: boolean; text: string; at: number }
type Props = {
  cohortId: string
  view: { readonly userId: string; readonly name: string; readonly notes: readonly Note[] }
  zone: string
}

/** The notes of the instructors, newest first. */
export function Notes({ cohortId, view, zone }: Props) {
  const person = (
    <>
      <input type="hidden" name="cohort" value={cohortId} />
      <input type="hidden" name="learner" value={view.userId} />
    </>
  )
  return (
    <div className="grid gap-x-16 gap-y-8 lg:grid-cols-2">
      <ActionForm action={addNote}>
        {(state) => (
          <>
            {person}
            <TextField
              label="New note"
              name="text"
              rows={4}
              required
              maxLength={4000}
              defaultValue={typedOr(state, 'text', '')}
              error={errorOf(state, 'text')}
            />
            <SubmitButton size="small" kind="secondary" className="self-start">
              Save the note
            </SubmitButton>
          </>
        )}
      </ActionForm>
      {view.notes.length === 0 ? (
        <p className="font-serif text-ink-2">
          There is no note about {view.name} yet. Analysts do not see notes.
        </p>
      ) : (
        <ol className="divide-y divide-rule border-y border-rule">
          {view.notes.map((note) => (
            <li key={note.id} className="py-3">
              <p className="max-w-measure font-serif wrap-break-word whitespace-pre-line">
                {note.text}
              </p>
              <div className="mt-1 flex flex-wrap items-baseline gap-x-4 text-label text-ink-2">
                <span>
                  {note.authorName}, {formatDateTime(note.at, zone)}
                </span>
                {note.own ? (
                  <ConfirmAct
                    action={dropNote}
                    fields={{ cohort: cohortId, learner: view.userId, note: note.id }}
                    label="Delete"
                    of="this note"
                    title="Delete this note?"
                    confirm="Delete the note"
                  >
                    <p>
                      It has {count(note.text.length, 'character')} and is one of{' '}
                      {count(view.notes.length, 'note')} about {view.name}. A deleted note does not
                      come back; the audit keeps its text.
                    </p>
                  </ConfirmAct>
                ) : null}
              </div>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
