/** What partners answer: short and long, and with nothing in it that a reader could trip over. */
export const ANSWERS: string[] = [
  'On one form, read every working day by ten.',
  'By phone, as long as nobody gives a name.',
  'Not yet.',
  'We are not sure yet. Could we talk about it when we meet?',
  'Yes, gladly.',
  'Nobody has asked us before, so there is no rule. The nurses would like one page that says what to do.',
  'Quarterly activity counts, and a survey each May.',
  'We see anyone in the district. We stop where a court date is set.',
  'The front desk takes the call and walks the person over.\nOn Mondays that is me.',
  'Three things would help:\n- a room with a door\n- someone to call on Fridays\n- less paper',
  'Half a day each quarter would do. More than that and the clinics suffer.\n\nPlease not in January, when half of us are away.',
  'It depends on the doctor. Two of them refer every week, the others have to be reminded.',
  'Our manager signs off on anything that costs money; the rest we decide on the spot.',
  'Rent arrears, fines and family violence, in that order.',
  'As little as you can. We already fill in four forms for each visit.',
  'The interpreter is booked by us. You only need to say the language and how long you will take.',
  'Lunch together once a month, and a list of who does what on the wall.',
  'Two people a week at first; then we look at the numbers and decide.\n\nIf it goes well we could do four.',
  'That worked badly last time: letters went to old addresses and nobody told us. We would rather text.',
  'In writing, yes. Aloud, in the corridor, no.',
  'We would like to hear from the people who dropped out. They know what went wrong.',
  'What matters to us is that nobody has to tell their story twice.',
  'The reception team, all six of them. They see who comes back in tears.',
  'We had a lawyer here in 2019 and it was good while it lasted.',
]

/** An answer that something in a reader could take for something else. */
export const TRAPS: Record<string, string[]> = {
  'like a footer': [
    'Confidentiality comes first for us.\n\nWe cannot pass on a record without consent.',
    'Privacy: nothing leaves the building without a signature.',
    'This message should reach every nurse, intended or not: referrals are for anyone.',
    'Notice of two weeks is enough for a change of rooms.\n\nLess than that and we cannot tell the interpreters.',
    'Please consider the night staff too.\n\nThey see the people whom nobody else sees.',
  ],
  'like what a phone adds': [
    'Sent by fax or via mail.\n\nSent via mail when the fax is down.',
    'Get the referral to us by noon.\n\nAfter that the nurse has gone.',
    'Sent from the front desk to the nurse, and from her to you.',
  ],
  'like a farewell': [
    'Thanks to the nurses we know who is waiting.\n\nThe doctors tell us nothing.',
    'Best\nis a phone call, second best a note.',
    'Regards for each other, first of all.\n\nThen a written rule.',
    'Cheers and cake once a year,\nand a proper review.',
  ],
  'like a header': [
    'From: the nurse\nTo: the lawyer\nDate: the same day\n\nNothing by fax.',
    'To: whoever is on duty\nSubject: only the word referral\n\nNo names in it.',
  ],
  'like a line above an original': [
    'On 3 March 2025 at 10:30 the board of the surgery wrote:\n\nno names by email, ever.',
    'On Monday the manager wrote:\nno letters to clients.',
  ],
  'with numbers in it': [
    'About 5.3 referrals a week, of which 1.2 on average lead to a case.',
    '9.30 to 12.00 on Mondays.\n\n2.00 to 4.30 on Thursdays.',
    '2 nurses and 1 doctor take part.',
    'In three steps:\n1. ask the person\n2. call the lawyer\n3. write it down',
  ],
  'with a quotation of its own': [
    'Our policy says:\n\n> never by fax, whatever the hour\n\nand we keep to it.',
    'The board said this in June:\n\n> two clinics a week, and no more',
  ],
  'with a line drawn in it': [
    'Mondays, first come first served.\n\n----------\n\nThursdays, by appointment.',
    'Before: by letter.\n\n________________________________\n\nNow: by phone.',
  ],
  'that asks back': ['Who would pay for that?', 'Is that allowed at all?\n\nIf it is, then yes.'],
}
