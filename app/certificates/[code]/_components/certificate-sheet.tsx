import { formatDateIn } from '@/app/_format/format-date'
import { percent } from '@/lib/kernel/percent'
import type { CertificateView } from '@/lib/server/exam/check-certificate'

type Props = {
  certificate: CertificateView
  /** The address at which anybody can check it. */
  address: string
}

/** The certificate, as printed on A4. */
export function CertificateSheet({ certificate, address }: Props) {
  const { name, examTitle, cohortName, passedAt, zone, right, total, passMark, code, voidedAt } =
    certificate
  return (
    <article className="certificate-sheet relative border border-rule-2 bg-sheet px-6 py-10 text-center sm:px-16 sm:py-16">
      {voidedAt === null ? null : (
        <p className="mb-8 border-y-2 border-again py-2 font-sans text-xl font-semibold tracking-[0.2em] text-again uppercase">
          Revoked on {formatDateIn(voidedAt, zone)}
        </p>
      )}
      <p className="label-caps text-ink-2">Steppe · Regional-security training</p>
      <h1 className="mt-10 text-3xl">Certificate</h1>
      <p className="mt-10 font-serif text-lg text-ink-2">This is to certify that</p>
      <p className="mt-3 font-serif text-3xl font-semibold wrap-break-word">
        {name ?? 'the holder of a former account'}
      </p>
      <p className="mt-6 font-serif text-lg text-ink-2">has passed the sign-off exam</p>
      <p className="mt-3 font-serif text-2xl wrap-break-word">{examTitle}</p>
      <dl className="mx-auto mt-12 max-w-md border-b border-rule text-left text-sm">
        <Line name="Cohort" value={cohortName} />
        <Line name="Date" value={formatDateIn(passedAt, zone)} />
        <Line
          name="Score"
          value={`${right} of ${total} correct, ${percent(right / total)}; pass mark ${percent(passMark)}`}
        />
      </dl>
      <footer className="mt-12 text-label text-ink-2">
        <p>Verification code</p>
        <p className="mt-1 font-mono text-sm break-words text-ink tabular-nums">{code}</p>
        <p className="mt-3 break-words">Check it at {address}</p>
      </footer>
    </article>
  )
}

const Line = ({ name, value }: { name: string; value: string }) => (
  <div className="grid grid-cols-[5rem_1fr] gap-4 border-t border-rule py-2">
    <dt className="text-ink-2">{name}</dt>
    <dd className="min-w-0 wrap-break-word">{value}</dd>
  </div>
)
