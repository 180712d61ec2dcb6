import { classNames } from '@/app/_components/class-names'
import { CheckIcon, CrossIcon } from '@/app/_components/icons'

type Props = {
  options: readonly string[]
  right: readonly string[]
  picked: readonly string[]
}

/**
 * What is right and what was picked come first, each with the mark in words. The other options follow,
 * and on a phone they come after the explanation.
 */
export function MarkedOptions(props: Props) {
  const { options, right, picked } = props
  const isMarked = (option: string) => right.includes(option) || picked.includes(option)
  const others = options.filter((option) => !isMarked(option))
  return (
    <>
      <ul>
        {options.filter(isMarked).map((option) => (
          <Option key={option} option={option} {...props} />
        ))}
      </ul>
      {others.length === 0 ? null : (
        <ul aria-label="Other options" className="-mt-px max-sm:order-last max-sm:mt-4">
          {others.map((option) => (
            <Option key={option} option={option} {...props} />
          ))}
        </ul>
      )}
    </>
  )
}

function Option({ option, right, picked }: Props & { option: string }) {
  const isRight = right.includes(option)
  const isPicked = picked.includes(option)
  return (
    <li
      className={classNames(
        'flex min-h-10 items-start gap-3 border-t border-rule px-2 py-2 last:border-b sm:min-h-12 sm:py-3',
        isRight ? 'font-semibold' : 'text-ink-2',
      )}
    >
      <span className="mt-1 w-4 shrink-0">
        {isRight ? <CheckIcon className="text-good" /> : null}
        {isPicked && !isRight ? <CrossIcon className="text-again" /> : null}
      </span>
      <span className="min-w-0 flex-1">{option}</span>
      <span className="shrink-0 text-sm leading-[1.625rem] font-semibold max-sm:max-w-24 max-sm:text-right">
        <Mark
          isRight={isRight}
          isPicked={isPicked}
          missable={right.length > 1 && picked.length > 0}
        />
      </span>
    </li>
  )
}

type MarkProps = { isRight: boolean; isPicked: boolean; missable: boolean }

function Mark({ isRight, isPicked, missable }: MarkProps) {
  if (isRight && isPicked) return <span className="text-good">Your answer: correct</span>
  if (isRight)
    return <span className="text-good">{missable ? 'Correct, not chosen' : 'Right'}</span>
  return isPicked ? <span className="text-again">Your answer: incorrect</span> : null
}
