import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { aliasOf, bookmarkOf, tagOf } from '../src/ooxml/stamps.ts'
import { clean } from '../src/render/document/clean.ts'
import type { Document } from '../src/render/document/document.ts'
import { everyBlock } from '../src/render/document/tree.ts'
import { isOwn } from '../src/render/formats/docx/own.ts'
import { docx } from '../src/render/formats/docx.ts'
import { earlier } from './earlier.ts'
import { library, riverbend, runner } from './memory-world.ts'
import { runs } from './programs.ts'
import { styled } from './styled-text.ts'
import { base, blocks, documents, everything, long } from './word-documents.ts'
import { isNode, type Node, parseXml } from './word-xml.ts'

const { written } = runner({ library, today: '2026-11-16' })
const part = (bytes: Uint8Array, path: string): string => strFromU8(unzipSync(bytes)[path]!)
const unescaped = (xml: string) =>
  xml.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]!,
  )

/** The words of a body as Word shows them, in order. */
const shown = (bytes: Uint8Array): string =>
  [...part(bytes, 'word/document.xml').matchAll(/<w:t [^>]*>([^<]*)<\/w:t>|<w:(br|tab)\/>/g)]
    .map(([, words, mark]) => (mark ? { br: '\n', tab: '\t' }[mark] : unescaped(words!)))
    .join('')

/** What a document says, in order. */
const said = ({ blocks }: Document): string =>
  [...everyBlock(blocks)]
    .flatMap((block) => ('inlines' in block ? block.inlines : []))
    .map((inline) =>
      inline.kind === 'break'
        ? '\n'
        : inline.kind === 'blank'
          ? `[${clean(inline.text)}]`
          : clean(inline.text),
    )
    .join('')
    .replaceAll('\uFDD0', '')

describe('a Word file', { timeout: 60_000 }, () => {
  afterEach(() => vi.useRealTimers())

  test('is the same bytes at any time, in any place and after any other', async () => {
    const made = async (zone: string, now: string) => {
      vi.stubEnv('TZ', zone)
      vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] })
      const bytes = Buffer.concat(await Promise.all(Object.values(documents).map((each) => docx(each))))
      vi.unstubAllEnvs()
      return bytes
    }
    const first = await made('UTC', '2026-03-02T12:00:00Z')
    expect(Buffer.compare(await made('Pacific/Auckland', '2031-12-31T23:59:59Z'), first)).toBe(0)
    expect(first.indexOf(await docx(everything))).toBe(0)
  })

  test('says what the document says, word for word and in order, and names each thing once', () =>
    fc.assert(
      fc.asyncProperty(blocks, fc.boolean(), async (blocks, numbered) => {
        const document = { ...base, numbered, contents: false, blocks }
        const bytes = await docx(document)
        expect(shown(bytes)).toBe(said(document))
        for (const names of [
          /<w:id w:val="(\d+)"/g,
          /<w:bookmarkStart w:id="(\d+)"/g,
          / w:name="([^"]+)"/g,
        ]) {
          const found = [...part(bytes, 'word/document.xml').matchAll(names)].map(([, name]) => name)
          expect(new Set(found).size).toBe(found.length)
        }
      }),
      { numRuns: runs(100) },
    ))

  test('fits the names of any prompt into what Word allows, and keeps them apart', () => {
    expect(
      ['a/b', 'a-b/c', 'what-we-do/secondary-consultation/scope', long].map((id) => [
        tagOf(id),
        aliasOf(id),
        bookmarkOf(id),
        bookmarkOf(id, 12),
      ]),
    ).toMatchInlineSnapshot(`
      [
        [
          "hjp:a/b",
          "a/b",
          "hjp_a__b",
          "hjp12_a__b",
        ],
        [
          "hjp:a-b/c",
          "a-b/c",
          "hjp_a_b__c",
          "hjp12_a_b__c",
        ],
        [
          "hjp:what-we-do/secondary-consultation/scope",
          "what-we-do/secondary-consultation/scope",
          "hjp_what_we_do__secondary__cfd0407",
          "hjp12_what_we_do__secondary__cfd0407",
        ],
        [
          "hjp:what-we-do/a-prompt-with-a-name-so-long-that-neither_312c915",
          "what-we-do/a-prompt-with-a-name-so-long-that-neither-a-t_30ba6b5",
          "hjp_what_we_do__a_prompt_w_9fe0f22",
          "hjp12_what_we_do__a_prompt_w_9fe0f22",
        ],
      ]
    `)
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][a-z0-9/-]{0,90}$/),
        fc.integer({ min: 1, max: 9999 }),
        (id, nth) => {
          expect(bookmarkOf(id, nth)).toMatch(/^[a-z]\w{1,39}$/)
          expect(tagOf(id).length).toBeLessThanOrEqual(64)
          expect(aliasOf(id).length).toBeLessThanOrEqual(64)
        },
      ),
    )
  })

  test('is known as our own until someone edits it', async () => {
    const bytes = await docx(everything)
    const files = unzipSync(bytes)
    const body = 'word/document.xml'
    const edited = zipSync({
      ...files,
      [body]: strToU8(strFromU8(files[body]!).replace('Damp homes', 'Dry homes')),
    })
    expect([bytes, zipSync(files), edited, bytes.subarray(0, -9), new Uint8Array()].map(isOwn)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    fc.assert(fc.property(fc.uint8Array(), (garbage) => !isOwn(garbage)))
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        expect(typeof isOwn(bytes.with(at, value))).toBe('boolean')
      }),
    )
  })

  test('carries its title, its author, its language and its day, and no other', async () => {
    const bytes = await docx(everything)
    expect(part(bytes, 'docProps/core.xml').replace(/^.*?<dc:title>/, '<dc:title>')).toMatchInlineSnapshot(
      `"<dc:title>Memorandum of understanding</dc:title><dc:creator>Riverbend Health Justice Partnership</dc:creator><dc:language>en-AU</dc:language><cp:lastModifiedBy>Riverbend Health Justice Partnership</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2026-03-02T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2026-03-02T00:00:00Z</dcterms:modified></cp:coreProperties>"`,
    )
    expect(part(bytes, 'word/styles.xml')).toContain('<w:lang w:val="en-AU"')
  })
})

