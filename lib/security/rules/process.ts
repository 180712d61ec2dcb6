import { isLocalHost } from '../local-host'
import { good, note, type Rule, weak } from '../rule'
import { nodeEnd } from '../support-ends'

const LEAST_TOKEN = 24

export const PROCESS_RULES: readonly Rule[] = [
  {
    subject: 'Account of the system',
    why: 'A fault of the program would otherwise open the whole machine.',
    judge: ({ process: { isRoot } }) =>
      isRoot
        ? weak(
            'Steppe runs as root.',
            'Run it under an account of its own, as the unit in deploy/systemd does.',
          )
        : good('Steppe does not run as root.'),
  },
  {
    subject: 'Version of Node.js',
    why: 'A version that is no longer looked after gets no corrections of its faults.',
    judge: ({ now, process: { nodeVersion } }) => {
      const end = nodeEnd(Number(/\d+/.exec(nodeVersion)?.[0]))
      if (end === null) return good(`${nodeVersion}.`)
      const day = new Date(end).toISOString().slice(0, 10)
      if (now < end) return good(`${nodeVersion}, which is looked after until ${day}.`)
      return weak(
        `${nodeVersion} has not been looked after since ${day}.`,
        'Install Node.js 24; the data stays as it is.',
      )
    },
  },
  {
    subject: 'Certificates of other machines',
    why: 'Without a check, anybody in between can pretend to be the database or the mail server.',
    judge: ({ process: { trustsAnyCertificate } }) =>
      trustsAnyCertificate
        ? weak(
            'NODE_TLS_REJECT_UNAUTHORIZED=0 switches the check off for every connection.',
            'Remove it, and name your authority in NODE_EXTRA_CA_CERTS.',
          )
        : good('They are checked.'),
  },
  {
    subject: 'Debugger',
    why: 'Whoever reaches its port runs programs in the name of Steppe.',
    judge: ({ process: { nodeOptions } }) =>
      /--inspect|--debug/.test(nodeOptions)
        ? weak(
            'Node.js was started with a debugger.',
            'Remove --inspect from NODE_OPTIONS and the command.',
          )
        : good('None is open.'),
  },
  {
    subject: 'Log',
    why: 'Without it nobody can find out afterwards what was asked for.',
    judge: ({ process: { logLevel } }) => {
      const level = logLevel ?? 'info'
      if (['silent', 'fatal', 'error', 'warn'].includes(level)) {
        return note(
          `STEPPE_LOG_LEVEL is ${level}, so requests are not written down.`,
          'Set it to info.',
        )
      }
      return good(`Requests are written down (${level}), without secrets.`)
    },
  },
  {
    subject: 'Token of the figures',
    why: 'The figures say how many people work when, and which pages they open.',
    judge: ({ process: { metricsToken } }) => {
      if (metricsToken === null) return good('Figures are not given out.')
      if (metricsToken.length >= LEAST_TOKEN) {
        return good(`It has ${metricsToken.length} characters.`)
      }
      return weak(
        `STEPPE_METRICS_TOKEN has only ${metricsToken.length} characters.`,
        'Set one made by “openssl rand -base64 24”, here and in Prometheus.',
      )
    },
  },
  {
    subject: 'Mail server',
    why: 'Mails contain links that set a new password.',
    judge: ({ process: { smtpUrl } }) => {
      if (smtpUrl === null || !URL.canParse(smtpUrl)) return good('Steppe sends no mail.')
      const { protocol, hostname, searchParams } = new URL(smtpUrl)
      if (isLocalHost(hostname)) return good('Mail is handed to a server on this machine.')
      const isUnverified = searchParams.get('tls.rejectUnauthorized') === 'false'
      const remedy = 'Use smtps://…, or add ?requireTLS=true to STEPPE_SMTP_URL.'
      if (isUnverified) return weak('The certificate of the mail server is not verified.', remedy)
      if (protocol === 'smtps:') return good('Mail is sent encrypted.')
      if (searchParams.get('requireTLS') === 'true')
        return good('Mail is sent encrypted or not at all.')
      return weak('Mail is encrypted only if the mail server offers it.', remedy)
    },
  },
]
