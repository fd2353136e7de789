import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { Compartment, EditorState, Transaction, type TransactionSpec } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderWords } from '@codemirror/view';
import { useEffect, useId, useRef, useState } from 'react';

import { refusalWords } from '#renderer/submit.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { useVoice } from '#renderer/voice.ts';
import { ProsePlace } from '#shared/facts/facts.ts';
import { gapMarks } from './gap-marks.ts';
import styles from './prose-editor.module.css';
import { closeProse, openProse } from './prose-sessions.ts';
import type { TextSession, TextStanding } from './text-session.ts';
import { textOf } from './text-sync.ts';

export interface ProseEditorProps {
  readonly place: ProsePlace;
  /** What the read model shows for it: painted at once, and watched for what other machines write. */
  readonly text: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isLabelHidden?: boolean | undefined;
  /** `letter` writes in the book serif and marks the gaps that are left to fill. */
  readonly face?: 'app' | 'letter' | undefined;
  /** Nothing can be typed: a letter that was sent. */
  readonly isFrozen?: boolean | undefined;
  readonly placeholder?: string | undefined;
  /** Height in lines when empty. */
  readonly rows?: number | undefined;
  /** The text in the editor, ahead of what is saved. */
  readonly onText?: ((text: string) => void) | undefined;
}

/** As `prose` in the facts allows, in UTF-16 code units. */
const mostCharacters = 100_000;

/** Several lines of text that are saved as they are typed and merge with what other machines write (design law 5). */
export const ProseEditor = (props: ProseEditorProps) => {
  const { place, text, label, hint, isLabelHidden = false, face = 'app', isFrozen = false, rows = 3 } = props;
  const { messages } = useVoice();
  const [standing, setStanding] = useState<TextStanding>({ type: 'opening' });
  const host = useRef<HTMLDivElement>(null);
  const newest = useRef(props);
  const editor = useRef<{ readonly view: EditorView; readonly session: TextSession } | null>(null);
  const standingId = useId();
  const { table, id, field } = place;

  useEffect(() => {
    newest.current = props;
  });

  useEffect(() => {
    const parent = host.current;
    if (parent === null) return undefined;
    const here = ProsePlace.parse({ table, id, field });
    const session = openProse(here);
    const view = new EditorView({
      parent,
      state: EditorState.create({
        doc: textOf(session.text() ?? newest.current.text),
        extensions: [
          // Closed until main has said which version this is.
          writing.of(EditorState.readOnly.of(true)),
          history(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of(() => ({
            'aria-label': newest.current.label,
            'aria-describedby': standingId,
            // Chromium's own checker would fetch dictionaries (design law 11).
            spellcheck: 'false',
          })),
          placeholderWords(newest.current.placeholder ?? ''),
          newest.current.face === 'letter' && styles.gap !== undefined ? gapMarks(styles.gap) : [],
          EditorState.changeFilter.of(
            (transaction) => transaction.newDoc.length <= Math.max(mostCharacters, transaction.startState.doc.length),
          ),
          EditorView.updateListener.of(({ docChanged, state, transactions }) => {
            if (!docChanged) return;
            for (const one of transactions) if (one.annotation(Transaction.remote) !== true) session.typed(one.changes);
            newest.current.onText?.(state.doc.toString());
          }),
          EditorView.domEventHandlers({
            blur: () => {
              if (!session.isSettled()) void session.flush();
            },
          }),
        ],
      }),
    });
    editor.current = { view, session };
    session.attach({
      onStanding: setStanding,
      onRemote: (changes) => view.dispatch({ ...fromElsewhere, changes }),
      onOpen: (opened) => {
        const { doc } = view.state;
        view.dispatch({
          ...fromElsewhere,
          ...(doc.eq(opened) ? {} : { changes: { from: 0, to: doc.length, insert: opened } }),
          effects: writing.reconfigure(EditorState.readOnly.of(newest.current.isFrozen ?? false)),
        });
        newest.current.onText?.(opened.toString());
      },
    });
    return () => {
      editor.current = null;
      closeProse(here);
      view.destroy();
    };
  }, [table, id, field, standingId]);

  useEffect(() => {
    editor.current?.session.rowShows(text);
  }, [table, id, field, text]);

  const isOpen = standing.type !== 'opening';
  useEffect(() => {
    if (isOpen) editor.current?.view.dispatch({ effects: writing.reconfigure(EditorState.readOnly.of(isFrozen)) });
  }, [isFrozen, isOpen]);

  return (
    <div className={styles.field}>
      <span aria-hidden className={classNames(styles.label, isLabelHidden && styles.hidden)}>
        {label}
      </span>
      <div
        ref={host}
        className={classNames(styles.edge, face === 'letter' && styles.letter, isFrozen && styles.frozen)}
        style={{ ['--rows' as string]: rows }}
      />
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      <div id={standingId} role="status" className={styles.trouble}>
        {standing.type === 'not-saved' && (
          <p>
            {standing.because === null ? messages.letterScreen.editor.notReached : refusalWords(standing.because)}{' '}
            {messages.letterScreen.editor.kept}
          </p>
        )}
      </div>
    </div>
  );
};

const writing = new Compartment();

/** Not typed here: not sent back, and not taken back by this editor's undo. */
const fromElsewhere: TransactionSpec = {
  annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
  // Other machines' words pass, whatever is refused to the keyboard.
  filter: false,
};
