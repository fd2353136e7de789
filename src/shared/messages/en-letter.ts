/** The screen of one letter, and the editor that all longer texts are written in. */
export const enLetter = {
  heading: ({ name }: { name: string }) => `To ${name}`,
  summary: ({ kind, place }: { kind: string; place: string }) => `${kind}. ${place}.`,
  toInterview: ({ employer }: { employer: string }) => `Interview at ${employer}`,
  aside: 'What helps while you write',
  subject: 'Subject',
  medium: 'How it goes',
  body: ({ name }: { name: string }) => `Letter to ${name}`,
  placeholder: 'Write as you would speak to them.',
  mediumHint: {
    usual: ({ medium }: { medium: string }) => `They usually write to you by ${medium}.`,
    noEmail: ({ name }: { name: string }) => `There is no e-mail address for ${name} here yet.`,
    homeOnly: ({ name }: { name: string }) =>
      `The only address you have of ${name} is a home address. Better write to the office.`,
  },
  copy: 'Copy the text',
  copied: 'Copied. Paste it where you write your mail.',
  notCopied: 'It could not be copied. Select the text and press Ctrl+C.',
  markSent: 'Mark as sent',
  more: 'More',
  delete: 'Delete this letter',
  deleted: ({ name }: { name: string }) => `Deleted the letter to ${name}.`,
  sentTitle: 'You have sent this letter',
  sentBefore: 'You marked it as sent',
  sentAfter: ({ medium }: { medium: string }) => `by ${medium}. It stays as it was.`,

  when: 'When',
  toFill: ({ n }: { n: number }) => (n === 1 ? 'One gap to fill' : `${n} gaps to fill`),
  remembered: ({ name }: { name: string }) => `What you noted about ${name}`,
  nothingRemembered: 'Nothing yet. One thing they said makes this letter theirs.',
  noteNow: 'Note it now',
  strength: 'What speaks for you',
  reach: 'Goes to',
  others: 'The other letters of this panel',

  state: {
    none: 'not begun',
    draft: 'draft',
    gaps: ({ n }: { n: number }) => (n === 1 ? 'draft, one gap' : `draft, ${n} gaps`),
    sent: ({ day }: { day: string }) => `sent ${day}`,
  },

  send: {
    title: ({ name }: { name: string }) => `Mark the letter to ${name} as sent`,
    gaps: ({ n }: { n: number }) =>
      n === 1 ? 'One gap is still to be filled in:' : `${n} gaps are still to be filled in:`,
    logged: ({ name, medium }: { name: string; medium: string }) =>
      `It will be logged that you wrote to ${name} today, by ${medium}. Afterword itself sends nothing.`,
    frozen: 'The text is then kept as you sent it. Undo makes it a draft again.',
    goBack: 'Go back and fill them in',
    sentAnyway: 'I sent it like this',
    sent: 'I have sent it',
    done: ({ name }: { name: string }) => `Marked the letter to ${name} as sent.`,
    notSaved: 'That could not be saved, so it is not marked as sent. Your text is still here; try again in a moment.',
  },

  editor: {
    notReached: 'Not saved yet: the place where texts are kept does not answer.',
    kept: 'What you typed stays here.',
  },
} as const;
