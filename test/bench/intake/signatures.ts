import type { Language } from './languages.ts'
import type { Person } from './sent.ts'

/** How people end a message: by hand, or with what their program puts there; that may be all that tells what it is. */
export type Signature = {
  name: string
  isBoxed?: true
  needsMark?: true
  lines: (by: Person, language: Language) => string[]
}

const first = ({ name }: Person): string => name.split(' ')[0]!

export const SIGNATURES: Signature[] = [
  { name: 'none', lines: () => [] },
  { name: 'a first name', lines: (by) => [first(by)] },
  { name: 'a farewell and a first name', lines: (by, { farewell }) => [`${farewell},`, first(by)] },
  { name: 'a farewell and a name', lines: ({ name }, { farewell }) => [farewell, name] },
  {
    name: 'a farewell and a card',
    lines: ({ name, role, service, phone }, { farewell }) => [farewell, '', name, role, service, phone],
  },
  {
    name: 'a card',
    isBoxed: true,
    lines: ({ name, role, service, phone }) => [name, `${role} | ${service}`, phone],
  },
  { name: 'dashes and a card', lines: ({ name, role, service }) => ['-- ', name, `${role}, ${service}`] },
  {
    ...{ name: 'a card with hours', isBoxed: true },
    lines: ({ name, role, service, phone, mail }) => [
      ...[name, role, service, `T ${phone} | ${mail}`, 'I am here Monday to Thursday'],
      'I live and work on land that was never ceded',
    ],
  },
  {
    name: 'hours alone',
    isBoxed: true,
    needsMark: true,
    lines: () => ['Here Monday to Thursday', 'My pronouns are she and her'],
  },
  { name: 'a phone', lines: (_, { phone }) => [phone] },
]

/** What others put under a message, or above one. */
export const FOOTERS: Record<string, string[]> = {
  'a virus scanner': ['Virus-free. www.scanner.example'],
  'a virus scanner in German': ['Virenfrei. www.scanner.example'],
  'a scanner that was in the way': [
    'This email has been checked for viruses by Scanner antivirus software.',
    'www.scanner.example',
  ],
  'a long notice': [
    'The contents of this email are meant for the person it is addressed to and may be privileged. If it came to you by mistake, tell the sender and delete it; do not copy it, pass it on or act on it.',
  ],
  'a notice in capitals': [
    'IMPORTANT: this email and its attachments are confidential. If you are not the intended recipient, delete it.',
  ],
  'a notice in French': [
    "Ce message et ses pièces jointes sont confidentiels et destinés à l'usage exclusif de leur destinataire.",
  ],
  'a notice in German': [
    'Diese E-Mail enthält vertrauliche Informationen. Sind Sie nicht der richtige Adressat, löschen Sie sie bitte.',
  ],
  trees: ['Please think of the trees before you print this.'],
  'a country': ['Fenbrook acknowledges the traditional owners of the land on which it stands.'],
  'a list': [
    '-- ',
    'You received this message because you are subscribed to the group "partners".',
    'To unsubscribe from this group, send an email to partners+unsubscribe@lists.example.',
  ],
  'a campaign': [
    'Do your shoes need mending? Free repairs at the spring fair, 3 October, town hall.',
    'www.fair.example',
  ],
}

/** What a gateway puts on top of what comes from outside. */
export const WARNING =
  '[EXTERNAL] This email came from outside the organisation. Do not click on links unless you know the sender.'
