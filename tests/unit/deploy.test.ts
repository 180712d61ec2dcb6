import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { root } from '../../bin/support/paths.mjs'
import { nginxProgram } from '../support/nginx'
import { selfSigned } from '../support/self-signed'

const deploy = join(root, 'deploy')
const read = (...path: string[]) => readFileSync(join(deploy, ...path), 'utf8')
const work = mkdtempSync(join(tmpdir(), 'steppe-deploy-'))
afterAll(() => rmSync(work, { recursive: true }))

const nginx = await nginxProgram()
describe.skipIf(nginx === null)('nginx', () => {
  test.each([
    ['for systemd', 'nginx'],
    ['for containers', 'docker'],
  ])('accepts the configuration %s', (_, place) => {
    const { certificate, key } = selfSigned()
    writeFileSync(join(work, 'steppe.pem'), certificate)
    writeFileSync(join(work, 'steppe.key'), key)
    // Names of containers are known to no other machine.
    const upstream = read(place, 'steppe-upstream.conf').replace(/app-(\d):/g, '127.0.0.$1:')
    const server = read('nginx', 'steppe.conf').replaceAll(/\/etc\/ssl\/(certs|private)/g, work)
    const temporary = ['client_body', 'proxy', 'fastcgi', 'scgi', 'uwsgi'].map((name) => {
      mkdirSync(join(work, name), { recursive: true })
      return `${name}_temp_path ${join(work, name)};`
    })
    const user = process.getuid?.() === 0 ? 'user root;' : ''
    const file = join(work, `${place}.conf`)
    writeFileSync(
      file,
      `${user} pid ${join(work, 'pid')}; events {}
      http { access_log off; ${temporary.join(' ')}\n${upstream}\n${server} }`,
    )
    const said = spawnSync(nginx ?? '', ['-t', '-p', work, '-c', file, '-e', 'stderr'], {
      encoding: 'utf8',
    })
    expect(said.stderr).toContain('test is successful')
    expect(said.stderr).not.toMatch(/\[(warn|emerg|alert)\]/)
  })
})

