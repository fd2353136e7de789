import { describe, expect, it } from 'vitest';
import { createGates, type CallEvent } from '#main/shell/call-gate.ts';
import { callNames } from '#shared/contract-names.ts';
import { calls, type Handlers } from '#shared/contract.ts';

const ours: CallEvent = { senderFrame: { origin: 'app://afterword', parent: null }, sender: { id: 7 } };

/** Gates over handlers that only note what reached them. */
const setupGates = () => {
  const reached: unknown[] = [];
  const note = async (input: unknown) => {
    reached.push(input);
    return null;
  };
  const handlers = Object.fromEntries(callNames.map((name) => [name, note])) as unknown as Handlers;
  return { reached, gates: createGates(handlers, (id) => id === 7) };
};

describe('the gate before each call', () => {
  it('stands before exactly the calls of the contract', () => {
    expect(Object.keys(setupGates().gates).toSorted()).toEqual(Object.keys(calls).toSorted());
  });

  it('passes a good input, parsed, to the handler', async () => {
    const { gates, reached } = setupGates();
    await gates.openSearch(ours, { which: 'sample' });
    await gates.state(ours);
    await gates.submit(ours, { type: 'start-search', at: 5 });
    expect(reached).toEqual([{ which: 'sample' }, undefined, { type: 'start-search', at: 5 }]);
  });

  it.each([
    ['whose frame is gone', { ...ours, senderFrame: null }, 'the frame is gone'],
    [
      'from a frame inside the page',
      { ...ours, senderFrame: { ...ours.senderFrame, parent: {} } },
      'not the top frame',
    ],
    [
      'from another origin',
      { ...ours, senderFrame: { origin: 'app://afterword.evil', parent: null } },
      'foreign origin',
    ],
    ['from a web site', { ...ours, senderFrame: { origin: 'https://afterword', parent: null } }, 'foreign origin'],
    ['from an opaque origin', { ...ours, senderFrame: { origin: 'null', parent: null } }, 'foreign origin'],
    ['from a window that we did not make', { ...ours, sender: { id: 8 } }, 'not a window of this app'],
  ])('refuses every call %s', async (_what, event, message) => {
    const { gates, reached } = setupGates();
    for (const name of callNames) {
      await expect(gates[name](event as CallEvent, undefined)).rejects.toThrow(message);
    }
    expect(reached).toEqual([]);
  });

  it.each<[string, keyof typeof calls, unknown]>([
    ['has a key too many', 'openSearch', { which: 'own', extra: 1 }],
    ['lacks a key', 'openSearch', {}],
    ['is a command that does not exist', 'submit', { type: 'format-disk' }],
    ['carries a command with a key too many', 'submit', { type: 'start-search', at: 5, extra: 1 }],
    ['is given where none is taken', 'state', {}],
    ['is of another type', 'rows', 'everything'],
    ['points to a link that is not https', 'openLink', { url: 'file:///etc/passwd' }],
  ])('refuses an input that %s', async (_what, name, input) => {
    const { gates, reached } = setupGates();
    await expect(gates[name](ours, input)).rejects.toThrow(`not an input of ${name}`);
    expect(reached).toEqual([]);
  });

  it('refuses two inputs', async () => {
    const { gates, reached } = setupGates();
    await expect(gates.openSearch(ours, { which: 'own' }, 2)).rejects.toThrow('takes one input');
    expect(reached).toEqual([]);
  });

  it('refuses an input larger than the call allows, counted in bytes and before it is parsed', async () => {
    const { gates, reached } = setupGates();
    const { maxBytes } = calls.openLink;
    // Two bytes a letter: as many letters as bytes allowed would pass a count of letters.
    const url = `https://example.org/${'é'.repeat(maxBytes / 2)}`;
    expect(url.length).toBeLessThan(maxBytes);
    await expect(gates.openLink(ours, { url })).rejects.toThrow('too much for openLink');
    expect(reached).toEqual([]);
  });

  it('refuses what has no JSON', async () => {
    const { gates, reached } = setupGates();
    const circle: Record<string, unknown> = { which: 'own' };
    circle['self'] = circle;
    await expect(gates.openSearch(ours, circle)).rejects.toThrow('too much');
    await expect(gates.openSearch(ours, { which: 10n })).rejects.toThrow('too much');
    expect(reached).toEqual([]);
  });

  it('lets a failure of the handler through as a failure', async () => {
    const handlers = { state: () => Promise.reject(new Error('a bug')) } as unknown as Handlers;
    await expect(createGates(handlers, () => true).state(ours)).rejects.toThrow('a bug');
  });
});
