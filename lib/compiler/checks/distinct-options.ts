import type { Check, DraftQuestion, Path } from '../draft'
import type { Fault } from '../fault'
import { fault } from '../fault'
import { equalTexts } from './equal-texts'

/** No option stands twice in a question, also not in another spelling: a choice has one right answer. */
export const distinctOptions: Check = (draft) => draft.questions.flatMap(optionsOf)

function optionsOf(question: DraftQuestion): readonly Fault[] {
  const { value } = question
  switch (value.kind) {
    case 'choice': {
      const options = [option(value.answer, ['answer']), ...list('distractors', value.distractors)]
      return repeats(question, options, (first) =>
        first === 0 ? 'two right answers' : 'two equal options',
      )
    }
    case 'multi': {
      const options = [...list('answers', value.answers), ...list('distractors', value.distractors)]
      const right = value.answers.length
      return repeats(question, options, (first, again) =>
        first < right && again >= right ? 'an option both right and wrong' : 'two equal options',
      )
    }
    case 'order':
      return repeats(question, list('items', value.items), () => 'two equal items')
    case 'match': {
      const side = (key: 'left' | 'right') =>
        value.pairs.map((pair, i) => option(pair[key], ['pairs', i, key]))
      return [
        ...repeats(question, side('left'), () => 'two equal left sides'),
        ...repeats(question, side('right'), () => 'two equal right sides'),
      ]
    }
    case 'map':
      return [
        ...repeats(question, list('answers', value.answers), () => 'an answer twice'),
        ...repeats(question, list('candidates', value.candidates), () => 'a candidate twice'),
      ]
    case 'flash':
    case 'cloze':
    case 'number':
    case 'text':
      return []
  }
}

type Option = { readonly text: string; readonly path: Path }

const option = (text: string, path: Path): Option => ({ text, path })

const list = (key: string, texts: readonly string[]): readonly Option[] =>
  texts.map((text, i) => option(text, [key, i]))

function repeats(
  { value, at }: DraftQuestion,
  options: readonly Option[],
  what: (first: number, again: number) => string,
): readonly Fault[] {
  return equalTexts(options.map(({ text }) => text)).flatMap(({ first, again }) => {
    const [one, other] = [options[first], options[again]]
    if (one === undefined || other === undefined) return []
    const message = `question \`${value.id}\` has ${what(first, again)}: "${one.text}" and "${other.text}"`
    return [fault(at(other.path), 'distinct-options', message)]
  })
}