test('plain http leads people to https, and no program that sends to it', () => {
  const [, plain = ''] = read('nginx', 'steppe.conf').split(/\n(?=server)/)
  const locations = [...plain.matchAll(/location (\S+) \{\s*return (.+?);/g)]
  expect(locations.map(([, path, answer]) => [path, answer])).toEqual([
    ['/', '301 https://$host$request_uri'],
    ['/api/', '403'],
  ])
  // Anywhere else, one `return` of the whole server would come before both.
  expect(plain.match(/return/g)).toHaveLength(2)
})

const openssl = spawnSync('openssl', ['version']).status === 0
test.skipIf(!openssl)('nginx takes only ciphers that keep past connections secret', () => {
  const [, list = ''] = read('nginx', 'steppe.conf').match(/ssl_ciphers (\S+);/) ?? []
  const { stdout } = spawnSync('openssl', ['ciphers', '-s', '-tls1_2', list], { encoding: 'utf8' })
  const ciphers = stdout.trim().split(':')
  expect(ciphers.length).toBeGreaterThan(3)
  expect(ciphers.filter((name) => !/^ECDHE-(ECDSA|RSA)-(AES\d+-GCM|CHACHA20)/.test(name))).toEqual(
    [],
  )
})

const analyze = '/usr/bin/systemd-analyze'
describe.skipIf(!existsSync(analyze))('systemd', () => {
  const run = (name: string, instance: string, ...args: string[]) => {
    const unit = join(work, instance)
    // Where Node lies differs from machine to machine.
    const text = read('systemd', name)
    writeFileSync(
      unit,
      text.replace('/usr/bin/node', process.execPath).replace(/^Documentation.*/m, ''),
    )
    writeFileSync(join(work, 'steppe.target'), read('systemd', 'steppe.target'))
    const { status, stdout, stderr } = spawnSync(analyze, [...args, unit], { encoding: 'utf8' })
    return { status, said: stdout + stderr }
  }
  const units = [
    ['steppe@.service', 'steppe@3001.service'],
    ['steppe.service', 'steppe.service'],
  ] as const

  test.each(units)('finds nothing wrong in the unit %s', (name, instance) => {
    const { status, said } = run(name, instance, 'verify', '--man=no')
    expect(said.split('\n').filter((line) => line.includes('steppe'))).toEqual([])
    expect(status).toBe(0)
  })

  test.each(units)('rates the unit %s as little exposed', (name, instance) => {
    const { status, said } = run(name, instance, 'security', '--offline=true', '--threshold=20')
    expect(status, said).toBe(0)
  })
})

test('a unit makes its data directory and reads its secrets from a file of root', () => {
  for (const name of ['steppe.service', 'steppe@.service']) {
    const unit = read('systemd', name)
    for (const line of [
      'User=steppe',
      'StateDirectory=steppe',
      'StateDirectoryMode=0700',
      'EnvironmentFile=/etc/steppe/steppe.env',
      'Wants=network-online.target',
      'KillMode=mixed',
    ]) {
      expect(unit.split('\n'), name).toContain(line)
    }
  }
})

test('each shipped deployment has one role that owns the tables, and another for the web server', () => {
  const [application, owner] = ['DATABASE_URL', 'STEPPE_OWNER_DATABASE_URL'].map((name) => {
    const line = new RegExp(`^ *${name}[=:] ?postgresql://(\\w+):(\\S+)@`, 'm')
    return ['systemd/example.env', 'docker/compose.yaml'].map((file) => line.exec(read(file)) ?? [])
  })
  expect(application?.map(([, role]) => role)).toEqual(['steppe_app', 'steppe_app'])
  expect(owner?.map(([, role]) => role)).toEqual(['steppe', 'steppe_owner'])
  const inContainers = [application, owner].map((each) => each?.[1]?.[2])
  expect(new Set(inContainers).size).toBe(2)
})

describe('the containers', () => {
  const service = z.object({
    read_only: z.boolean().optional(),
    cap_drop: z.array(z.string()).optional(),
    security_opt: z.array(z.string()),
    env_file: z.array(z.object({ path: z.string(), required: z.boolean() })).optional(),
    environment: z.record(z.string(), z.string()).optional(),
    volumes: z.array(z.string()).optional(),
    healthcheck: z.unknown().optional(),
    ports: z.array(z.string()).optional(),
    depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  })
  const compose = z
    .object({ services: z.record(z.string(), service) })
    .parse(parse(read('docker', 'compose.yaml'), { merge: true }))
  const apps = Object.entries(compose.services).filter(([name]) => name.startsWith('app-'))

  test('are two of Steppe that nginx knows and waits for', () => {
    const upstream = read('docker', 'steppe-upstream.conf')
    const named = [...upstream.matchAll(/^ *server ([\w-]+):3000/gm)].map(([, name]) => name)
    expect(named).toEqual(['app-1', 'app-2'])
    expect(apps.map(([name]) => name)).toEqual(named)
    expect(Object.keys(compose.services.nginx?.depends_on ?? {})).toEqual(named)
  })

  test('cannot change their own program, and gain no rights', () => {
    for (const [, app] of apps) {
      expect(app).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
    }
    for (const each of Object.values(compose.services)) {
      expect(each.security_opt).toContain('no-new-privileges:true')
    }
    const dockerfile = read('docker', 'Dockerfile')
    expect(dockerfile).toMatch(/^FROM node:24-/m)
    expect(dockerfile.split('\nFROM ').at(-1)).toMatch(/^USER node$/m)
    expect(dockerfile).toMatch(/^HEALTHCHECK .*[\s\S]*api\/health\/ready/m)
  })

  test('have secrets from outside only, and only nginx has open ports', () => {
    for (const [, { environment, env_file }] of apps) {
      expect(environment).toMatchObject({ AUTH_SECRET: `\${AUTH_SECRET:?}` })
      expect(environment?.DATABASE_URL).toContain(`:\${STEPPE_APPLICATION_PASSWORD:?}@`)
      expect(environment?.STEPPE_OWNER_DATABASE_URL).toContain(`:\${STEPPE_OWNER_PASSWORD:?}@`)
      // Of a name that neither git nor the image nor a bundle takes.
      expect(env_file).toEqual([{ path: '.env.app', required: false }])
    }
    expect(compose.services.postgres?.environment).toMatchObject({
      POSTGRES_PASSWORD: `\${POSTGRES_PASSWORD:?}`,
      STEPPE_OWNER_PASSWORD: `\${STEPPE_OWNER_PASSWORD:?}`,
    })
    const open = Object.entries(compose.services).filter(([, { ports }]) => ports)
    expect(open.map(([name]) => name)).toEqual(['nginx'])
    expect(read('docker', 'example.env')).toMatch(/^AUTH_SECRET=$/m)
  })

  test('take neither keys nor data into the image', () => {
    const ignored = read('docker', 'Dockerfile.dockerignore').split('\n')
    for (const line of ['**/.env*', '**/.steppe*', '.git', '**/node_modules']) {
      expect(ignored).toContain(line)
    }
    expect(ignored.filter((line) => line.startsWith('!'))).toEqual([])
  })

  test('write backups into a volume that belongs to their account', () => {
    const folder = '/var/backups/steppe'
    for (const [, { environment, volumes }] of apps) {
      expect(environment?.STEPPE_BACKUP_DIR).toBe(folder)
      expect(volumes).toEqual(['data:/var/lib/steppe', `backups:${folder}`])
    }
    expect(read('docker', 'Dockerfile')).toContain(
      `install -d -o node -g node -m 0700 /var/lib/steppe ${folder}`,
    )
  })

  test('mount files that exist', () => {
    const mounted = Object.values(compose.services).flatMap(({ volumes }) => volumes ?? [])
    const files = mounted.filter((line) => line.startsWith('.'))
    expect(files.length).toBeGreaterThan(1)
    for (const line of files) {
      expect(existsSync(resolve(deploy, 'docker', line.split(':')[0] ?? '')), line).toBe(true)
    }
  })
})
