'use client'

import { type ChangeEvent, useDeferredValue, useId, useRef, useState } from 'react'
import { inputName } from '@/app/_authoring/field-name'
import { IdField } from '@/app/_authoring/id-field'
import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { Panel } from '@/app/_components/panel'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { TextField } from '@/app/_components/text-field'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { postFile } from '@/app/_http/post-file'
import type { FieldSpec } from '@/lib/authoring/forms/field-spec'
import { paragraphsOf } from '@/lib/authoring/paragraphs'
import { count } from '@/lib/kernel/count'
import { addOwnDocument } from '../actions'

type Props = { draftId: string; userId: string; specs: readonly FieldSpec[] }

/** A file becomes text that its author corrects; a blank line parts two paragraphs. */
export function DocumentForm({ draftId, userId, specs }: Props) {
  const [text, setText] = useState('')
  const shown = useDeferredValue(text)
  return (
    <div className="grid gap-x-14 gap-y-12 lg:grid-cols-2">
      <ActionForm action={addOwnDocument}>
        {(state) => (
          <>
            <input type="hidden" name="draft" value={draftId} />
            <FileInput userId={userId} onText={setText} />
            <TextField
              label="Text"
              name="text"
              rows={18}
              required
              hint="A blank line parts two paragraphs: delete it to join them, and put one in to split a paragraph."
              value={text}
              onChange={(event: ChangeEvent<HTMLTextAreaElement>) => setText(event.target.value)}
              error={errorOf(state, 'text')}
            />
            {specs.map(({ name, label, hint, shape, options }) => {
              const field = {
                label,
                hint,
                name: inputName(name),
                defaultValue: typedOr(state, inputName(name), ''),
              }
              if (options !== undefined) {
                return (
                  <SelectField key={name} {...field}>
                    <option value="">Choose</option>
                    {options.map((option) => (
                      <option key={option.value} value={option.value}>
                        {option.label}
                      </option>
                    ))}
                  </SelectField>
                )
              }
              return shape === 'text' ? (
                <TextField key={name} {...field} rows={2} />
              ) : (
                <Field key={name} {...field} />
              )
            })}
            <IdField state={state} />
            <SubmitButton className="self-start">Add the document to the draft</SubmitButton>
          </>
        )}
      </ActionForm>
      <Paragraphs text={shown} />
    </div>
  )
}

function FileInput({ userId, onText }: { userId: string; onText: (text: string) => void }) {
  const [state, setState] = useState<{ reading: boolean; error?: string }>({ reading: false })
  const turn = useRef(0)
  const open = async (file: File | undefined) => {
    turn.current += 1
    const mine = turn.current
    if (file === undefined) return setState({ reading: false })
    setState({ reading: true })
    const read = await postFile(userId, '/api/authoring/document', file, hasText)
    // Another file was chosen meanwhile.
    if (mine !== turn.current) return
    if (read.kind === 'refused') return setState({ reading: false, error: read.message })
    setState({ reading: false })
    onText(read.answer.text)
  }
  return (
    <div className="noscript:hidden">
      <Field
        label="Read it from a file"
        // Not of this form: the server reads the file, and its text is sent.
        form="none"
        name="file"
        type="file"
        accept=".txt,.md,.pdf,.docx,text/plain,text/markdown,application/pdf"
        hint="Text (.txt, .md), PDF or .docx, at most 20 MB. What is in the field below is replaced."
        error={state.error}
        onChange={(event) => void open(event.target.files?.[0])}
      />
      <p role="status" className="text-label text-ink-2">
        {state.reading ? 'Reading the file …' : ''}
      </p>
    </div>
  )
}

const hasText = (value: unknown): value is { text: string } =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'

/** A long document has as many as a page can hold. */
const MOST = 400

function Paragraphs({ text }: { text: string }) {
  const id = useId()
  const paragraphs = paragraphsOf(text)
  return (
    <Panel title="Paragraphs" aside={count(paragraphs.length, 'paragraph')}>
      {paragraphs.length === 0 ? (
        <p className="text-sm text-ink-2">
          Choose a file or paste a text. Its paragraphs are numbered here.
        </p>
      ) : (
        <section
          aria-labelledby={id}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          className="max-h-[40rem] overflow-y-auto border-y border-rule"
        >
          <h3 id={id} className="sr-only">
            The text in paragraphs
          </h3>
          <ol className="divide-y divide-rule">
            {paragraphs.slice(0, MOST).map((paragraph, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its number
              <li key={index} className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3 py-2">
                <span className="text-sm text-ink-2 tabular-nums">¶{index + 1}</span>
                <span className="font-serif text-sm leading-6 wrap-anywhere">{paragraph}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {paragraphs.length > MOST ? (
        <p className="mt-2 text-sm text-ink-2">And {paragraphs.length - MOST} more.</p>
      ) : null}
    </Panel>
  )
}
