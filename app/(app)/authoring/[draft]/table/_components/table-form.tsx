'use client'

import { type ChangeEvent, useState } from 'react'
import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { TextField } from '@/app/_components/text-field'
import { errorOf, type FormState } from '@/app/_forms/form-state'
import { decodeText } from '@/lib/interop/roster/decode-text'
import { count } from '@/lib/kernel/count'
import { importTable } from '../actions'
import type { TableState } from './table-state'

/** The lines are checked and shown first, and imported when none of them has a fault. */
export function TableForm({ draftId }: { draftId: string }) {
  return (
    <ActionForm action={importTable} className="max-w-4xl">
      {(state, pending) => <TableFields draftId={draftId} state={state} pending={pending} />}
    </ActionForm>
  )
}

type Props = { draftId: string; state: FormState<TableState>; pending: boolean }

function TableFields({ draftId, state, pending }: Props) {
  const [text, setText] = useState('')
  // Nothing is imported by a check of something else: a change after it asks for a new one.
  const [changedAt, setChangedAt] = useState<FormState<TableState> | null>(null)
  const put = (next: string) => {
    setText(next)
    setChangedAt(state)
  }
  const checked = state.kind === 'done' && changedAt !== state ? state.value : null
  return (
    <>
      <input type="hidden" name="draft" value={draftId} />
      <TableFile onText={put} disabled={pending} />
      <TextField
        label="Table"
        name="text"
        rows={12}
        spellCheck={false}
        hint="Paste the cells of a spreadsheet, or CSV. A cell with a list has a | between its entries, and a pair has = between its sides."
        className="font-mono text-sm"
        value={text}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) => put(event.target.value)}
        readOnly={pending}
        error={errorOf(state, 'text')}
      />
      <SubmitButton name="step" value="check" kind="secondary" className="self-start">
        Check the lines
      </SubmitButton>
      {checked === null ? null : <Found checked={checked} />}
    </>
  )
}

function Found({ checked: { questions, faults, more } }: { checked: TableState }) {
  return (
    <>
      {faults.length > 0 ? (
        <Notice
          kind="error"
          title={`${count(faults.length + more, 'fault')} in the table. Nothing was imported.`}
        >
          <ul className="mt-2 space-y-1">
            {faults.map(({ line, column, message }) => (
              <li key={`${line} ${column} ${message}`} className="wrap-anywhere">
                Line {line}
                {column === null ? '' : `, column ${column}`}: {message}
              </li>
            ))}
          </ul>
          {more > 0 ? <p className="mt-2">And {more} more.</p> : null}
        </Notice>
      ) : null}
      {questions.length === 0 ? null : (
        <Table caption="Questions of the table">
          <thead>
            <tr>
              <Th numeric>Line</Th>
              <Th>Question</Th>
              <Th>Kind</Th>
              <Th>Id</Th>
            </tr>
          </thead>
          <tbody>
            {questions.map(({ line, id, kind, prompt }) => (
              <tr key={line}>
                <Td numeric>{line}</Td>
                <RowTh plain named>
                  {prompt}
                </RowTh>
                <Td>{kind}</Td>
                <Td>{id}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {faults.length === 0 && questions.length > 0 ? (
        <SubmitButton name="step" value="import" className="self-start">
          Put {count(questions.length, 'question')} into the draft
        </SubmitButton>
      ) : null}
    </>
  )
}

/** What the server takes in one form. */
const MOST_BYTES = 900_000

type FileProps = { onText: (text: string) => void; disabled: boolean }

function TableFile({ onText, disabled }: FileProps) {
  const [error, setError] = useState<string>()
  const open = async (file: File | undefined) => {
    setError(undefined)
    if (file === undefined) return
    if (file.size > MOST_BYTES) {
      setError('This file is longer than 900 kB. Divide the table into several.')
      return
    }
    try {
      const { text } = decodeText(new Uint8Array(await file.arrayBuffer()))
      if (text.startsWith('PK') || text.startsWith('%PDF')) {
        setError(
          'This is a workbook or a document. Save it as “CSV UTF-8”, or paste its cells below.',
        )
        return
      }
      onText(text)
    } catch {
      setError('This file cannot be read. Choose it again, or paste its cells below.')
    }
  }
  return (
    <div className="noscript:hidden">
      <Field
        label="Read it from a file"
        // Not of this form: the browser reads the file, and only its text is sent.
        form="none"
        name="file"
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        disabled={disabled}
        error={error}
        onChange={(event) => void open(event.target.files?.[0])}
      />
    </div>
  )
}
