import { lookAlikesIn } from '@/lib/course/look-alikes'
import { type DifferencePart, difference } from '@/lib/grading/difference'

type Props = { wrote: string; accepted: readonly string[] }

/** What was typed beside the answer: letter by letter where the two are alike, else as it stands. */
export function TypedDifference({ wrote, accepted }: Props) {
  const parts = difference(wrote, accepted)
  const alphabet = accepted.some((form) => lookAlikesIn(form) !== null) ? null : lookAlikesIn(wrote)
  const inLetters =
    alphabet === null ? '' : ` (typed with ${alphabet.script} letters that look the same)`
  if (parts === null) {
    return (
      <p className="mt-1 text-sm text-ink-2">
        You wrote: {wrote}
        {inLetters}
      </p>
    )
  }
  return (
    <div className="mt-2 text-sm text-ink-2">
      <p>
        You wrote:{' '}
        <span className="font-serif text-base text-ink">
          {withPlaces(parts).map(({ at, kind, text }) => (
            <Part key={at} kind={kind} text={text} />
          ))}
        </span>
        {inLetters}
      </p>
      <p className="mt-0.5 text-label">
        <del>struck out</del>: too much; <ins className="no-underline">⌞in corners⌟</ins>: left out.
      </p>
    </div>
  )
}

function Part({ kind, text }: DifferencePart) {
  switch (kind) {
    case 'same':
      return text
    case 'extra':
      return <del className="bg-sunk px-0.5 text-again">{visible(text)}</del>
    case 'missing':
      return <ins className="px-0.5 font-semibold text-good no-underline">⌞{visible(text)}⌟</ins>
  }
}

/** A blank that is too much or missing must be seen. */
const visible = (text: string) => text.replaceAll(' ', '␣')

function withPlaces(parts: readonly DifferencePart[]) {
  let at = 0
  return parts.map((part) => {
    const placed = { ...part, at }
    at += part.text.length
    return { ...placed, at: `${placed.at} ${part.kind}` }
  })
}
