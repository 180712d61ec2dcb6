/**
 * Tells a password manager which account a password belongs to. Browsers do not look at inputs of
 * the type `hidden`, so this is a text input that only people do not see.
 */
export function UsernameField({ email }: { email: string }) {
  return (
    <input
      type="text"
      name="username"
      autoComplete="username"
      value={email}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
      className="sr-only"
    />
  )
}
