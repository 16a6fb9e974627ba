import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Partnership } from '../../src/core/file/partnership.ts'
import { readYaml } from '../../src/core/file/yaml.ts'
import { filling, inCell, placesOf, rowsOf, wanted } from '../filled-rows.ts'
import { exampleFile, library, riverbend, runner } from '../memory-world.ts'
import { has, runs } from '../programs.ts'

// The form for a browser, filled in by one that has no network.

const { hjp, written } = runner({ library, today: '2026-11-16' })
const fresh = exampleFile('first-steps')
/** A partner that has not agreed yet. */
const unconfirmed = riverbend.replace(
  '\npartners:\n',
  '\npartners:\n  - { id: youth, name: Youth House, sector: community, joined: 2026-11-16, people: [{ role: liaison, name: Cy Ng, email: cy@youth.example }] }\n',
)
/** Ticks a box of each place, in the page, and tells what those stand for. */
const TICK = `(ticks) => {
  for (const box of document.querySelectorAll('input')) box.checked = false
  const all = [...document.querySelectorAll('[data-key]')].flatMap((place, n) => {
    const box = place.querySelectorAll('input')[ticks[n] ?? -1]
    box?.click()
    return box ? [[place.getAttribute('data-key').split('/').at(-1), box.value]] : []
  })
  document.querySelector('form').dispatchEvent(new Event('change'))
  return Object.fromEntries(all)
}`
/** Writes into each field, in the page. */
const FILL = `(words) => {
  document.querySelectorAll('textarea').forEach((field, n) => { field.value = words[n] })
  document.querySelector('form').dispatchEvent(new Event('input'))
}`
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'hjp-form-'))

