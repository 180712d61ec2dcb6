'use client'

import { useState } from 'react'
import { Button } from './button'
import { CheckIcon, CopyIcon } from './icons'

type Props = {
  text: string
  label: string
  /** Tells people with a screen reader which of several buttons this is. */
  what?: string
}

/**
 * Copies `text` and confirms this in the button. Without a clipboard, people can select the text by
 * hand.
 */
export function CopyButton({ text, label, what }: Props) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      setCopied(false)
    }
  }
  return (
    <Button kind="secondary" onClick={copy} className="min-w-32 noscript:hidden">
      {copied ? <CheckIcon /> : <CopyIcon />}
      <span aria-live="polite">
        {copied ? 'Copied' : label}
        {what ? <span className="sr-only"> {what}</span> : null}
      </span>
    </Button>
  )
}
