import { good, note, type Rule, weak } from '../rule'

const MANY_ADMINISTRATORS = 8

const people = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

export const ACCOUNT_RULES: readonly Rule[] = [
  {
    subject: 'Second factor of administrators',
    why: 'An administrator reads and changes every account, so one lost password opens all.',
    judge: ({ accounts }) => {
      const without = accounts.administratorsWithoutSecondFactor
      const rule = accounts.rolesWithSecondFactor.includes('admin')
      const ask = 'Tick administrators below “Second factor” on the page Administration.'
      if (!rule && without > 0) {
        return weak(
          `${people(without, 'administrator')} without a second factor, and none is asked for.`,
          ask,
        )
      }
      if (accounts.administrators === 0) return good('There is no administrator yet.')
      if (!rule) return note('All have one, but new administrators are not asked for it.', ask)
      if (without === 0) return good('Administrators must have one, and all do.')
      return note(
        `Administrators must have one, and ${people(without, 'administrator')} did not sign in since to set it up.`,
        'End their sign-in sessions on the pages of their accounts, so that they set it up now.',
      )
    },
  },
  {
    subject: 'Second factor of instructors',
    why: 'Instructors read the answers of their cohorts and decide about certificates.',
    judge: ({ accounts }) => {
      if (accounts.rolesWithSecondFactor.includes('instructor')) {
        return good('Instructors must have one.')
      }
      if (accounts.instructorsWithoutSecondFactor === 0) return good('Every instructor has one.')
      return note(
        `${people(accounts.instructorsWithoutSecondFactor, 'instructor')} without a second factor.`,
        'Tick instructors below “Second factor” on the page Administration, if your rules ask for it.',
      )
    },
  },
  {
    subject: 'Number of administrators',
    why: 'With one, nobody helps when that person is gone; each further one can change everything.',
    judge: ({ accounts: { administrators } }) => {
      if (administrators === 0) {
        return weak(
          'There is no administrator. Whoever opens the set-up link first becomes one.',
          'Use the set-up link that the start prints, now.',
        )
      }
      if (administrators === 1) {
        return note('There is one administrator.', 'Invite a second one whom you trust.')
      }
      if (administrators <= MANY_ADMINISTRATORS) return good(`There are ${administrators}.`)
      return note(
        `There are ${administrators} administrators.`,
        'Make instructors of those who only run cohorts.',
      )
    },
  },
  {
    subject: 'Idle administrators',
    why: 'Nobody notices when an account is used that its owner has forgotten.',
    judge: ({ accounts: { idleAdministrators } }) =>
      idleAdministrators === 0
        ? good('All administrators were here within a month.')
        : note(
            `${people(idleAdministrators, 'administrator')} not seen for a month.`,
            'Disable the accounts of those who left, or give them another role.',
          ),
  },
  {
    subject: 'Accounts of the demonstration',
    why: 'Their password is printed by “npm run demo” and known to everybody.',
    judge: ({ accounts: { demonstration } }) =>
      demonstration === 0
        ? good('There are none.')
        : weak(
            `${people(demonstration, 'account')} ending in @demo.example.`,
            'Do not use the data of the demonstration for real work; if you must, delete these accounts.',
          ),
  },
  {
    subject: 'Open invitations',
    why: 'Whoever holds the link gets the role.',
    judge: ({ accounts: { invitationsOfAdministrators, invitationsOfManyInstructors } }) => {
      const revoke = 'Revoke on the page Administration what is no longer needed.'
      if (invitationsOfAdministrators > 0) {
        return note(
          `${people(invitationsOfAdministrators, 'open invitation')} for administrators.`,
          revoke,
        )
      }
      if (invitationsOfManyInstructors > 0) {
        return note(
          `${people(invitationsOfManyInstructors, 'open invitation')} that several people can use to become instructors.`,
          revoke,
        )
      }
      return good('None gives more than the role of an analyst to several people.')
    },
  },
  {
    subject: 'Sign-in sessions',
    why: 'A lost device stays signed in as long as its session lasts.',
    judge: ({ accounts: { oldSessions, sessionsOfDisabled } }) => {
      if (sessionsOfDisabled > 0) {
        return weak(
          `${people(sessionsOfDisabled, 'sign-in session')} of disabled accounts. They open nothing, but should not exist.`,
          'Disable these accounts once more, and report it as a fault of Steppe.',
        )
      }
      if (oldSessions === 0) return good('None is older than 90 days.')
      return note(
        `${people(oldSessions, 'sign-in session')} began more than 90 days ago. Each ends half a year after its begin.`,
        'End those of administrators on the pages of their accounts if your rules ask for it.',
      )
    },
  },
]
