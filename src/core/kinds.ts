import { agreement } from './agreement/agreement.ts'
import { confirmation } from './agreement/confirm.ts'
import { forms } from './agreement/forms.ts'
import { rowForm, rowFormNamed } from './agreement/row-form.ts'
import { questionnaireCopy } from './agreement/statements.ts'
import { welcome } from './agreement/welcome.ts'
import { worksheet } from './agreement/worksheet.ts'
import { datesOf } from './meeting/calendar.ts'
import { askByMail, invitation, minutesReaders, outcome, reminder } from './meeting/email.ts'
import { handover } from './meeting/handover.ts'
import { heldMeeting, minutesOf } from './meeting/meetings.ts'
import { starter } from './meeting/starter.ts'
import { agenda, meetingOf } from './next-agenda.ts'
import { questionnaireNamed } from './prompts/questionnaires.ts'
import { type KindFunction, type KindRequest, optionText } from './request.ts'
import { activities } from './tools/activities.ts'
import { businessCase } from './tools/business-case.ts'
import { contributions } from './tools/contributions.ts'
import { evaluation } from './tools/evaluation.ts'
import { logic } from './tools/logic.ts'
import { overview } from './tools/page.ts'
import { protocol } from './tools/protocol.ts'
import { period, type Reader, report } from './tools/report.ts'
import { stakeholderMap } from './tools/stakeholder-map.ts'
import { workplan } from './tools/workplan.ts'
import { type Addressee, addressesOf, greetingsOf, liaisonsOf } from './view/addressees.ts'
import type { View } from './view/view.ts'

/** How many people an email greets by name. */
const GREETED = 4

/** The partners that a document is for: the one that is named, or all. */
const partnersFor = ({ partners }: View, { options }: KindRequest) =>
  partners.filter(({ id }) => options['for'] === undefined || id === options['for'])

/** Whom an email greets and goes to: the one it was addressed to, else these. */
function addressed({ options: { to } }: KindRequest, people: Addressee[]) {
  const readers = typeof to === 'object' ? [to] : people
  const names = greetingsOf(readers)
  const isNamed = readers.every(({ name, greeting }) => greeting ?? name)
  const isFew = isNamed && names.length > 0 && names.length <= GREETED
  return {
    /** By name where they are few and each has one; one whose name is not known stays a blank. */
    greeted: isFew ? names : readers.length === 1 ? [] : ['all'],
    recipients: addressesOf(readers),
  }
}

/** What each kind of document sees beside the view. A kind that is not here sees the view alone. */
export const KINDS: Record<string, KindFunction> = {
  agenda,

  minutes: (view, { options }) => minutesOf(view, heldMeeting(view, optionText(options['date']))),

  // A kind that chooses one of its sections has a line for each, beside what they share.
  email: (view, request) => ({
    from: view.name,
    meeting: meetingOf(view, request),
    ...addressed(request, liaisonsOf(partnersFor(view, request))),
    /** Who writes it, where the file tells. */
    signed: view.keeper,
  }),
  'email/prompts': (view, request) =>
    askByMail(view, partnersFor(view, request), request.prompts, request.options['show'] === 'ours'),
  'email/minutes'(view, request) {
    const on = optionText(request.options['date'])
    return {
      ...outcome(view, on),
      ...addressed(request, minutesReaders(view, partnersFor(view, request), on)),
    }
  },
  'email/actions'(view, request) {
    const { owners, ...actions } = reminder(view, partnersFor(view, request))
    return { ...actions, ...addressed(request, owners) }
  },
  'email/invitation': (view, { options }) => ({
    ...(options['to'] ? {} : { greeted: [], recipients: [] }),
    ...invitation(view),
  }),

  starter: (view, { prompts }) => starter(view, prompts),

  worksheet(view, { options, prompts, asks, code = '' }) {
    const partner = String(options['for'])
    const table = asks && rowFormNamed(asks)
    if (table) return rowForm(view, partner, table, options['show'] === 'ours', code)
    if (asks) return questionnaireCopy(view, partner, questionnaireNamed(view.questionnaires, asks), code)
    return options['confirm']
      ? confirmation(view, partner, prompts)
      : worksheet(view, partner, prompts, options['show'] === 'ours')
  },

  welcome: (view, { options }) => welcome(view, String(options['for'])),

  handover: (view, { shownIn }) => handover(view, shownIn),

  activities,

  page: overview,

  case: businessCase,

  logic,

  map: (view, { options }) => stakeholderMap(view, options['for'] === 'partners'),

  contributions,

  protocol,

  report(view, { options }) {
    const [from, to] = period(view.today, optionText(options['from']), optionText(options['to']))
    return report(view, (optionText(options['for']) ?? 'partners') as Reader, from, to)
  },

  'self-evaluation'(view, { options }) {
    const name = optionText(options['questionnaire']) ?? 'six-requirements'
    return evaluation(view, questionnaireNamed(view.questionnaires, name), optionText(options['date']))
  },

  workplan: (view) => ({
    ...workplan(view),
    events: datesOf({ ...view, prompts: [], funding: [], agreements: [] }),
  }),

  form: (view, { shownIn }) => ({ forms: forms(view, shownIn) }),

  mou: (view, { options, shownIn, sections, letter = false }) =>
    agreement(view, { shownIn, sections, letter, isFinal: options['final'] === true }),
}
