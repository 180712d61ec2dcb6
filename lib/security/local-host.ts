/** Whether nobody but this machine itself reaches this host; `null` stands for every interface. */
export const isLocalHost = (host: string | null): boolean =>
  host !== null && /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host)
