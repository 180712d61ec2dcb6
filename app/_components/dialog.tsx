'use client'

import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useScreen } from '../_keys/use-screen'
import { CrossIcon } from './icons'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: string
  children: ReactNode
}

/** A modal dialog. It keeps the focus inside, closes on Escape and returns the focus. */
export function Dialog({ open, onOpenChange, title, description, children }: Props) {
  useScreen(open ? 'open' : 'closed')
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className="fixed top-1/2 left-1/2 z-50 max-h-[85dvh] w-[min(34rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-y-auto border border-rule-2 bg-paper p-6 sm:p-8 [@media(height<30rem)]:max-h-[calc(100dvh-1rem)] [@media(height<30rem)]:p-4"
        >
          <div className="mb-4 flex items-start justify-between gap-4">
            <Radix.Title className="font-serif text-xl font-semibold">{title}</Radix.Title>
            <Radix.Close
              aria-label="Close"
              className="-mt-1 -mr-2 flex size-9 cursor-pointer items-center justify-center rounded-md text-ink-2 hover:bg-sunk hover:text-ink"
            >
              <CrossIcon />
            </Radix.Close>
          </div>
          {description ? (
            <Radix.Description className="mb-4 text-ink-2">{description}</Radix.Description>
          ) : null}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
