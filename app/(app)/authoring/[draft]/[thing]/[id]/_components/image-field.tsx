'use client'

import { useEffect, useRef, useState } from 'react'
import { inputName } from '@/app/_authoring/field-name'
import { Field } from '@/app/_components/field'
import { postFile } from '@/app/_http/post-file'
import type { FieldSpec } from '@/lib/authoring/forms/field-spec'
import type { FormGround } from './form-ground'

type Props = { spec: FieldSpec; ground: FormGround }

const HINT =
  'A png, jpg, jpeg, webp or svg file of at most 500,000 bytes and 4,000 pixels each way. An svg file may only draw.'

/**
 * The file of an image. It is sent when it is chosen, so that what is wrong with it is said at once, and the
 * form has its name. Without JavaScript it is sent with the form.
 */
export function ImageField({ spec, ground }: Props) {
  const { draftId, userId, faultOf, onFill } = ground
  const [shown, setShown] = useState({
    name: ground.values[spec.name] ?? '',
    content: ground.content,
    isNew: false,
  })
  const [error, setError] = useState<string | undefined>(undefined)
  const [sending, setSending] = useState(false)
  const [isReady, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const turn = useRef(0)
  const choose = async (file: File | undefined) => {
    turn.current += 1
    const mine = turn.current
    if (file === undefined) return
    setSending(true)
    const asked = new URLSearchParams({ draft: draftId, name: file.name })
    const reply = await postFile(userId, `/api/authoring/image?${asked}`, file, isAdded)
    // Another file was chosen meanwhile.
    if (mine !== turn.current) return
    setSending(false)
    if (reply.kind === 'refused') return setError(reply.message)
    setError(undefined)
    setShown({ name: reply.answer.name, content: reply.answer.content, isNew: true })
    onFill()
  }
  return (
    <div className="flex flex-col gap-3">
      <input type="hidden" name={inputName(spec.name)} value={shown.name} />
      <input type="hidden" name="content" value={shown.isNew ? shown.content : ''} />
      {shown.content === '' ? null : (
        <figure className="border border-rule bg-sheet p-3">
          {/* biome-ignore lint/performance/noImgElement: its address is a route of this server */}
          <img
            src={`/api/authoring/image?${new URLSearchParams({ draft: draftId, file: shown.content })}`}
            alt=""
            className="mx-auto max-h-56 max-w-full"
          />
          <figcaption className="mt-2 text-label text-ink-2 wrap-anywhere">
            {shown.name}
            {shown.isNew ? ', not saved yet' : ''}
          </figcaption>
        </figure>
      )}
      <Field
        label={shown.content === '' ? spec.label : 'Choose another file'}
        // The file itself is sent only by browsers that run no JavaScript.
        {...(isReady ? { form: 'none' } : {})}
        name="upload"
        type="file"
        accept=".png,.jpg,.jpeg,.webp,.svg"
        hint={HINT}
        error={error ?? faultOf(spec.name)}
        onChange={(event) => {
          event.stopPropagation()
          void choose(event.target.files?.[0])
        }}
      />
      <p role="status" className="text-label text-ink-2 empty:hidden">
        {sending ? 'Sending the file …' : ''}
      </p>
    </div>
  )
}

type Added = { name: string; content: string }

const isAdded = (value: unknown): value is Added =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'content' in value &&
  typeof value.content === 'string'
