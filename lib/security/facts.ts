/** The state of a file or folder: null where the system keeps no rights, or where there is none. */
type Mode = number | null

/**
 * What the security check judges. It is gathered at the edge, so that the check itself is pure.
 * Instants are in ms.
 */
export type SecurityFacts = {
  readonly now: number
  /** STEPPE_URL, without which each request says at which address it came. */
  readonly publicAddress: string | null
  /** HOST; null for every interface. */
  readonly host: string | null
  /** STEPPE_TRUST_PROXY, as it was written. */
  readonly trustedProxies: string
  readonly secret: { readonly text: string; readonly from: 'environment' | 'file' }
  readonly files: {
    readonly dataDirectory: Mode
    readonly secretFile: Mode
    readonly backupFolder: Mode
    /** Whether the backups lie on the disk of the data directory. */
    readonly backupsOnSameDisk: boolean
    readonly freeBytes: number | null
  }
  readonly process: {
    readonly isRoot: boolean
    readonly nodeVersion: string
    /** Arguments of Node and NODE_OPTIONS, in one text. */
    readonly nodeOptions: string
    /** NODE_TLS_REJECT_UNAUTHORIZED=0 */
    readonly trustsAnyCertificate: boolean
    readonly logLevel: string | null
    readonly metricsToken: string | null
    readonly smtpUrl: string | null
  }
  readonly database: DatabaseFacts
  readonly accounts: AccountFacts
  readonly backups: BackupFacts
}

/** Of the role with which the web server uses the database. */
export type DatabaseFacts = {
  readonly url: string
  readonly isSuperuser: boolean
  readonly ownsTables: boolean
  /** Whether it may change or delete what stands in the log or the audit. */
  readonly mayRewrite: boolean
  /** `server_version_num`, such as 180004. */
  readonly serverVersion: number
  readonly clock: number
}

export type AccountFacts = {
  /** Who are not disabled. */
  readonly administrators: number
  readonly administratorsWithoutSecondFactor: number
  /** Who have not been here for a month, though their accounts are older. */
  readonly idleAdministrators: number
  readonly instructorsWithoutSecondFactor: number
  readonly rolesWithSecondFactor: readonly string[]
  /** Accounts of the demonstration, whose password everybody can read. */
  readonly demonstration: number
  /** Open invitations that make somebody an administrator, and those for several instructors. */
  readonly invitationsOfAdministrators: number
  readonly invitationsOfManyInstructors: number
  /** Sign-in sessions that began more than 90 days ago. */
  readonly oldSessions: number
  /** Sign-in sessions of disabled accounts, which must not exist. */
  readonly sessionsOfDisabled: number
}

export type BackupFacts = {
  readonly schedule: 'on' | 'off' | 'wrong'
  readonly installedSince: number | null
  readonly newestGood: number | null
  readonly lastTrial: { readonly at: number; readonly failed: boolean } | null
}