describe.skipIf(!has('chromium'))('the form, in chromium (needs chromium)', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: '--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking'.split(' '),
    })
  })
  afterAll(() => browser.close())

  let files = 0
  /** Opens a form from the disk, where there is no network. */
  async function opened(
    bytes: Uint8Array,
    use: (page: Page, context: BrowserContext) => Promise<void>,
    { width = 1000, colorScheme = 'light' as 'light' | 'dark', script = '' } = {},
  ) {
    const path = join(folder, `${++files}.html`)
    writeFileSync(path, bytes)
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, offline: true })
    if (script) await context.addInitScript(script)
    const page = await context.newPage()
    const asked: string[] = []
    const faults: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('dialog', (dialog) => dialog.accept())
    await page.goto(`file://${path}`)
    await use(page, context)
    expect([...new Set(asked)].filter((url) => !/^(blob|mailto):/.test(url))).toEqual([`file://${path}`])
    expect(faults).toEqual([])
    await context.close()
  }
  const page = (file: string, args: string[]) => written(file, args, 'html')

  /** What the page shows to be copied, and what it saves. */
  const textOf = async (page: Page) => (await page.locator('#answers').textContent()) ?? ''
  async function savedBy(page: Page): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')])
    expect(download.suggestedFilename()).toMatch(/^answers-[\w-]+\.txt$/)
    return readFileSync(await download.path(), 'utf8')
  }

  const FORMS: [what: string, file: string, args: string[]][] = [
    ['prompts', riverbend, ['worksheet', 'what-we-do', '--for', 'health', '--show', 'ours']],
    ['what is agreed', unconfirmed, ['worksheet', '5.1', '5.3', '--confirm', '--for', 'youth']],
    ['a questionnaire', riverbend, ['worksheet', 'six-requirements', '--for', 'health']],
    ['a table', riverbend, ['worksheet', 'contributions', '--for', 'health']],
  ]
  test.each(FORMS)(
    '%s: axe finds nothing, and nothing sticks out, on a phone and by night',
    async (_, file, args) => {
      const bytes = await page(file, args)
      for (const [width, colorScheme] of [
        [360, 'light'],
        [1200, 'dark'],
      ] as const)
        await opened(
          bytes,
          async (page) => {
            await page.evaluate(AXE)
            for (const isSingle of [false, true]) {
              if (isSingle) await page.click('#single')
              const { violations } = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as {
                violations: { id: string; nodes: { html: string }[] }[]
              }
              expect(violations.map(({ id, nodes }) => [id, nodes[0]!.html])).toEqual([])
              expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
            }
          },
          { width, colorScheme },
        )
    },
  )

  const MANY = runs(200)
  const FEW = runs(40)
  const said = fc.array(
    fc.constantFrom('By phone.', '“So”', '', '- one', '| two', '[end 1-a]', '🙂 中', '5.2: no', 'and on '),
    {
      maxLength: 6,
    },
  )
  test(`${MANY} people fill in prompts: copied or saved, every word comes back`, async () => {
    const bytes = await page(fresh, ['worksheet', '5.1', '5.2', '5.3', '--for', 'surgery'])
    await opened(bytes, async (page) => {
      const fields = await page.locator('textarea').count()
      const keys = await page
        .locator('[data-key]')
        .evaluateAll((all) => all.map((each) => each.getAttribute('data-key')))
      for (const [n, answers] of fc
        .sample(fc.array(said, { minLength: fields, maxLength: fields }), MANY)
        .entries()) {
        for (const [at, lines] of answers.entries())
          await page.locator('textarea').nth(at).fill(lines.join('\n'))
        const text = n % 2 === 0 ? await textOf(page) : await savedBy(page)
        const made = await hjp(fresh, ['import', 'a.txt', '--yes'], { files: { 'a.txt': text } })
        const wanted = answers.map((lines) =>
          lines
            .map((line) => line.trimEnd())
            .join('\n')
            .trim(),
        )
        const { answers: kept } = readYaml('', made.text, Partnership)
        const there = keys.map(
          (key) =>
            kept
              .find(({ prompt }) => prompt === key)
              ?.perspectives.find(({ partner }) => partner === 'surgery')
              ?.said?.trim() ?? '',
        )
        expect(there).toEqual(wanted)
      }
    })
  }, 600_000)

  test(`${MANY} people mark a questionnaire: every mark comes back`, async () => {
    const bytes = await page(fresh, ['worksheet', 'six-requirements', '--for', 'surgery'])
    await opened(bytes, async (page) => {
      const many = await page.locator('[data-key]').count()
      const marks = fc.array(fc.option(fc.nat(2), { freq: 6 }), { minLength: many, maxLength: many })
      for (const ticks of fc.sample(marks, MANY)) {
        const wanted = (await page.evaluate(`(${TICK})(${JSON.stringify(ticks)})`)) as Record<string, string>
        const made = await hjp(fresh, ['import', 'a.txt', '--yes'], {
          files: { 'a.txt': await textOf(page) },
        })
        const [round] = readYaml('', made.text, Partnership).rounds.filter(({ on }) => on === '2026-11-16')
        const { ratings, level, partner } = round?.marks[0] ?? { ratings: {} }
        expect({ ...ratings, ...(level && { level }) }).toEqual(wanted)
        if (round) expect(partner).toBe('surgery')
      }
    })
  }, 600_000)

  test(`${FEW} tables are filled in and corrected: every cell comes back`, async () => {
    const bytes = await page(riverbend, ['worksheet', 'contributions', '--for', 'health'])
    const places = placesOf(bytes.toString())
    await opened(bytes, async (page) => {
      for (const filled of fc.sample(filling(places, true), { numRuns: FEW, seed: 3 })) {
        await page.evaluate(
          `(${FILL})(${JSON.stringify(places.map((each) => inCell(places, filled, each)))})`,
        )
        const files = { 'a.txt': await textOf(page) }
        const { text } = await hjp(riverbend, ['import', 'a.txt', '--yes'], { files })
        expect(rowsOf(text, 'contributions')).toEqual(wanted(riverbend, 'contributions', places, filled))
      }
    })
  }, 600_000)

  test('what is typed is there again after a reload, until it is cleared', async () => {
    await opened(await page(fresh, ['worksheet', '5.1', '5.3', '--for', 'surgery']), async (page) => {
      await page.locator('textarea').first().fill('By phone.\n\nOn Mondays.')
      await page.getByLabel('Not yet').first().check()
      const before = await textOf(page)
      expect(await page.locator('#far').textContent()).toMatch(/^2 \/ \d+$/)
      await page.reload()
      expect(await page.locator('textarea').first().inputValue()).toBe('By phone.\n\nOn Mondays.')
      expect(await textOf(page)).toBe(before)
      expect(await page.locator('#kept').textContent()).toContain('is kept in this browser')
      await page.getByRole('button', { name: 'No answer' }).first().click()
      expect(await page.getByLabel('Not yet').first().isChecked()).toBe(false)
      await page.click('#forget')
      await page.reload()
      expect(await page.locator('textarea').first().inputValue()).toBe('')
    })
  })

  test('where the browser keeps nothing, it says so', async () => {
    const script = 'Object.defineProperty(window, "localStorage", { get() { throw new Error("no") } })'
    await opened(
      await page(fresh, ['worksheet', '5.1', '--for', 'surgery']),
      async (page) => {
        await page.locator('textarea').first().fill('By phone.')
        expect(await page.locator('#kept').textContent()).toContain('does not keep what you type')
        expect(await textOf(page)).toContain('| By phone.')
      },
      { script },
    )
  })

  test('a browser of 2012 does all of it', async () => {
    const script = `
      for (const name of ['Promise', 'Map', 'Set', 'WeakMap', 'Proxy', 'Reflect', 'Intl', 'fetch', 'URLSearchParams', 'TextEncoder', 'CustomEvent']) delete window[name]
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      const names = Object.getOwnPropertyNames
      const old = [
        [Math, 'min max floor ceil round abs'],
        [Object, 'keys create defineProperty getOwnPropertyNames'],
        [Array.prototype, 'slice map filter forEach concat push join splice indexOf some every reduce sort reverse shift unshift pop'],
        [String.prototype, 'replace split charCodeAt charAt slice substring indexOf trim match toLowerCase toUpperCase search'],
      ]
      for (const [from, known] of old)
        for (const name of names(from))
          if (typeof from[name] === 'function' && name !== 'constructor' && known.split(' ').indexOf(name) < 0) delete from[name]
      for (const name of ['closest', 'remove', 'append', 'prepend', 'before', 'after', 'replaceWith', 'replaceChildren', 'matches', 'toggleAttribute']) delete Element.prototype[name]
      delete NodeList.prototype.forEach`
    await opened(
      await page(riverbend, ['worksheet', '5.1', '5.2', '--for', 'health']),
      async (page) => {
        await page.locator('textarea').first().fill('By phone, on Sundays.')
        await page.click('#single')
        await page.click('#next')
        expect(await page.locator('.question:visible').count()).toBe(1)
        await page.click('#single')
        await page.click('#copy')
        expect(await page.locator('#done').textContent()).toMatch(/Copied|marked below/)
        const files = { 'a.txt': await savedBy(page) }
        const { text } = await hjp(riverbend, ['import', 'a.txt', '--yes'], { files })
        expect(text).toContain('By phone, on Sundays.')
      },
      { script },
    )
  })

  test('with the keys alone: one question at a time, ticked, and copied', async () => {
    await opened(
      await page(riverbend, ['worksheet', 'six-requirements', '--for', 'health']),
      async (page, context) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write'])
        await page.focus('#single')
        await page.keyboard.press('Enter')
        expect(await page.locator('.question:visible').textContent()).toContain('Q1.1')
        await page.focus('#next')
        await page.keyboard.press('Enter')
        expect(await page.evaluate('document.activeElement.textContent')).toContain('Q1.2')
        await page.focus('#back')
        await page.keyboard.press('Enter')
        expect(await page.evaluate('document.activeElement.textContent')).toContain('Q1.1')
        expect(await page.locator('.question:visible').count()).toBe(1)
        await page.keyboard.press('Tab')
        await page.keyboard.press('Space')
        await page.keyboard.press('ArrowDown')
        expect(await textOf(page)).toMatch(/six-requirements\/concerned\]\n\| B\.\n/)
        await page.focus('#single')
        await page.keyboard.press('Space')
        await page.focus('#copy')
        await page.keyboard.press('Enter')
        await page.getByText('Copied.').waitFor()
      },
    )
  })

  test('a short answer is an email ready to send; a long one is not cut; one with a code is not offered', async () => {
    await opened(await page(riverbend, ['worksheet', '5.1', '--for', 'health']), async (page) => {
      await page.locator('textarea').first().fill('By phone. '.repeat(400))
      await page.click('#mail')
      expect(await page.locator('#done').textContent()).toContain('too long for this button')
      await page.locator('textarea').first().fill('By phone, on Sundays.')
      const [request] = await Promise.all([page.waitForRequest(/^mailto:/), page.click('#mail')])
      const { pathname, searchParams } = new URL(request.url())
      expect(pathname).toBe('sam.whitlock@riverbendlegal.example')
      const files = { 'a.txt': searchParams.get('body')! }
      const made = await hjp(riverbend, ['import', 'a.txt', '--yes'], { files })
      expect(made.text).toContain('By phone, on Sundays.')
    })
    await opened(await page(fresh, ['worksheet', 'six-requirements', '--for', 'surgery']), async (page) => {
      expect(await page.locator('#mail').count()).toBe(0)
    })
  })

  test('without scripts it can be read, and says what is needed', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const view = await context.newPage()
    await view.setContent((await page(fresh, ['worksheet', '5.1', '--for', 'surgery'])).toString())
    expect(await view.getByText('open it in a browser').isVisible()).toBe(true)
    expect(await view.locator('#save').isVisible()).toBe(false)
    await context.close()
  })
})
