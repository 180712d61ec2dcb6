import type { Correction } from '@/lib/review/wire'

/** Says that the question is not the one that the learner answered last time, and why. */
export function CorrectionNotice({ correction }: { correction: Correction }) {
  const { severity, notes, previousAnswer, previousPrompt } = correction
  return (
    <aside className="mb-4 border-l-2 border-hard pl-3 text-sm" aria-label="Correction">
      <p className="font-semibold">
        {severity === 'meaning'
          ? 'The answer was corrected since you last saw this question.'
          : 'The wording changed since you last saw this question.'}
      </p>
      {previousPrompt === null ? null : (
        <p className="mt-1 text-ink-2">
          It asked before: <del>{previousPrompt}</del>
        </p>
      )}
      {previousAnswer === null ? null : (
        <p className="mt-1">
          No longer right: <del>{previousAnswer}</del>
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="mt-1 text-ink-2">
          {note}
        </p>
      ))}
    </aside>
  )
}
