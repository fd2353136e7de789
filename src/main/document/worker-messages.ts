import type { Instant, Zone } from '#shared/facts/value.ts';
import type { RowsChange } from '#shared/rows.ts';
import type { DocumentPort, DocumentStatus } from './document-port.ts';
import type { OpenRefusal } from './open-locked-search.ts';

export interface WorkerStart {
  readonly folder: string;
  readonly zone: Zone;
  readonly now: Instant;
}

export interface ToWorker {
  readonly id: number;
  readonly method: keyof DocumentPort;
  readonly args: readonly unknown[];
}

export type FromWorker =
  | { readonly type: 'opened' }
  | { readonly type: 'refused'; readonly refusal: OpenRefusal }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  /** A bug or a lost disk on closing; `what` is for the log. */
  | { readonly type: 'failed'; readonly id: number; readonly what: string }
  | { readonly type: 'rows'; readonly change: RowsChange }
  | { readonly type: 'status'; readonly status: DocumentStatus };
