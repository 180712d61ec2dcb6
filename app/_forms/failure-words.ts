import type { FormFailure } from './send-form'

export type FailureWords = { readonly title: string; readonly text: string }

/** What happened, what was kept, and what to do. `hasFields`: something could be typed. */
export function failureWords(failure: FormFailure, hasFields: boolean): FailureWords {
  const kept = hasFields ? ' What you entered is still here.' : ''
  switch (failure.kind) {
    case 'offline':
      return {
        title: 'You are offline',
        text: `Nothing was sent.${kept} Send it again when the network is back.`,
      }
    case 'unreachable':
      return {
        title: 'The server could not be reached',
        text: `It has probably not been saved.${kept} Check the network, then send it again.`,
      }
    case 'silent':
      return {
        title: 'The server does not answer',
        text: `It may have been saved, or not.${kept} Before you send it again, look in another tab whether it was saved.`,
      }
    case 'outdated':
      return {
        title: 'Steppe was updated while this page was open',
        text: hasFields
          ? 'It was not saved. Reload the page to continue: what you typed is put back, except passwords and files.'
          : 'Nothing was done. Reload the page, then try again.',
      }
    case 'too-large':
      return {
        title: 'This is too long to send',
        text: `Nothing was saved.${kept} The limit is 1 MB. Send it in several parts.`,
      }
    case 'refused':
      return {
        title: 'Steppe does not accept forms from this address',
        text: `${failure.reason}${kept}`,
      }
    case 'answered-badly':
      return badAnswer(failure.status, kept)
    case 'failed':
      return {
        title: 'Something went wrong on our side',
        text: `It was probably not saved.${kept} Try again in a moment.${failure.digest === null ? '' : ` If it fails again, tell your administrator this error code: ${failure.digest}.`}`,
      }
  }
}

function badAnswer(status: number, kept: string): FailureWords {
  const code = `(status ${status})`
  if (status === 429) {
    return {
      title: 'The server has too much to do',
      text: `It refused the request ${code}, so nothing was saved.${kept} Wait a minute, then send it again.`,
    }
  }
  if (status >= 500) {
    return {
      title: 'The server is not working properly',
      text: `It answered with an error ${code}, so it was probably not saved.${kept} Try again in a minute.`,
    }
  }
  return {
    title: 'The request did not get through',
    text: `The server, or something between it and you, refused the request ${code}, so nothing was saved.${kept} Try again. If it fails again, tell your administrator.`,
  }
}
