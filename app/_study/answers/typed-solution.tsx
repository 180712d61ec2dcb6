import { PlainAnswer } from './plain-answer'
import { TypedDifference } from './typed-difference'

type Props = {
  right: string
  wrote: string
  /** All right forms, to compare with letter by letter; none for what is not compared so. */
  accepted: readonly string[]
}

/** The right answer, and what was typed beside it. */
export function TypedSolution({ right, wrote, accepted }: Props) {
  const typed = wrote.trim()
  return (
    <>
      <PlainAnswer>{right}</PlainAnswer>
      {typed === '' ? null : <TypedDifference wrote={typed} accepted={accepted} />}
    </>
  )
}
