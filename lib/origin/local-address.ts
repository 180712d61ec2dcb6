const LOCAL = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/

/** Whether an address leads to the very computer on which it is opened. Others cannot follow it. */
export const isLocalAddress = (address: string): boolean =>
  URL.canParse(address) && LOCAL.test(new URL(address).hostname)
