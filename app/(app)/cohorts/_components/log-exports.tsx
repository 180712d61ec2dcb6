/** Downloads of everything that the analysts of the cohort did, for other programs. */
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
          Answers, completed lessons and exam results for a learning record store, version 1.0.3.
        </dd>
      </div>
      <div className="py-3">
        <dt>
          <a href={at('revlog.csv')} download className="link">
            Review log
          </a>
        </dt>
        <dd className="mt-1 text-ink-2">
          All reviews that were not undone, in the format of programs that train FSRS. Analysts are
          anonymised by number.
        </dd>
      </div>
    </dl>
  )
}
