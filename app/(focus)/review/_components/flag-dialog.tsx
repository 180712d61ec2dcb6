'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/app/_components/button'
import { controlClass } from '@/app/_components/control-class'
import { Dialog } from '@/app/_components/dialog'

const REASONS = [
  'The answer is wrong',
  'The question is unclear',
  'It is out of date',
  'My answer should count',
  'Something else',
] as const

const MOST = 1900

type Props = { prompt: string; onFlag: (comment: string) => void; onClose: () => void }

/** Reports what is wrong with a question to the people who can correct it. */
export function FlagDialog({ prompt, onFlag, onClose }: Props) {
  const id = useId()
  const [reason, setReason] = useState<string>(REASONS[0])
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = words.trim()
    if (said === '') setMissing(true)
    else onFlag(`${reason}: ${said}`)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Flag this question"
      description="Instructors see your comment and the answer you gave. The question stays in your session."
    >
      <p className="mb-5 border-l-2 border-rule-2 pl-3 font-serif">{prompt}</p>
      <form onSubmit={submit} noValidate>
        <fieldset>
          <legend className="mb-1 text-sm font-semibold">What is wrong?</legend>
          {REASONS.map((each) => (
            <label key={each} className="flex min-h-9 cursor-pointer items-center gap-2.5 text-sm">
              <input
                type="radio"
                name={id}
                checked={reason === each}
                onChange={() => setReason(each)}
                className="size-4 accent-accent"
              />
              {each}
            </label>
          ))}
        </fieldset>
        <label htmlFor={`${id}-words`} className="mt-4 mb-1.5 block text-sm font-semibold">
          Comment
        </label>
        <textarea
          id={`${id}-words`}
          rows={4}
          maxLength={MOST}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            setMissing(false)
          }}
          aria-invalid={missing || undefined}
          aria-describedby={missing ? `${id}-missing` : undefined}
          className={`${controlClass} bg-sheet`}
        />
        <p
          id={`${id}-missing`}
          role="alert"
          className="mt-1.5 text-label font-semibold text-again empty:hidden"
        >
          {missing ? 'Describe in a few words what is wrong, so that it can be corrected.' : ''}
        </p>
        <div className="mt-5 flex flex-wrap gap-3">
          <Button type="submit">Send flag</Button>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