describe('the styled text of a Word file', () => {
  const parts = async (): Promise<Node[]> => {
    // A question that is answered, a decision, and one that is open still.
    const asked = ['5.1', '5.3', '5.4a']
    const sheet = await written(riverbend, ['worksheet', ...asked, '--for', 'health'], 'docx')
    const files = { 'then.yaml': earlier }
    const both = await written(riverbend, ['agenda', '5.1', '--since', 'then.yaml'], 'docx', { files })
    return [await docx(everything), sheet, both].map((bytes) => parseXml(part(bytes, 'word/document.xml')))
  }

  test('is the whole file: nothing can be taken out of it or changed in it that does not show', async () => {
    for (const root of await parts()) {
      const before = styled(root)
      const all = nodesIn(root)
      const unseen = new Set<string>()
      fc.assert(
        fc.property(fc.nat(all.length - 1), fc.nat(3), (at, how) => {
          const { node, holder } = all[at]!
          const was = { ...node, children: [...holder.children] }
          const n = holder.children.indexOf(node)
          if (how === 0) holder.children.splice(n, 1)
          else if (how === 1) node.attributes = node.attributes.replace(/"([^"]*)"([^"]*)$/, '"$1~"$2')
          else if (how === 2) node.name = `${node.name}x`
          else holder.children.splice(n, 0, structuredClone(node))
          const isSeen = styled(root) !== before
          holder.children = was.children
          Object.assign(node, { name: was.name, attributes: was.attributes })
          const last = /([\w:]+)="[^"]*"[^"]*$/.exec(was.attributes)?.[1]
          if (!isSeen) unseen.add(how === 1 ? `${was.name} ${last}` : `${was.name} ${how}`)
        }),
        { numRuns: runs(1000) },
      )
      expect([...unseen].filter((what) => !UNSEEN.test(what)).sort()).toEqual([])
    }
  })
})

/** What has no attribute to change, or one that only tells it from the next. */
const UNSEEN =
  /^[\w:]+ undefined$| xml:space$|^w:id |^\w+:(bookmarkStart|bookmarkEnd|ins|del|docPr|cNvPr) (w:)?id$| xmlns(:\w+)?$/

const nodesIn = (holder: Node): { node: Node; holder: Node }[] =>
  holder.children.filter(isNode).flatMap((node) => [{ node, holder }, ...nodesIn(node)])
