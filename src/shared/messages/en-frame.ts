/** Why the disk did not take a change, by what the store found. */
const disk: Readonly<Record<string, string>> = {
  'disk-full': 'The disk is full.',
  'read-only': 'The disk can only be read right now.',
  'no-permission': 'The folder does not allow writing.',
  gone: 'The folder is not there any more.',
  'input-output': 'The disk reported an error.',
};
const diskWords = (because: string): string => disk[because] ?? 'The disk did not take it.';

/** The window around the screens, and what is said wherever one is. */
export const enFrame = {
  today: 'Today',
  applications: 'Applications',
  people: 'People',
  references: 'References',
  settings: 'Settings',
  places: 'Places',
  skip: 'Skip to the page',
  todayCount: ({ n }: { n: number }) => `${n} to do now`,
  applicationsCount: ({ n }: { n: number }) => `${n} going on`,

  saved: 'Saved on this computer.',
  saving: 'Saving.',
  notSaved: 'Not saved.',
  notSavedDetail: ({ because }: { because: string }) => diskWords(because),
  notSavedTitle: 'Your last change is not on disk yet',
  notSavedText: ({ because, folder }: { because: string; folder: string }) =>
    `${diskWords(because)} Everything before it is safe in ${folder}. Leave the window open: it keeps trying, and says so when it is done.`,
  starting: 'Opening your search.',

  sampleText: 'This is a sample search. Change what you like; none of it is yours.',
  sampleStart: 'Start my own search',
  readOnlyTitle: 'You can read everything, and change nothing for now',
  readOnlyNewer: 'This search was last changed by a newer Afterword. Nothing is lost. Update Afterword here to go on.',
  readOnlyDamaged: ({ folder }: { folder: string }) =>
    `Some files in ${folder} cannot be read, so nothing is written over them. Copy that folder to a safe place before you try anything else.`,
  damagedTitle: ({ n }: { n: number }) =>
    n === 1 ? 'A damaged file was put aside' : `${n} damaged files were put aside`,
  damagedText: 'What could be read is here. The damaged files are kept, in case they are needed:',
  damagedFile: ({ file, movedTo }: { file: string; movedTo: string }) => `${file}, now ${movedTo}`,
  remindersTitle: 'Reminders cannot be shown outside this window',
  remindersText: 'This computer has no notifications right now. Everything that is due is on Today.',
  storeFailureTitle: 'The lists cannot be shown right now',
  storeFailureText: ({ because }: { because: string }) =>
    `Your search is safe: it is kept elsewhere. What went wrong: ${because}`,
  tryAgain: 'Try again',
  understood: 'All right',

  failureHeading: 'This page could not be shown',
  failureText: ({ because }: { because: string }) => `Your search is safe and saved. What went wrong: ${because}`,
  failureBack: 'Go to Today',
  notFoundHeading: 'There is nothing here',
  notFoundSummary: 'It may have been deleted, or the link is an old one.',

  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  messages: 'Messages, F6',
  dismiss: 'Take this message away',
  undo: 'Undo',
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to do again.',
  undone: ({ what, left }: { what: string; left: number }) =>
    left === 0 ? `Undone: ${what}.` : `Undone: ${what}. What was changed since then stays.`,
  redone: ({ what, left }: { what: string; left: number }) =>
    left === 0 ? `Done again: ${what}.` : `Done again: ${what}. What was changed since then stays.`,

  refused: {
    notFound: 'That was deleted meanwhile. Nothing was changed.',
    alreadyExists: 'That is there already. Nothing was changed.',
    letterSent: 'This letter was sent, so it stays as it was.',
    endsBeforeItStarts: 'The end is before the start. Nothing was changed; look at the times again.',
    invalid: ({ what }: { what: string }) => `That does not fit: ${what}. Nothing was changed.`,
    readOnlyNewer:
      'This search was last changed by a newer Afterword. Nothing was changed; update Afterword here to go on.',
    readOnlyDamaged: 'Some files cannot be read, so nothing is written over them. Nothing was changed.',
    notSaved: ({ because }: { because: string }) =>
      `Not on disk yet. ${diskWords(because)} Leave the window open; it keeps trying, and nothing needs doing twice.`,
  },

  firstRun: {
    heading: 'What to do once the interview is over',
    summary:
      'Letters to the people you met, a word to your references, one well-prepared call, and patience. Afterword keeps track of when, and says why.',
    private: 'Everything stays on this computer.',
    startHeading: 'Start my search',
    startText: 'Begin with an empty page and the job you have in mind.',
    nameLabel: 'Your name, as you sign letters',
    nameHint: 'You can leave it out and give it later.',
    start: 'Start my search',
    sampleHeading: 'Look around first',
    sampleText: 'A made-up search in full swing, to see how the days go. It is kept apart from yours.',
    sample: 'Show me a sample',
    openFailed: 'The sample could not be opened. Nothing was changed; try again.',
  },
} as const;
