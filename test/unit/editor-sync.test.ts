import { ChangeSet, Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { createTextSession, type TextPort, type TextStanding } from '#renderer/editor/text-session.ts';
import { currentText, isUnsaved, openTextSync, received, refused, send, typed } from '#renderer/editor/text-sync.ts';
import type { CommandError } from '#shared/command.ts';
import type { TextChanges } from '#shared/contract.ts';
import { err, ok } from '#shared/result.ts';

const insertAt = (at: number, words: string, length: number): ChangeSet =>
  ChangeSet.of({ from: at, insert: Text.of(words.split('\n')) }, length);

const json = (changes: ChangeSet): TextChanges => changes.toJSON() as TextChanges;

describe('the text in step with main', () => {
  it('sends what was typed with the version it was based on, one message at a time', () => {
    const sync = typed(typed(openTextSync('Dear Dana', ['v1']), insertAt(9, ',', 9)), insertAt(10, '\nthank', 10));
    const first = send(sync);
    expect(first?.message).toEqual({ version: ['v1'], changes: [9, [0, ',', 'thank']] });
    expect(first && send(first.sync)).toBeNull();
  });

  it('puts what others wrote under what was typed while the message was on its way', () => {
    const sent = send(typed(openTextSync('ab', ['v1']), insertAt(2, 'c', 2)));
    const typing = typed(sent!.sync, insertAt(0, 'X', 3));
    const { sync, remote } = received(typing, { version: ['v2'], changes: json(insertAt(3, '!', 3)), notSaved: null });
    expect(remote.apply(Text.of(['Xabc'])).toString()).toBe('Xabc!');
    expect(currentText(sync).toString()).toBe('Xabc!');
    expect(send(sync)?.message).toEqual({ version: ['v2'], changes: [[0, 'X'], 4] });
  });

  it('keeps everything of a refused message, against the version it had', () => {
    const sent = send(typed(openTextSync('ab', ['v1']), insertAt(2, 'c', 2)));
    const back = refused(typed(sent!.sync, insertAt(3, 'd', 3)));
    expect(currentText(back).toString()).toBe('abcd');
    expect(isUnsaved(back)).toBe(true);
    expect(send(back)?.message).toEqual({ version: ['v1'], changes: [2, [0, 'cd']] });
  });
});

/** Main with one text and no other writer; `edit` can be made to fail. */
const openMain = (text: string) => {
  const main = { text, version: 1, fate: 'taken' as 'taken' | 'unsaved' | 'refused' | 'lost', edits: 0 };
  const refusal: CommandError = { type: 'read-only', because: 'damaged' };
  const port: TextPort = {
    read: () => Promise.resolve(ok({ text: main.text, version: [String(main.version)] })),
    edit: ({ changes }) => {
      main.edits += 1;
      if (main.fate === 'refused') return Promise.resolve(err(refusal));
      const own = ChangeSet.fromJSON(changes);
      main.text = own.apply(Text.of(main.text.split('\n'))).toString();
      main.version += 1;
      if (main.fate === 'lost') return Promise.reject(new Error('the worker is gone'));
      return Promise.resolve(
        ok({
          version: [String(main.version)],
          changes: json(ChangeSet.empty(own.newLength)),
          notSaved: main.fate === 'unsaved' ? 'the disk is full' : null,
        }),
      );
    },
  };
  return { main, port };
};

const openSession = async (port: TextPort) => {
  const said: TextStanding[] = [];
  let rest: (() => void) | null = null;
  const session = createTextSession({
    port,
    later: (run) => {
      rest = run;
      return () => {
        if (rest === run) rest = null;
      };
    },
  });
  await new Promise<void>((resolve) => {
    session.attach({
      onOpen: () => resolve(),
      onRemote: () => undefined,
      onStanding: (standing) => said.push(standing),
    });
  });
  return { session, said, rest: () => rest?.() };
};

describe('a session', () => {
  it('is flushed with what was typed last, and says so', async () => {
    const { main, port } = openMain('ab');
    const { session, said } = await openSession(port);
    session.typed(insertAt(2, 'c', 2));
    expect(await session.flush()).toBe(true);
    expect(main.text).toBe('abc');
    expect(said.map(({ type }) => type)).toEqual(['opening', 'saved', 'saving', 'saved']);
  });

  it('says that it is not saved, keeps the text, and saves it once main can', async () => {
    const { main, port } = openMain('ab');
    const { session, said, rest } = await openSession(port);
    main.fate = 'unsaved';
    session.typed(insertAt(2, 'c', 2));
    expect(await session.flush()).toBe(false);
    expect(said.at(-1)).toEqual({ type: 'not-saved', because: { type: 'not-saved', because: 'the disk is full' } });
    expect(session.text()).toBe('abc');
    expect(await session.flush()).toBe(false);
    main.fate = 'taken';
    rest();
    expect(await session.flush()).toBe(true);
    expect(said.at(-1)).toEqual({ type: 'saved' });
    // Main held it all the while: it was not sent again.
    expect(main.text).toBe('abc');
  });

  it('does not send twice what arrived although the answer was lost', async () => {
    const { main, port } = openMain('ab');
    const { session } = await openSession(port);
    main.fate = 'lost';
    session.typed(insertAt(2, 'c', 2));
    await session.flush();
    main.fate = 'taken';
    expect(await session.flush()).toBe(true);
    expect(main.text).toBe('abc');
    expect(session.text()).toBe('abc');
  });

  it('asks main once where the row shows another text, and not again for an old row', async () => {
    const { main, port } = openMain('ab');
    const { session } = await openSession(port);
    await session.flush();
    session.rowShows('an older text');
    await session.flush();
    session.rowShows('an older text');
    await session.flush();
    expect(main.edits).toBe(1);
  });

  it('sends what is unsaved when its editor goes away', async () => {
    const { main, port } = openMain('ab');
    const { session } = await openSession(port);
    session.typed(insertAt(2, 'c', 2));
    session.detach();
    expect(await session.flush()).toBe(true);
    expect(main.text).toBe('abc');
  });
});
