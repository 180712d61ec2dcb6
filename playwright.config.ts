import { defineConfig } from '@playwright/test'

const executablePath = process.env.STEPPE_CHROMIUM

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/filled-demos.ts',
  outputDir: 'test-results',
  // Each file starts a program with data of its own, and one of them keeps half of a small machine idle.
  workers: 2,
  retries: 0,
  // How long a failure takes and not a success: enough for a machine that is busy with something else.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    actionTimeout: 20_000,
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
