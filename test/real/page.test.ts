import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { html } from '../../src/render/formats/html.ts'
import { library, needed, riverbend, runner } from '../memory-world.ts'
import { has } from '../programs.ts'
import { sample } from '../sample.ts'

const { written } = runner({ library, today: '2026-11-16' })
const CHROMIUM = '/usr/bin/chromium'
const ARGS =
  '--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.skipIf(!has('chromium'))('the page, in chromium (needs chromium)', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS.split(' ') })
  })
  afterAll(() => browser.close())

  const shown = async (
    width: number,
    colorScheme: 'light' | 'dark',
    use: (page: Page) => Promise<void>,
    text?: string,
  ) => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      bypassCSP: true,
    })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.setContent(text ?? (await html(sample)))
    await use(page)
    expect(asked).toEqual([])
    await context.close()
  }

  test.each([
    [360, 'light'],
    [360, 'dark'],
    [1200, 'light'],
    [1200, 'dark'],
  ] as const)('%i pixels wide, %s: axe finds nothing, and nothing sticks out', async (width, scheme) => {
    await shown(width, scheme, async (page) => {
      expect(await faultsIn(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    })
  })

  const pages = library.kinds.filter(({ formats }) => formats.includes('html'))
  test.each(pages)('$name: axe finds nothing, and nothing sticks out', async (kind) => {
    const text = (await written(riverbend, [kind.name, ...needed(kind, riverbend)], 'html')).toString()
    await shown(
      1440,
      'dark',
      async (page) => {
        for (const width of [1440, 768, 360]) {
          await page.setViewportSize({ width, height: 900 })
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
        }
        expect(await faultsIn(page)).toEqual([])
        const pictures = 'document.querySelectorAll(".picture > svg[role=img] > title").length'
        expect(await page.evaluate(pictures)).toBe(text.split('<div class="picture"').length - 1)
      },
      text,
    )
  })

  test('says what was said, in its block, from its prompt', async () => {
    await shown(1200, 'light', async (page) => {
      const clause = page.locator('.clause[data-prompt="what-we-do/referral-pathways"]')
      expect(await clause.locator('p').first().textContent()).toBe(
        'Warm handover by phone; we ring the client within *two* working days.\n- not a list, and 5 * 3 is 15_000.',
      )
      expect(await page.locator('tbody th').first().textContent()).toBe(
        'A call | not a form <script>alert(1)</script>',
      )
      const ending = `getComputedStyle(document.querySelector('[id="agreement-terms/ending"] p')).direction`
      expect(await page.evaluate(ending)).toBe('rtl')
      expect(await page.locator('script, style:not(head style), [href^="javascript"]').count()).toBe(0)
    })
  })
})

/** What axe finds, and where. */
async function faultsIn(page: Page): Promise<string[][]> {
  await page.evaluate(AXE)
  const { violations } = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as {
    violations: { id: string; nodes: { html: string }[] }[]
  }
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])
}
