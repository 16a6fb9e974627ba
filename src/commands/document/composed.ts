import { numberedAs } from '../../render/document/numbering.ts'
import type { Kind, Library } from '../../render/templates/library.ts'
import { compose, type DocumentRequest, seenBy } from '../../render/templates/template.ts'

type Composed = Awaited<ReturnType<typeof compose>> & { view: ReturnType<typeof seenBy> }

/** A document as it is wished, and what its templates saw. Some of its sections have the numbers of the whole, so that what is said of one is plain. */
export async function composed(
  library: Library,
  kind: Kind,
  known: Parameters<typeof seenBy>[1],
  wish: DocumentRequest,
): Promise<Composed> {
  const view = seenBy(kind, known, wish)
  const made = await compose(library, kind, view)
  if (wish.whole || !kind.numbered) return { ...made, view }
  const sections = library.sections.filter((section) => section.kind === kind.name)
  const whole = await compose(library, kind, seenBy(kind, known, { ...wish, sections, whole: true }))
  return { ...made, document: numberedAs(made.document, whole.document), view }
}
