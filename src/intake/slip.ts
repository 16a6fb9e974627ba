import { copiesIn, type FormCopy } from '../core/agreement/copy.ts'
import { HjpError } from '../errors.ts'

/** Answers that the page of a form wrote, and the stamp of the partnership that asked for them. */
export type Slip = { copy: FormCopy; by: string | undefined; answers: SlipAnswer[] }

/** What somebody said; as stamps, what stood in its place when it was sent, and what was agreed where it says whether that stands. */
export type SlipAnswer = { key: string; words: string; sent?: string; asked?: string }

const HEAD = /^\[answers (\S+)(?: ([0-9a-f]+))?(?: \|.*)?\]$/
const PLACE = /^\[[^|]*\| (\S+)(?: sent:([0-9a-f]+))?(?: asked:([0-9a-f]+))?\]$/
const END = /^\[end (\d+-[0-9a-f]+)\]$/
const BAR = /^\s*\| ?/
/** Lines into which a mail program may have broken one that stands in brackets. */
const BROKEN = 4

/**
 * The answers of pages among the lines of a text, and all other lines. Each line of an answer stands after a bar, so that it comes back
 * as it was typed, whatever a mail program does to it. Throws HjpError cutSlip where not all that was written has come back.
 */
export function slipsIn<L extends { text: string }>(lines: L[]): { slips: Slip[]; rest: L[] } {
  const slips: Slip[] = []
  const rest: L[] = []
  let open: Slip | undefined
  let isAnswer = false
  for (const whole of withWholeBrackets(lines)) {
    const line = whole.text
    const [, said, by] = HEAD.exec(line.trim()) ?? []
    const [copy] = said ? copiesIn(said) : []
    const [, check] = END.exec(line.trim()) ?? []
    const [, key, sent, asked] = (open && PLACE.exec(line.trim())) ?? []
    const last = open?.answers.at(-1)
    if (copy) {
      if (open) throw cut(open)
      open = { copy, by, answers: [] }
    } else if (open && check) {
      const answers = open.answers.map((each) => ({ ...each, words: each.words.trim() }))
      if (checkOf(answers) !== check) throw cut(open, check)
      slips.push({ ...open, answers })
      open = undefined
    } else if (open && key)
      open.answers.push({ key, words: '', ...(sent && { sent }), ...(asked && { asked }) })
    else if (last && BAR.test(line)) last.words += `${line.replace(BAR, '')}\n`
    // What a mail program broke off a long line.
    else if (last && isAnswer && line.trim()) last.words = `${last.words.trimEnd()} ${line.trim()}\n`
    else rest.push(whole)
    isAnswer = BAR.test(line) || (isAnswer && line.trim() !== '')
  }
  if (open) throw cut(open)
  return { slips, rest }
}

const cut = ({ answers }: Slip, check = ''): HjpError =>
  new HjpError('cutSlip', answers.length, check.split('-')[0] || undefined)

/** Lines, with those in one again that begin with a bracket which is closed below. */
function withWholeBrackets<L extends { text: string }>(lines: L[]): L[] {
  const whole: L[] = []
  for (let n = 0; n < lines.length; n++) {
    const isOpen = /^\s*\[(?:answers|end|[^[\]|]*\|) ?[^\]]*$/.test(lines[n]!.text)
    const over = isOpen ? lines.slice(n + 1, n + 1 + BROKEN).findIndex(({ text }) => text.includes(']')) : -1
    if (over >= 0) {
      const broken = lines.slice(n, n + over + 2).map(({ text }) => text.trim())
      whole.push({ ...lines[n]!, text: broken.filter(Boolean).join(' ') })
      n += over + 1
    } else whole.push(lines[n]!)
  }
  return whole
}

/** How many answers there are, and a mark of all their words: the page does the same sum, with no library. */
function checkOf(answers: SlipAnswer[]): string {
  const all = answers.map(({ key, words }) => `${key} ${words.replace(/\s+/g, ' ').trim()}`).join('\n')
  let sum = 0x811c9dc5
  for (let n = 0; n < all.length; n++) sum = Math.imul(sum ^ all.charCodeAt(n), 0x01000193) >>> 0
  return `${answers.length}-${sum.toString(16)}`
}
