/** Says what was written down about the person, and what is not lost. */
export function AskedNote({ asked }: { asked: string | null }) {
  return (
    <div className="space-y-3 text-sm text-ink-2">
      {asked === null ? null : (
        <p>
          You asked for <span className="break-all">{asked}</span>. Your instructors can see that,
          with the time, beside your attempt. It has no effect on your result.
        </p>
      )}
      <p>Nothing you did is lost. Answers of a review that wait on this device are still sent.</p>
    </div>
  )
}
