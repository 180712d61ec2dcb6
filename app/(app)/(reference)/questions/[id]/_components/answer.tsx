import { FactItem } from '@/app/(app)/_components/facts/fact-item'
import type { QuestionView } from '@/lib/server/reference/load-question'

/**
 * Hidden until pressed, for people who want to try first. The facts are hidden too, because they
 * give the answer away.
 */
export function Answer({ question: { answer, explanation, facts } }: { question: QuestionView }) {
  return (
    <details className="mt-6 border-y border-rule py-1">
      <summary className="cursor-pointer py-2 text-accent underline underline-offset-4">
        Show answer
      </summary>
      <p className="mt-2 font-serif text-lg font-semibold">{answer}</p>
      <p className="mt-2 mb-3 font-serif leading-7">{explanation}</p>
      <h2 className="mt-8 text-lg">Underlying facts</h2>
      <ul className="mt-3 mb-4 space-y-5">
        {facts.map((fact) => (
          <FactItem key={fact.id} fact={fact} />
        ))}
      </ul>
    </details>
  )
}
