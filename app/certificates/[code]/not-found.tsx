import type { Metadata } from 'next'
import { EntryFrame } from '@/app/_shell/entry-frame'

export const metadata: Metadata = { title: 'No such certificate' }

export default function NoSuchCertificate() {
  return (
    <EntryFrame>
      <h1 className="text-2xl">This server has issued no such certificate</h1>
      <p className="mt-3 font-serif text-lg text-ink-2">
        Compare the code with the certificate, letter by letter: it has five groups and never
        contains I, L, O or U. If the code is right, this server did not issue the certificate.
      </p>
    </EntryFrame>
  )
}
