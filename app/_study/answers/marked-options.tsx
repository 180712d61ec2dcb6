import { classNames } from '@/app/_components/class-names'
import { CheckIcon, CrossIcon } from '@/app/_components/icons'

type Props = {
  options: readonly string[]
  right: readonly string[]
  picked: readonly string[]
}

/** The options as they stood, each with what it was and whether it was picked, in words. */
export function MarkedOptions({ options, right, picked }: Props) {
  return (
    <ul>
      {options.map((option) => {
        const isRight = right.includes(option)
        const isPicked = picked.includes(option)
        return (
          <li
            key={option}
            className={classNames(
              'flex min-h-12 items-start gap-3 border-t border-rule px-2 py-3 last:border-b',
              isRight ? 'font-semibold' : 'text-ink-2',
            )}
          >
            <span className="mt-1 w-4 shrink-0">
              {isRight ? <CheckIcon className="text-good" /> : null}
              {isPicked && !isRight ? <CrossIcon className="text-again" /> : null}
            </span>
            <span className="min-w-0 flex-1">{option}</span>
            <span className="shrink-0 text-sm leading-[1.625rem] font-semibold">
              <Mark
                isRight={isRight}
                isPicked={isPicked}
                missable={right.length > 1 && picked.length > 0}
              />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

type MarkProps = { isRight: boolean; isPicked: boolean; missable: boolean }

function Mark({ isRight, isPicked, missable }: MarkProps) {
  if (isRight && isPicked) return <span className="text-good">Your answer: correct</span>
  if (isRight)
    return <span className="text-good">{missable ? 'Correct, not chosen' : 'Right'}</span>
  return isPicked ? <span className="text-again">Your answer: incorrect</span> : null
}
