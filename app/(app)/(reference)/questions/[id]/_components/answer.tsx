import { FactItem } from '@/app/(app)/_components/facts/fact-item'
import type { QuestionView } from '@/lib/server/reference/load-question'

/** Behind a press, for who wants to try first; with it what it rests on, since that tells too. */
export function Answer({ question: { answer, explanation, facts } }: { question: QuestionView }) {
  return (
    <details className="mt-6 border-y border-rule py-1">
      <summary className="cursor-pointer py-2 text-accent underline underline-offset-4">
        Show the answer
      </summary>
      <p className="mt-2 font-serif text-lg font-semibold">{answer}</p>
      <p className="mt-2 mb-3 font-serif leading-7">{explanation}</p>
      <h2 className="mt-8 text-lg">What it rests on</h2>
      <ul className="mt-3 mb-4 space-y-5">
        {facts.map((fact) => (
          <FactItem key={fact.id} fact={fact} />
        ))}
      </ul>
    </details>
  )
}
