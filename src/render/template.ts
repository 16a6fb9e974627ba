import type Handlebars from 'handlebars'
import runtime from 'handlebars/runtime.js'
import type { View } from '../core/view.ts'
import { HjpError } from '../errors.ts'
import type { Document } from './document.ts'
import { helpers, Misplaced } from './helpers.ts'
import type { Kind, Library, Template } from './library.ts'
import { type Aside, parseMarkdown } from './markdown.ts'

/** A kind and what is known, to a document and the place it belongs. */
export async function compose(
  library: Library,
  kind: Kind,
  seen: View & object,
): Promise<{ to: string; document: Document }> {
  const asides: Aside[] = []
  const partials: Record<string, Handlebars.TemplateDelegate> = {}
  const options = { helpers: helpers(seen, asides, library), partials }
  for (const [name, template] of Object.entries(library.templates))
    partials[name] = placed(template, await runnable(template))

  const run = (name: string): string => partials[name]!(seen, options)
  const line = (name: string): string =>
    run(name).replace(/\uE000(\d+)\uE001/g, (_, n: string) => {
      const aside = asides[Number(n)]!
      return 'text' in aside ? aside.text.replace(/\s+/g, ' ') : ''
    })
  const blocks = parseMarkdown(run(kind.name), asides)
  return {
    to: line(`${kind.name}#to`).trim(),
    document: {
      title: line(`${kind.name}#title`).trim(),
      locale: seen.locale,
      date: seen.today,
      author: seen.name,
      notice: kind.notice,
      numbered: kind.numbered,
      contents: kind.contents,
      recipients: kind.addressed
        ? seen.partners.flatMap(({ people }) =>
            people.flatMap(({ role, name, email }) =>
              role === 'liaison' && email ? [{ name: name ?? '', email }] : [],
            ),
          )
        : [],
      blocks,
    },
  }
}

/** Handlebars' compiler is loaded only for templates that were not compiled when hjp was built. */
const runnable = async (template: Template): Promise<Handlebars.TemplateDelegate> =>
  'compiled' in template
    ? (runtime as unknown as typeof Handlebars).template(template.compiled as TemplateSpecification)
    : (await import('./compile.ts')).compile(template)

/** A template that says where it stands when something in it is wrong. */
function placed(
  { path, offset }: Template,
  template: Handlebars.TemplateDelegate,
): Handlebars.TemplateDelegate {
  return (context, options) => {
    try {
      return template(context, options)
    } catch (error) {
      if (error instanceof Misplaced)
        throw new HjpError(
          'badTemplate',
          path,
          error.place.start.line + offset,
          error.place.start.column + 1,
          error.message,
        )
      throw error
    }
  }
}
