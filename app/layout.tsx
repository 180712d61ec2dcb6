import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { PressGuard } from './_keys/press-guard'
import { fontVariables } from './fonts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Steppe', template: '%s · Steppe' },
  description: 'A training course for regional-security analysts.',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f8f5ee' },
    { media: '(prefers-color-scheme: dark)', color: '#171410' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <PressGuard />
        {children}
      </body>
    </html>
  )
}
