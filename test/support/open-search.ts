import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSearchDocument } from '#main/document/search-document.ts';
import type { DocumentPort, DocumentStatus } from '#main/document/document-port.ts';
import type { StoreDeps } from '#main/document/store.ts';
import type { RowsChange } from '#shared/rows.ts';

/** A folder that goes away with the test. */
export const freshFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'afterword-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

export interface OpenedSearch {
  readonly document: DocumentPort;
  readonly changes: readonly RowsChange[];
  readonly statuses: readonly DocumentStatus[];
}

export const openSearch = async (
  folder: string,
  deps: StoreDeps & { readonly zone?: string } = {},
): Promise<OpenedSearch> => {
  const changes: RowsChange[] = [];
  const statuses: DocumentStatus[] = [];
  const document = await openSearchDocument(folder, {
    zone: 'Europe/London',
    events: { rows: (change) => changes.push(change), status: (status) => statuses.push(status) },
    ...deps,
  });
  return { document, changes, statuses };
};

/** The rows that a window would hold after these changes, by `table/id`. */
export const rowsAfter = (changes: readonly RowsChange[]): ReadonlyMap<string, unknown> => {
  const rows = new Map<
    string,
    { readonly table: string; readonly row: { readonly id: string; readonly employer?: string } }
  >();
  for (const change of changes) {
    if (change.from === null) rows.clear();
    for (const [key, { table, row }] of rows) {
      const planned = table === 'followUps' || table === 'standings';
      if (planned && (change.replanned as readonly string[]).includes(row.employer ?? '')) rows.delete(key);
    }
    for (const { table, id } of change.deletes) rows.delete(`${table}/${id}`);
    for (const put of change.puts) rows.set(`${put.table}/${put.row.id}`, put);
  }
  return new Map([...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, { row }]) => [key, row]));
};
