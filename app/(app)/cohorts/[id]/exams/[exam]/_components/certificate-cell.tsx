import { Link } from '@/app/_components/link'
import { formatDate } from '@/app/_format/format-date'
import type { Certificate } from '@/lib/exam/exam'
import { RevokeCertificateForm } from './revoke-form'

type Props = {
  cohortId: string
  certificate: Certificate
  name: string
  result: string
  zone: string
}

export function CertificateCell({ cohortId, certificate, name, result, zone }: Props) {
  const { code, voidedAt } = certificate
  return (
    <>
      <Link
        href={`/certificates/${code}`}
        className="link inline-flex min-h-6 items-center whitespace-nowrap"
      >
        {code.slice(0, 5)} …<span className="sr-only"> certificate of {name}</span>
      </Link>
      {voidedAt === null ? (
        <RevokeCertificateForm cohortId={cohortId} code={code} name={name} result={result} />
      ) : (
        <span className="block text-label whitespace-nowrap text-again">
          revoked on {formatDate(voidedAt, zone)}
        </span>
      )}
    </>
  )
}
