import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Notice } from '@/app/_components/notice'
import { PrintButton } from '@/app/_components/print-button'
import { formatDateIn } from '@/app/_format/format-date'
import { publicOrigin } from '@/app/_http/public-origin'
import { Wordmark } from '@/app/_shell/wordmark'
import { checkCertificate } from '@/lib/server/exam/check-certificate'
import { CertificateSheet } from './_components/certificate-sheet'
import './_components/certificate.css'

type Props = { params: Promise<{ code: string }> }

/** Cached, because the title and the page both load it. */
const load = cache(async (code: string) => (await checkCertificate({ code })) ?? notFound())

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, examTitle } = await load((await params).code)
  return {
    title: `Certificate: ${name ?? 'former account'}, ${examTitle}`,
    robots: { index: false, follow: false },
  }
}

/**
 * Open to anybody who has the code. It shows whether the certificate is valid, and the certificate
 * itself.
 */
export default async function CertificatePage({ params }: Props) {
  const certificate = await load((await params).code)
  const { voidedAt, zone, code } = certificate
  const { host } = new URL(await publicOrigin())
  return (
    <div className="certificate-page mx-auto w-[min(100%-2rem,50rem)] py-8">
      <header className="mb-6 flex items-baseline justify-between border-b border-rule-ink pb-2 print:hidden">
        <Wordmark />
        <span className="text-label text-ink-2">Certificate check</span>
      </header>
      <main id="main" tabIndex={-1}>
        <div className="mb-8 flex flex-wrap items-center justify-between gap-4 print:hidden">
          {voidedAt === null ? (
            <Notice kind="done" title="Valid">
              This server issued the certificate below, and it is valid.
            </Notice>
          ) : (
            <Notice kind="error" title="Revoked">
              This server issued the certificate below. It was revoked on{' '}
              {formatDateIn(voidedAt, zone)}.
            </Notice>
          )}
          <PrintButton />
        </div>
        <CertificateSheet certificate={certificate} address={`${host}/certificates/${code}`} />
      </main>
    </div>
  )
}
