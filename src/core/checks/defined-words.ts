import { glossary, isNamedIn, LANGUAGE } from '../agreement/glossary.ts'
import { isTerm } from '../prompts/prompts.ts'
import { agreedText, isAgreed, type KnownOn, type View } from '../view/view.ts'

/** Words that lawyers write large once a document has said what they mean by them. */
const LARGE =
  'Service|Part(?:y|ies)|Agreement|Partnership|Partner|Project|Program|Programme|Client|Patient|Participant|Lawyer|Solicitor|Attorney|Centre|Center|Clinic|Hospital|Practice|Provider|Host|Organisation|Organization|Funder|Grant|Term|Premises|Site|Data|(?:Confidential|Personal|Health|Client) Information|Intellectual Property|(?:Commencement|Effective|Start|End) Date|(?:Business|Working) Day|Lead (?:Partner|Agency)|Key Contact|Core Hours'

/** One of these as it is used: after a small word, and not at the start of a longer name. */
const USED = new RegExp(
  `\\b(?:[Tt]he|[Aa]n?|[Ee]ach|[Aa]ny|[Ee]ither|[Nn]either|[Bb]oth|[Aa]ll|[Ee]very|[Tt]his|[Oo]ur|[Ii]ts|[Nn]o|of|to|by|with|for|between|within|one|two|three|five|ten|\\d+) ((?:${LARGE})s?)(?![-\\w])(?! [A-Z0-9(&])`,
  'g',
)

/** What stands large in quotation marks where it is used, and is not said or named there. */
const QUOTED =
  /(?<!\b(?:called|named|titled|headed|marked|labelled|says?|asks?|see|sections?|schedules?|clauses?|under|as) )["“](?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})["”]/g

/** What follows in quotation marks on the title of something. */
const TITLED =
  /^ ?(?:act|award|brochure|campaign|card|channel|checklist|class|course|event|folder|form|group|guide|kit|leaflet|letter|list|meeting|newsletter|page|policy|poster|program(?:me)?|project|report|room|session|sheet|sign|sticker|story|talk|team|template|toolkit|training|video|workshop)s?\b/i

/** The words of a clause that read as if they were defined, and are nowhere: neither by the partners, nor in the glossary, nor as a name. */
export function undefinedWords(text: string, { partnership }: KnownOn, view: View): string[] {
  const used = [...text.matchAll(USED)].map(([, word = '']) => word)
  const quoted = [...text.matchAll(QUOTED)].flatMap(({ 0: whole, 1: word = '', index }) =>
    TITLED.test(text.slice(index + whole.length)) ? [] : word,
  )
  if (used.length + quoted.length === 0) return []
  const explained = agreedText(view.prompts, LANGUAGE) ?? ''
  const names = [
    ...partnership.partners.flatMap(({ name, short, 'legal-name': legal }) => [name, short, legal]),
    ...Object.values(partnership.terms),
    ...view.prompts.map(({ topic }) => topic),
  ].map((name = '') => name.toLowerCase().replace(/^the /, ''))
  const isDefined = (word: string) =>
    isNamedIn(word, explained) ||
    names.some((name) => [name, `${name}s`].includes(word.toLowerCase())) ||
    glossary([word], view, '').length > 0 ||
    view.prompts.some((prompt) => isAgreed(prompt) && isTerm(prompt) && defines(prompt.agreed!.text, word))
  return [...new Set([...used, ...quoted])].filter((word) => !isDefined(word))
}

/** Whether a clause says what it means by a word: by naming it in brackets, or by saying that it means something. */
function defines(clause: string, word: string): boolean {
  const one = `(?:the )?${word.replace(/ies$/, '(?:y|ies)').replace(/s$/, 's?')}`
  const marked = `["“]${one}["”]`
  return [
    `\\([^()]*${marked}[^()]*\\)`,
    `\\((?:an? |each )?${one}\\)`,
    `(?:${marked}|\\b${one}) means?\\b`,
    `\\b(?:called|known as|referred to as) (?:${marked}|${one}\\b)`,
  ].some((way) => new RegExp(way, 'i').test(clause))
}
