import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { currentLook } from '@/lib/auth/look'
import { PressGuard } from './_keys/press-guard'
import { fontVariables } from './fonts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Steppe', template: '%s · Steppe' },
  description: 'A training course for regional-security analysts.',
  robots: { index: false, follow: false },
}

const LIGHT = '#f8f5ee'
const DARK = '#171410'

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await currentLook()
  return {
    colorScheme: theme === 'system' ? 'light dark' : theme,
    themeColor:
      theme === 'system'
        ? [
            { media: '(prefers-color-scheme: light)', color: LIGHT },
            { media: '(prefers-color-scheme: dark)', color: DARK },
          ]
        : theme === 'light'
          ? LIGHT
          : DARK,
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page that is made when the program is built, as the 404 page would be, has no nonce for its scripts.
  await connection()
  const { theme, text } = await currentLook()
  return (
    <html lang="en" className={fontVariables} data-theme={theme} data-text={text}>
      <body>
        <PressGuard />
        {children}
      </body>
    </html>
  )
}
