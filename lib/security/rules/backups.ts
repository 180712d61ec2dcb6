import { DAY_MS } from '../../kernel/duration'
import { good, note, type Rule, weak } from '../rule'

const OLD_DAYS = 2
const TRIAL_DAYS = 35

const daysAgo = (then: number, now: number): number => Math.floor((now - then) / DAY_MS)

export const BACKUP_RULES: readonly Rule[] = [
  {
    subject: 'Last good backup',
    why: 'What is not in a backup is gone with the disk, or with whoever encrypts it.',
    judge: ({ now, backups: { schedule, newestGood, installedSince } }) => {
      const make =
        'Set STEPPE_BACKUP_DIR to a folder on another disk, or run “npx steppe backup FILE”.'
      if (schedule === 'wrong') {
        return weak(
          'The settings of the backups are wrong.',
          'The page Backups says what to correct.',
        )
      }
      if (newestGood !== null) {
        const days = daysAgo(newestGood, now)
        if (days < OLD_DAYS) return good('It is younger than two days.')
        return weak(`It is ${days} days old.`, 'The page Backups says what went wrong since.')
      }
      if (schedule === 'off') {
        return note(
          'Steppe makes none. If somebody backs up this database in another way, all is well.',
          make,
        )
      }
      const isNew = installedSince === null || daysAgo(installedSince, now) < OLD_DAYS
      if (isNew) return note('There is none yet; the first one is made tonight.', make)
      return weak('There is none.', make)
    },
  },
  {
    subject: 'Last trial restore',
    why: 'Only a restore proves that a backup is good.',
    judge: ({ now, backups: { lastTrial, newestGood } }) => {
      const verify = 'Run “npx steppe backup verify FILE”.'
      if (lastTrial === null) {
        return newestGood === null
          ? note('There was none, as there is no backup.', 'Make a backup first.')
          : weak('No backup was restored for trial yet.', verify)
      }
      if (lastTrial.failed) {
        return weak('The last one failed.', 'Make another backup and restore that one for trial.')
      }
      const days = daysAgo(lastTrial.at, now)
      return days < TRIAL_DAYS
        ? good(`It went well, ${days === 0 ? 'today' : `${days} days ago`}.`)
        : weak(`It was ${days} days ago.`, verify)
    },
  },
  {
    subject: 'Place of the backups',
    why: 'Backups on the disk of the database are lost together with it.',
    judge: ({ backups: { schedule }, files: { backupsOnSameDisk } }) => {
      if (schedule !== 'on') return good('Steppe writes none by itself.')
      if (!backupsOnSameDisk) return good('They are on another disk than the data directory.')
      return note(
        'They are on the disk of the data directory.',
        'Set STEPPE_BACKUP_DIR to another disk, or copy the files to another machine each day.',
      )
    },
  },
]
