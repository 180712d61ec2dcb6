import type { ComponentProps } from 'react'

/** No help from the browser: it would give the answer away, or spoil the spelling of names. */
export const typedInput: ComponentProps<'input'> = {
  type: 'text',
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'none',
  spellCheck: false,
}
