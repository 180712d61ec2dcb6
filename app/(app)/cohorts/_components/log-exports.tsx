/** What the cohort's analysts did, for other programs. */
export function LogExports({ cohortId }: { cohortId: string }) {
  const at = (file: string) => `/cohorts/${cohortId}/export/${file}`
  return (
    <dl className="divide-y divide-rule border-y border-rule text-sm">
      <div className="py-3">
        <dt>
          <a href={at('xapi.json')} download className="link">
            xAPI statements
          </a>
        </dt>
        <dd className="mt-1 text-ink-2">
          What was answered, which lessons were completed, which exams passed or failed: for a
          learning record store, version 1.0.3.
        </dd>
      </div>
      <div className="py-3">
        <dt>
          <a href={at('revlog.csv')} download className="link">
            Review log
          </a>
        </dt>
        <dd className="mt-1 text-ink-2">
          Every review that counts, as programs that train FSRS read it. Numbers stand for the
          analysts.
        </dd>
      </div>
    </dl>
  )
}
